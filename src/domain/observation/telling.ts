import type { FeedbackModeCode } from '../taxonomies/lists.ts'
import type { ObservationEvent } from './types.ts'

/** What a message about an observation is for. The words are the bot's; the meaning is fixed here. */
export const OBSERVATION_NOTICES = [
  'triage',
  'acknowledged',
  'decided',
  'feedback',
  'closed',
  'reopened',
] as const
export type ObservationNotice = (typeof OBSERVATION_NOTICES)[number]

export interface Telling {
  readonly who: 'reporter' | 'triagers'
  readonly notice: ObservationNotice
  /** The feedback mode it counts as; `null` where it is not feedback. */
  readonly mode: FeedbackModeCode | null
}

const toTriagers: Telling = { who: 'triagers', notice: 'triage', mode: null }

/**
 * Who is told what after each event. The receipt is not here: it is the answer to sending, and is
 * given at once.
 */
export const OBSERVATION_TELLING: Readonly<Record<ObservationEvent['type'], readonly Telling[]>> = {
  ObservationRaised: [toTriagers],
  ObservationAddedTo: [],
  ObservationBecameUrgent: [toTriagers],
  ObservationAcknowledged: [{ who: 'reporter', notice: 'acknowledged', mode: 'bounceBack' }],
  ObservationReassigned: [toTriagers],
  KindCorrected: [],
  ObservationDecided: [{ who: 'reporter', notice: 'decided', mode: 'tellWhatWasDone' }],
  FeedbackGiven: [{ who: 'reporter', notice: 'feedback', mode: 'tellWhatWasDone' }],
  ObservationClosed: [{ who: 'reporter', notice: 'closed', mode: 'tellWhatWasDone' }],
  ObservationReopened: [toTriagers, { who: 'reporter', notice: 'reopened', mode: null }],
}

/**
 * Whose triage cards are brought up to date after each event. A card that is replaced loses what
 * is being typed into it, so nobody's is replaced for what it does not show, and whoever starts on
 * an observation by opening a form on the card keeps that form.
 */
export const CARDS_REFRESHED: Readonly<
  Record<ObservationEvent['type'], 'nobody' | 'others' | 'everybody'>
> = {
  ObservationRaised: 'nobody',
  ObservationAddedTo: 'nobody',
  ObservationBecameUrgent: 'everybody',
  ObservationAcknowledged: 'others',
  ObservationReassigned: 'everybody',
  KindCorrected: 'everybody',
  ObservationDecided: 'everybody',
  FeedbackGiven: 'everybody',
  ObservationClosed: 'everybody',
  ObservationReopened: 'everybody',
}
