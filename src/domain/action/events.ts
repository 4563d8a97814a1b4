import { sayPerson } from '../observation/saying.ts'
import type { NoticeText, TellingOf } from '../registered.ts'
import { checkResults, labelOf } from '../taxonomies/lists.ts'
import type { ToldEvents } from '../told.ts'
import { asSentence } from '../words/text.ts'
import { sayDate } from '../words/time.ts'
import type { ActionEvent } from './types.ts'

/** What a message about an action is for. */
export const ACTION_NOTICES = {
  assigned: {
    title: '{ref}: you are asked to do something',
    intro: 'Open it to see what, and by when. Accept it there, or hand it back with a reason.',
    is: 'that they are asked to do something, and by when',
  },
  handedOver: {
    title: '{ref} was handed over to you',
    intro: 'Open it to see what, and by when. Accept it there, or hand it back with a reason.',
    is: 'that it was handed over to them',
  },
  sentBack: {
    title: '{ref} was checked and is not there yet',
    intro: 'Open it to read what is missing.',
    is: 'that it was checked and what is missing',
  },
  moved: {
    title: '{ref} has another date',
    intro: 'Open it to see by when, and why.',
    is: 'that somebody else changed its date',
  },
  unstuck: {
    title: '{ref} can go on',
    intro: 'Open it to read what made it possible.',
    is: 'that whoever was asked to help says that it can go on',
  },
  accepted: { title: '{ref} was accepted', is: 'that it was accepted' },
  handedBack: {
    title: '{ref} was handed back',
    intro: 'Open it to read why, and hand it over to somebody else.',
    is: 'that it was handed back, with a reason',
  },
  done: {
    title: '{ref} is done, its owner says',
    intro: 'Somebody other than its owner checks it now.',
    is: 'that its owner says it is done',
  },
  checked: {
    title: '{ref} was checked',
    intro: 'Open it to read what was looked at.',
    is: 'that it was checked',
  },
  stuck: {
    title: '{ref} is stuck, and you may be able to help',
    intro: 'Open it to read what holds it up. Say there when it can go on.',
    is: 'that it is stuck, and that they can help',
  },
} as const satisfies Record<string, NoticeText>
export type ActionNotice = keyof typeof ACTION_NOTICES
export type ActionWho = 'owner' | 'maker' | 'helper'
type Telling = TellingOf<ActionWho, ActionNotice>

const to = (who: ActionWho, notice: ActionNotice): readonly Telling[] => [{ who, notice }]

/** What becomes of each event: its words in history and audit log, and who is told. */
export const ACTION_EVENTS: ToldEvents<ActionEvent, ActionWho, ActionNotice> = {
  ActionAssigned: {
    label: 'Assigned',
    says: ({ owner, dueOn, origin }, board) =>
      `Assigned${origin === null ? '' : ` after ${origin}`}: ${sayPerson(board, owner)}, by ${sayDate(dueOn)}`,
    tells: to('owner', 'assigned'),
    cards: 'nobody',
  },
  ActionAccepted: { label: 'Accepted', tells: to('maker', 'accepted'), cards: 'nobody' },
  ActionHandedBack: {
    label: 'Handed back',
    says: ({ reason }) => `Handed back. Reason: ${reason}`,
    tells: to('maker', 'handedBack'),
    cards: 'nobody',
  },
  ActionUpdated: {
    label: 'How it goes',
    says: ({ text }) => `How it goes: ${text}`,
    tells: [],
    cards: 'nobody',
  },
  ActionStuck: {
    label: 'Stuck',
    says: ({ reason, helper }, board) =>
      `Stuck: ${asSentence(reason)} Who can help: ${sayPerson(board, helper)}`,
    tells: to('helper', 'stuck'),
    cards: 'nobody',
  },
  ActionUnstuck: {
    label: 'Can go on',
    says: ({ text }) => `Can go on: ${text}`,
    tells: to('owner', 'unstuck'),
    cards: 'nobody',
  },
  ActionDateChanged: {
    label: 'Date changed',
    says: ({ dueOn, reason }) => `Now by ${sayDate(dueOn)}. Reason: ${reason}`,
    tells: to('owner', 'moved'),
    cards: 'nobody',
  },
  ActionFinished: {
    label: 'Done, its owner says',
    says: ({ did }) => `Done: ${did}`,
    tells: to('maker', 'done'),
    cards: 'nobody',
  },
  ActionChecked: {
    label: 'Checked',
    says: ({ result, looked }) => `Checked. ${labelOf(checkResults, result)}. Looked at: ${looked}`,
    tells: to('maker', 'checked'),
    cards: 'nobody',
  },
  ActionSentBack: {
    label: 'Checked, and not there yet',
    says: ({ missing, looked }) =>
      `Not there yet. Missing: ${asSentence(missing)} Looked at: ${looked}`,
    tells: [...to('owner', 'sentBack'), ...to('maker', 'checked')],
    cards: 'nobody',
  },
  ActionHandedOver: {
    label: 'Handed over',
    says: ({ owner, reason }, board) =>
      `Handed over to ${sayPerson(board, owner)}. Reason: ${reason}`,
    tells: to('owner', 'handedOver'),
    cards: 'nobody',
  },
}
