import type { ProposalEvent } from '../machinery/proposals.ts'
import { asSentence } from '../words/text.ts'
import { sayDate } from '../words/time.ts'
import type { Told } from './events.ts'
import { holdingsOf } from './proposing.ts'
import type { ObservationCommand } from './types.ts'

type Event = ProposalEvent<ObservationCommand>

/** What becomes of a proposal. Told to those who triage and the chair, never to its reporter. */
export const PROPOSAL_EVENTS: {
  readonly [Type in Event['type']]: Told<Extract<Event, { type: Type }>>
} = {
  Proposed: {
    label: 'Proposed',
    // All of it: when nobody agrees, this is the only place where its words still are.
    says: ({ command, until }, board) =>
      [
        `Proposed, and the chair may agree until ${sayDate(until)}.`,
        ...holdingsOf({ command }, board).map(({ label, text }) => asSentence(`${label}: ${text}`)),
      ].join(' '),
    tells: [{ who: 'seconds', notice: 'proposed', mode: null }],
    cards: 'everybody',
  },
  ProposalAgreed: {
    label: 'The chair agreed',
    tells: [{ who: 'proposer', notice: 'agreed', mode: null }],
    cards: 'nobody',
  },
  ProposalDeclined: {
    label: 'The chair did not agree',
    says: ({ reason }) => `The chair did not agree. Reason: ${reason}`,
    tells: [{ who: 'proposer', notice: 'notAgreed', mode: null }],
    cards: 'everybody',
  },
  ProposalTakenBack: { label: 'What was proposed was taken back', tells: [], cards: 'everybody' },
  ProposalOvertaken: {
    label: 'What was proposed is no longer asked',
    says: () => 'What was proposed is no longer asked, as something about it has changed',
    tells: [
      { who: 'proposer', notice: 'overtaken', mode: null },
      { who: 'seconds', notice: 'settled', mode: null },
    ],
    cards: 'everybody',
  },
  ProposalLapsed: {
    label: 'Nobody agreed in time',
    tells: [{ who: 'proposer', notice: 'lapsed', mode: null }],
    cards: 'everybody',
  },
}
