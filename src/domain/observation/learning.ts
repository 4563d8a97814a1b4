import { holdersToChoose } from '../activity/fields.ts'
import type { ActivityCommand } from '../activity/types.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Recorded } from '../machinery/record-kind.ts'
import type { Reaction } from '../registered.ts'
import type { ActivityTypeCode, OutcomeCode } from '../taxonomies/lists.ts'
import { activityTypes, labelOf, offered, triageOutcomes } from '../taxonomies/lists.ts'
import { entryOf } from '../words/entry.ts'
import type { RecordRef } from '../words/ids.ts'
import { sayDate } from '../words/time.ts'
import { isKeptFrom } from './kept-from.ts'
import type { ObservationField } from './moves.ts'
import { reviewProposed, reviewsWithdrawn } from './proposed-reviews.ts'
import { sayPerson } from './saying.ts'
import type { LearningAsked, Observation, ObservationCommand, ObservationEvent } from './types.ts'

// A decision to learn from a report plans a learning activity (S6), or an audit (S7).

/**
 * The outcomes that plan one, and its type; where there are several, a field of the form says
 * which.
 */
const PLANS = {
  localLearning: 'setting',
  supervision: ['supervision'],
  auditTheme: 'scope',
  afterActionReview: ['afterActionReview'],
} as const satisfies Partial<Record<OutcomeCode, string | readonly [ActivityTypeCode]>>

const PLANNING = Object.keys(PLANS)

/** Whether a decision asks for a learning activity. */
export const plansLearning = (outcome: OutcomeCode): boolean => PLANNING.includes(outcome)

const when = (outcomes: readonly string[]) => ({ field: 'outcome', oneOf: outcomes })

const typesAmong = (codes: readonly ActivityTypeCode[]) => () =>
  offered(activityTypes)
    .filter(({ code }) => codes.some((one) => one === code))
    .map(({ code, label, help = '' }) => ({ value: code, label, help }))

const SETTINGS = ['reflection', 'discussion', 'teamMeeting', 'huddle', 'training'] as const
const AUDITS = ['singleAgencyAudit', 'multiAgencyAudit'] as const

/** What the form of a decision asks about it. */
export const LEARNING_FIELDS = {
  setting: {
    is: 'choice',
    label: 'Where will people learn from it?',
    ask: 'Choose where people will learn from it.',
    codes: SETTINGS,
    choices: typesAmong(SETTINGS),
    when: when(['localLearning']),
  },
  scope: {
    is: 'choice',
    label: 'In one agency, or across agencies?',
    ask: 'Choose whether one agency is audited, or several.',
    codes: AUDITS,
    choices: typesAmong(AUDITS),
    when: when(['auditTheme']),
  },
  holder: {
    is: 'person',
    label: 'Who holds it?',
    help: 'They are told, and see what should be looked at, not the report.',
    ask: 'Choose a senior, an agency lead or the business manager who holds it.',
    people: (observation, { board }) =>
      holdersToChoose(
        board,
        (person) => person === observation.reporter || isKeptFrom(observation, person, board),
      ),
    when: when(PLANNING),
  },
  holdBy: {
    is: 'date',
    label: 'By when is it held?',
    ask: 'Choose a day from today on by which it is held.',
    from: 'today',
    when: when(PLANNING),
  },
  about: {
    is: 'text',
    label: 'What should be looked at?',
    called: 'What should be looked at',
    help: 'For whoever holds it; the reporter does not see it. Leave out names, also the reporter’s.',
    ask: 'Write in a sentence or two what should be looked at.',
    atMost: 1000,
    when: when(PLANNING),
  },
} as const satisfies Readonly<Record<string, ObservationField>>

/** The learning activity that a decision asks for, if it does. */
export function learningAskedBy(command: Extract<ObservationCommand, { type: 'decide' }>): {
  readonly learning?: LearningAsked
} {
  const { outcome, holder, holdBy, about } = command
  const plan = entryOf(PLANS, outcome)
  if (!plan || !holder || !holdBy || !about) return {}
  const activity = typeof plan === 'string' ? command[plan] : plan[0]
  return !activity ? {} : { learning: { activity, holder, dueOn: holdBy, about } }
}

/** A decision and the learning it asks for, as those who triage read it. */
export function sayDecision(
  { outcome, learning }: Pick<LearningDecided, 'outcome' | 'learning'>,
  board: BoardSettings,
): string {
  const decided = `Decided: ${labelOf(triageOutcomes, outcome)}`
  if (!learning) return decided
  const { activity, holder, dueOn, about } = learning
  return `${decided}. ${labelOf(activityTypes, activity)} by ${sayDate(dueOn)}, held by ${sayPerson(board, holder)}. To be looked at: ${about}`
}

type LearningDecided = Extract<ObservationEvent, { type: 'ObservationDecided' }>

/** What its holder, those who triage and the reporter read of an activity that is not needed any more. */
const DECIDED_ANEW = 'Another decision was made about the report.'

/**
 * The activity is planned, or the review proposed, as soon as it is decided: always the first
 * reaction, by which a later decision finds it. What another outcome planned or proposed before, and
 * nobody has begun, is dropped then.
 */
export function reactionsToObservation(
  recorded: Recorded<ObservationEvent>,
  observation: Observation,
  origin: RecordRef,
  before: readonly Recorded<ObservationEvent>[],
): readonly Reaction[] {
  const { event } = recorded
  if (event.type !== 'ObservationDecided') return []
  const command: ActivityCommand = { type: 'notHeld', reason: DECIDED_ANEW }
  const dropped = before.flatMap(({ event: earlier, seq }): readonly Reaction[] =>
    earlier.type === 'ObservationDecided' && earlier.learning && earlier.outcome !== event.outcome
      ? [{ kind: 'activity', made: { by: seq, at: 'planned' }, command }]
      : [],
  )
  return [
    ...planned(recorded, observation, origin),
    ...reviewProposed(recorded, observation, origin, before),
    ...dropped,
    ...reviewsWithdrawn(event.outcome, before),
  ]
}

function planned(
  { event, by }: Recorded<ObservationEvent>,
  { route, reporter, pastAgency, reporterAgency }: Observation,
  origin: RecordRef,
): readonly Reaction[] {
  if (event.type !== 'ObservationDecided' || !event.learning) return []
  const past = pastAgency ? reporterAgency : null
  const { agency } = route
  const command: ActivityCommand = {
    type: 'arise',
    ...event.learning,
    agency,
    reporter,
    past,
    maker: by,
    origin,
  }
  return [{ kind: 'activity', command }]
}
