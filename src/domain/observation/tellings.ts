import type { FeedbackModeCode } from '../taxonomies/lists.ts'
import type { ObservationNotice } from './notices.ts'
import { asks, movesQuestion } from './outline.ts'
import type { ObservationEvent } from './types.ts'

// Who is told of an event, and when. Who these people are now: `toldNow` in registered.ts.

/**
 * `triagers`: who gets the triage card, that is the senior and deputy (`sentTo`), not everybody who
 * may triage. `board`: business manager and chair, about what is put to them. `seconds`: who may
 * agree to a proposal. `proposer`: who made the proposal that was answered. `asker`: who asked the
 * reporter.
 */
export type Who = 'reporter' | 'triagers' | 'asker' | 'board' | 'seconds' | 'proposer'

export interface Telling {
  readonly who: Who
  readonly notice: ObservationNotice
  /** The feedback mode it counts as; `null` where it is not feedback. */
  readonly mode: FeedbackModeCode | null
  /** The condition for telling; absent means always. `says` is its text for the documents. */
  readonly only?: {
    readonly says?: string
    holds(event: ObservationEvent, before: readonly ObservationEvent[]): boolean
  }
}

export const toTriagers: Telling = { who: 'triagers', notice: 'triage', mode: null }
export const toReporter = (notice: ObservationNotice, mode: FeedbackModeCode | null): Telling => ({
  who: 'reporter',
  notice,
  mode,
})
/** Once somebody has started or decided, since they would not look at it again by themselves. */
export const isAfterStart: Telling['only'] = {
  says: 'once somebody has started on it, or decided',
  holds: (_event, before) =>
    before.some(({ type }) => type === 'ObservationAcknowledged' || type === 'ObservationDecided'),
}
export const isReply: Telling['only'] = {
  says: 'if it answers a question',
  holds: (event) => event.type === 'ObservationAddedTo' && event.isReply === true,
}
export const isAnswer: Telling['only'] = {
  says: 'if that is the whole answer',
  holds: (event) => event.type === 'ObservationDecided' && event.closes === true,
}
export const isNoAnswer: Telling['only'] = {
  says: 'if something follows',
  holds: (event) => event.type === 'ObservationDecided' && event.closes !== true,
}
export const toBoard: Telling = {
  who: 'board',
  notice: 'asked',
  mode: null,
  only: { says: 'if it may call for a statutory review', holds: asks },
}
export const toBoardAgain: Telling = {
  who: 'board',
  notice: 'askedMoved',
  mode: null,
  only: { says: 'if a statutory review was asked for before', holds: movesQuestion },
}
/** An audit checks what is kept of earlier times against the messages sent then. */
export const isSaidToReporter: Telling['only'] = {
  holds: (event) => event.type === 'ObservationReassigned' && event.reporterIsTold === true,
}
export const isElsewhere: Telling['only'] = {
  says: 'if it is elsewhere now',
  holds: (event) =>
    event.type === 'ObservationRecused' &&
    (event.from.agency !== event.to.agency || event.from.person !== event.to.person),
}
