import type { BoardSettings } from '../board/types.ts'
import { inSentence } from '../machinery/fields/check.ts'
import { labelOf, observationKinds, triageOutcomes } from '../taxonomies/lists.ts'
import { sayHarm } from './harm.ts'
import { sayDecision } from './learning.ts'
import { learningEvents } from './learning-events.ts'
import { PROPOSAL_EVENTS } from './proposal-events.ts'
import { sayRoute } from './saying.ts'
import type { Telling } from './tellings.ts'
import {
  isAfterStart,
  isAnswer,
  isElsewhere,
  isNoAnswer,
  isReply,
  isSaidToReporter,
  toBoard,
  toBoardAgain,
  toReporter,
  toTriagers,
} from './tellings.ts'
import type { ObservationEvent, ObservationView } from './types.ts'

export interface Told<Event> {
  /** A few words for the auditor and the documents, without its content. */
  readonly label: string
  /**
   * Its line in the history, where that says more than the label: the reason of a change, if it is
   * shown nowhere else. Decisions, feedback and additions stand beside the history.
   */
  readonly says?: (event: Event, board: BoardSettings) => string
  /** That line for its reporter, where they must not read all of it. */
  readonly saysToReporter?: (event: Event, board: BoardSettings) => string
  /** The receipt is missing here: it is the answer to sending, given at once. */
  readonly tells: readonly Telling[]
  /** The part of the event its message shows. */
  readonly shows?: (event: Event) => { readonly heading: string; readonly text: string }
  /**
   * Whose triage cards are redrawn. `nobody`: no card shows the event. `others`: the person who
   * pressed has the result on their card. An open form is not replaced.
   */
  readonly cards: 'nobody' | 'others' | 'everybody'
}

const passedOn = (
  { from, to }: Pick<Extract<ObservationEvent, { type: 'ObservationReassigned' }>, 'from' | 'to'>,
  board: BoardSettings,
) => `Passed on from ${sayRoute(board, from)} to ${sayRoute(board, to)}`

const kindIn = (code: string) => labelOf(observationKinds, code).toLowerCase()

/** What becomes of each event: its words in history and audit log, and who is told. */
export const OBSERVATION_EVENTS: {
  readonly [Type in ObservationEvent['type']]: Told<Extract<ObservationEvent, { type: Type }>>
} = {
  ObservationRaised: {
    label: 'Raised',
    says: ({ kind, agency, office }, board) =>
      office === undefined
        ? `Raised as ${kindIn(kind)}`
        : `Raised as ${kindIn(kind)}, with the board office, and kept from ${sayRoute(board, { agency, person: null })}`,
    tells: [toTriagers],
    cards: 'nobody',
  },
  ObservationAddedTo: {
    label: 'The reporter added something',
    says: ({ isReply }) => (isReply ? 'The reporter answered' : 'The reporter added something'),
    tells: [
      { ...toTriagers, only: isAfterStart },
      { ...toTriagers, who: 'asker', only: isReply },
    ],
    cards: 'nobody',
  },
  ObservationBecameUrgent: {
    label: 'Became urgent',
    says: ({ because }) =>
      because === 'danger'
        ? 'What was added says that a child may be at risk'
        : 'The reporter is very worried',
    tells: [toTriagers],
    cards: 'everybody',
  },
  ObservationAcknowledged: {
    label: 'Started on',
    says: () => 'Somebody senior started on it',
    tells: [toReporter('acknowledged', 'bounceBack')],
    cards: 'others',
  },
  ObservationReassigned: {
    label: 'Passed on',
    says: (event, board) => `${passedOn(event, board)}. Reason: ${event.reason}`,
    saysToReporter: passedOn,
    tells: [toTriagers, { ...toReporter('passedOn', null), only: isSaidToReporter }],
    cards: 'everybody',
  },
  ObservationRecused: {
    label: 'Somebody else decides it',
    says: ({ from, to }, board) =>
      from.agency === to.agency
        ? 'Somebody else there decides it'
        : `Somebody else decides it: ${passedOn({ from, to }, board)}`,
    tells: [toTriagers, { ...toReporter('passedOn', null), only: isElsewhere }],
    cards: 'everybody',
  },
  KindCorrected: {
    label: 'Kind corrected',
    says: ({ from, to, reason }) =>
      `Kind corrected from ${kindIn(from)} to ${kindIn(to)}. Reason: ${reason}`,
    tells: [],
    cards: 'everybody',
  },
  ObservationDecided: {
    label: 'Decided',
    says: sayDecision,
    saysToReporter: ({ outcome }) => `Decided: ${labelOf(triageOutcomes, outcome)}`,
    tells: [
      { ...toReporter('decided', 'tellWhatWasDone'), only: isNoAnswer },
      { ...toReporter('answered', 'tellWhatWasDone'), only: isAnswer },
      toBoard,
      toBoardAgain,
    ],
    cards: 'everybody',
  },
  FeedbackGiven: {
    label: 'Feedback given to the reporter',
    tells: [toReporter('feedback', 'tellWhatWasDone')],
    shows: ({ text }) => ({ heading: 'What we can tell you', text }),
    cards: 'everybody',
  },
  ...learningEvents(toTriagers, toReporter('notHeld', 'tellWhatWasDone')),
  ObservationClosed: {
    label: 'Closed',
    tells: [toReporter('closed', 'tellWhatWasDone'), toBoardAgain],
    cards: 'everybody',
  },
  ReporterAsked: {
    label: 'The reporter was asked something',
    says: ({ question }) => `The reporter was asked: ${question}`,
    tells: [toReporter('question', null)],
    shows: ({ question }) => ({ heading: 'The question', text: question }),
    cards: 'others',
  },
  HarmSaid: {
    label: 'Harm to a child answered',
    says: ({ harm }) =>
      `Whether the child died or was seriously harmed: ${inSentence(sayHarm(harm))}`,
    saysToReporter: () => 'Somebody senior answered whether a child was harmed',
    tells: [],
    cards: 'everybody',
  },
  ...PROPOSAL_EVENTS,
  ObservationLookedAtAgain: {
    label: 'Looked at again',
    says: () => 'Somebody senior looked at it again',
    tells: [],
    cards: 'others',
  },
  ObservationReopened: {
    label: 'Opened again',
    says: ({ reason }) => `Opened again. Reason: ${reason}`,
    tells: [toTriagers, toReporter('reopened', null), toBoardAgain],
    cards: 'everybody',
  },
}

const toldOf = <Type extends ObservationEvent['type']>(
  event: Extract<ObservationEvent, { type: Type }>,
) =>
  // The row of the event's own type.
  OBSERVATION_EVENTS[event.type] as unknown as Told<ObservationEvent>

/** A few words for the history, as its reporter or those who triage read it. */
export function sayEvent(
  event: ObservationEvent,
  board: BoardSettings,
  seenAs: ObservationView['seenAs'],
): string {
  const { says, saysToReporter, label } = toldOf(event)
  const say = seenAs === 'reporter' ? (saysToReporter ?? says) : says
  return say?.(event, board) ?? label
}

/** Who is told of an event, given what happened before it. */
export const tellingsOf = (
  event: ObservationEvent,
  before: readonly ObservationEvent[],
): readonly Telling[] =>
  OBSERVATION_EVENTS[event.type].tells.filter(
    ({ only }: Telling) => only === undefined || only.holds(event, before),
  )

/** What a message shows of an event, if it has words of its own. */
export const shownOf = (event: ObservationEvent) => toldOf(event).shows?.(event)
