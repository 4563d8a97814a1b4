import { sayAgency, sayPerson } from '../observation/saying.ts'
import type { NoticeText, TellingOf } from '../registered.ts'
import { activityTypes, auditGrades, labelOf } from '../taxonomies/lists.ts'
import type { ToldEvents } from '../told.ts'
import { asSentence } from '../words/text.ts'
import { sayDate } from '../words/time.ts'
import type { ActivityEvent } from './types.ts'

/** What a message about a learning activity is for. */
export const ACTIVITY_NOTICES = {
  planned: {
    title: '{ref}: you are asked to hold a learning activity',
    intro:
      'Open it to see what should be looked at. Say there what people took from it, or that it will not be held.',
    is: 'that they are asked to hold it, and by when',
  },
  held: {
    title: '{ref} was held',
    intro: 'What people took from it is recorded.',
    is: 'that it was held',
  },
  dropped: {
    title: '{ref} will not be held',
    intro: 'Open it to read why.',
    is: 'that it will not be held',
  },
  corrected: {
    title: '{ref}: what was recorded was corrected',
    intro: 'Open it to read what it says now, what it said before, and why.',
    is: 'that what was recorded was corrected',
  },
  action: {
    title: '{ref}: an audit asks you to do something',
    intro: 'Open it to see what, and by when. Say there when it is done.',
    is: 'that they are asked to do something, and by when',
  },
} as const satisfies Record<string, NoticeText>
export type ActivityNotice = keyof typeof ACTIVITY_NOTICES
/**
 * `maker`: who planned it, where no decision did. Those who triage hear from their observation.
 * `planner`: who planned it, whatever it followed from.
 */
export type ActivityWho = 'holder' | 'maker' | 'planner' | 'owners'
type Telling = TellingOf<ActivityWho, ActivityNotice>

const toMaker = (notice: ActivityNotice): Telling => ({ who: 'maker', notice })

/** What becomes of each event: its words in history and audit log, and who is told. */
export const ACTIVITY_EVENTS: ToldEvents<ActivityEvent, ActivityWho, ActivityNotice> = {
  ActivityPlanned: {
    label: 'Planned',
    says: ({ activity, holder, dueOn, origin }, board) =>
      `${labelOf(activityTypes, activity)} planned${origin === null ? '' : ` from the decision on ${origin}`}: ${sayPerson(board, holder)}, by ${sayDate(dueOn)}`,
    tells: [{ who: 'holder', notice: 'planned' }],
    cards: 'nobody',
  },
  ActivityReplanned: {
    label: 'Planned anew',
    says: ({ holder, dueOn, reason }, board) =>
      `Now ${sayPerson(board, holder)}, by ${sayDate(dueOn)}. Reason: ${reason}`,
    tells: [{ who: 'holder', notice: 'planned' }],
    cards: 'nobody',
  },
  ActivityRecorded: {
    label: 'Recorded',
    says: ({ heldOn }) => `Held on ${sayDate(heldOn)}, and recorded`,
    tells: [toMaker('held')],
    cards: 'nobody',
  },
  ActivityNotHeld: {
    label: 'Not held',
    says: ({ reason }) => `Will not be held. Reason: ${reason}`,
    // Whoever holds it, where somebody else said so.
    tells: [toMaker('dropped'), { who: 'holder', notice: 'dropped' }],
    cards: 'nobody',
  },
  ActivityCorrected: {
    label: 'Corrected',
    says: ({ reason, before }, board) =>
      [
        `Corrected. Reason: ${asSentence(reason)}`,
        `Recorded before: ${labelOf(activityTypes, before.type)}${before.heldOn === null ? '' : ` on ${sayDate(before.heldOn)}`};`,
        `${before.agencies.map((id) => sayAgency(board, id)).join(', ')}.`,
        ...before.learning.map(asSentence),
        ...(before.links.length > 0 ? [`It belonged to ${before.links.join(', ')}.`] : []),
      ].join(' '),
    // Whoever planned it may have told others already what was recorded first.
    tells: [
      { who: 'planner', notice: 'corrected' },
      { who: 'holder', notice: 'corrected' },
    ],
    cards: 'nobody',
  },
  AuditStarted: { label: 'Audit started', tells: [], cards: 'nobody' },
  AuditFindingsRecorded: {
    label: 'Findings recorded',
    says: ({ grade }) => `Findings recorded. The standard: ${labelOf(auditGrades, grade)}`,
    tells: [{ who: 'owners', notice: 'action' }],
    cards: 'nobody',
  },
  AuditClosed: { label: 'Audit closed', tells: [toMaker('held')], cards: 'nobody' },
  AuditActionDone: {
    label: 'An action is done',
    says: ({ finding, text }) => `What follows from finding ${finding} is done: ${text}`,
    tells: [],
    cards: 'nobody',
  },
}
