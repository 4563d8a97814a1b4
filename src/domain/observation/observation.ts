import { personOf } from '../board/directory.ts'
import type { PlainAction } from '../machinery/fields/kinds.ts'
import { isProposalEvent, proposalsAfter } from '../machinery/proposals.ts'
import type { Recorded, RecordKind } from '../machinery/record-kind.ts'
import type { Actor } from '../shared/actor.ts'
import { SYSTEM } from '../shared/actor.ts'
import { assertNever } from '../shared/errors.ts'
import { cleanText } from '../shared/text.ts'
import { dateOf } from '../shared/time.ts'
import { workingDaysBetween } from '../shared/working-days.ts'
import { outcomeOf } from '../taxonomies/lists.ts'
import { chosen, chosenLast, cleanAnswers, mayBeDanger, saysDanger } from './answers.ts'
import { withFeedback } from './feedback.ts'
import { learningAskedBy } from './learning.ts'
import { OBSERVATION_LIKELY } from './likely.ts'
import type { ObservationNeed, ObservationParty } from './moves.ts'
import type { ObservationContext } from './needs.ts'
import { OBSERVATION_NEEDS } from './needs.ts'
import { observationDues } from './promise.ts'
import { officeInstead, triagersOf } from './routing.ts'
import { isChairOf, proposedTo, SECOND_PERSON } from './second-person.ts'
import type {
  Addition,
  Observation,
  ObservationCommand,
  ObservationEvent,
  ObservationStage,
  ObservationView,
} from './types.ts'
import { viewOfObservation } from './visibility.ts'
import { OBSERVATION_MOVES } from './workflow.ts'

function partiesOf(
  actor: Actor,
  observation: Observation | undefined,
  { board }: ObservationContext,
): readonly ObservationParty[] {
  if (actor === SYSTEM) return ['system']
  const parties: ObservationParty[] = []
  if (personOf(board, actor.person)?.active) parties.push('staff')
  // No office gives anybody a say in what becomes of their own report (S12).
  if (observation?.reporter === actor.person) return [...parties, 'reporter']
  if (observation && triagersOf(observation, board).includes(actor.person)) parties.push('triager')
  if (observation && isChairOf(actor, observation, board)) parties.push('chair')
  return parties
}

/** Who raised it and where they work: known from the actor, so it is not part of the command. */
function raised(
  command: Extract<ObservationCommand, { type: 'raise' }>,
  { agency, person }: Actor,
  { board }: ObservationContext,
): readonly ObservationEvent[] {
  if (agency === null) return []
  const office = command.to === 'office' ? officeInstead(board, agency, person) : undefined
  return [
    {
      type: 'ObservationRaised',
      kind: command.kind,
      answers: cleanAnswers(command.answers),
      mode: 'open',
      agency,
      ...(office ? { office } : {}),
      sameDay: mayBeDanger(command.answers),
    },
  ]
}

/** Whoever triages was sent a card before this was added: they hear of it again. */
function becomesUrgent(
  observation: Observation,
  addition: Pick<Addition, 'text' | 'answers'>,
): readonly ObservationEvent[] {
  const added = addition.answers
  // Something new each time it is said, also where the report is pressing already.
  if (saysDanger(addition)) return [{ type: 'ObservationBecameUrgent', because: 'danger' }]
  const wasWorried = chosenLast(observation, 'worry') === 'veryWorried'
  return chosen(added, 'worry') === 'veryWorried' && !wasWorried
    ? [{ type: 'ObservationBecameUrgent', because: 'worry' }]
    : []
}

/** What each action leads to that is not in the table; texts are clean already. */
function decide(
  command: Exclude<ObservationCommand, { type: PlainAction<typeof OBSERVATION_MOVES> }>,
  observation: Observation | undefined,
  context: ObservationContext,
  actor: Actor,
): readonly ObservationEvent[] {
  const { now, calendar } = context
  if (command.type === 'raise') return raised(command, actor, context)
  if (!observation) throw new TypeError('only raising makes an observation')
  switch (command.type) {
    case 'add': {
      const text = command.text === null ? null : cleanText(command.text)
      const answers = cleanAnswers(command.answers)
      return [
        { type: 'ObservationAddedTo', text, answers },
        ...becomesUrgent(observation, { text, answers }),
      ]
    }
    case 'reassign':
      return [
        {
          type: 'ObservationReassigned',
          from: observation.route,
          to: command.to,
          reason: command.reason,
          reporterIsTold: true,
        },
      ]
    case 'correctKind':
      return [
        {
          type: 'KindCorrected',
          from: observation.kind,
          to: command.kind,
          reason: command.reason,
        },
      ]
    case 'decide':
      return [
        {
          type: 'ObservationDecided',
          outcome: command.outcome,
          reason: command.reason,
          words: command.words,
          nextReviewOn: command.nextReviewOn,
          tookWorkingDays: workingDaysBetween(
            calendar,
            dateOf(observation.waitingSince),
            dateOf(now),
          ),
          ...(outcomeOf(command.outcome)?.closes ? { closes: true } : {}),
          ...learningAskedBy(command),
        },
      ]
    case 'close':
      return [{ type: 'ObservationClosed' }]
    case 'noteLearning':
      return [{ ...command, type: 'LearningRecorded' }]
    case 'noteNotHeld':
      return [{ ...command, type: 'LearningNotHeld' }]
    default:
      return assertNever(command)
  }
}

function evolve(
  observation: Observation | undefined,
  recorded: Recorded<ObservationEvent>,
): Observation {
  const { due, ...event } = recorded.event
  const after = evolved(observation, { ...recorded, event })
  return due === undefined ? after : { ...after, due }
}

function evolved(
  observation: Observation | undefined,
  { event, at, by, seq, cause }: Recorded<ObservationEvent>,
): Observation {
  if (event.type === 'ObservationRaised') {
    const { kind, answers, mode, agency, office, sameDay } = event
    return {
      stage: 'awaitingTriage',
      reporter: by,
      reporterAgency: agency,
      ...(office ? { pastAgency: true } : {}),
      mode,
      raisedAt: at,
      kind,
      kindByReporter: kind,
      answers,
      additions: [],
      sameDay,
      route: { agency: office ?? agency, person: null },
      acknowledged: null,
      waitingSince: at,
      decisions: [],
      feedback: [],
    }
  }
  if (!observation) throw new TypeError('an observation begins with being raised')
  if (isProposalEvent(event))
    return {
      ...observation,
      proposals: proposalsAfter(observation.proposals ?? [], { event, at, by, seq, cause }),
    }
  switch (event.type) {
    case 'HarmSaid':
      return { ...observation, harm: event.harm }
    case 'ObservationAddedTo': {
      const { text, answers } = event
      const asked = answers.some(({ question }) => question === 'dangerNow')
      return {
        ...observation,
        additions: [...observation.additions, { at, text, answers }],
        sameDay: observation.sameDay || (asked && mayBeDanger(answers)),
      }
    }
    case 'ObservationBecameUrgent':
      // Worry shows in the answer itself; danger may have been said in words nobody asked for.
      return event.because === 'danger' ? { ...observation, sameDay: true } : observation
    case 'ObservationAcknowledged':
      return { ...observation, acknowledged: { by, at } }
    case 'ObservationReassigned':
      // Nobody there has started on it yet, and its reporter is not to think so.
      return { ...observation, route: event.to, acknowledged: null }
    case 'KindCorrected':
      return { ...observation, kind: event.to }
    case 'ObservationDecided': {
      const { type: _type, closes, learning: _learning, due: _due, ...decided } = event
      const decision = { ...decided, by, at }
      const decisions = [...observation.decisions, decision]
      const { told: _told, lookedAgain: _looked, ...rest } = observation
      const told = rest.feedback.some((one) => one.at >= at) ? { told: false } : {}
      const stands = { ...rest, decision, decisions, ...told }
      return closes
        ? { ...stands, stage: 'closed', closed: { by, at } }
        : { ...stands, stage: 'underWay' }
    }
    case 'FeedbackGiven':
      return withFeedback(observation, { mode: event.mode, text: event.text, by, at })
    case 'LearningRecorded': {
      const { type: _type, ...learned } = event
      return { ...observation, learned }
    }
    case 'LearningNotHeld':
      // It stands in the history: what follows is for those who triage to decide.
      return observation
    case 'ObservationClosed':
      if (observation.stage === 'awaitingTriage')
        throw new TypeError('an observation is decided before it is closed')
      return { ...observation, stage: 'closed', closed: { by, at } }
    case 'ObservationLookedAtAgain':
      return { ...observation, lookedAgain: true }
    case 'ObservationReopened': {
      if (observation.stage === 'awaitingTriage') return observation
      const { decision: _decision, ...rest } = observation
      return { ...rest, stage: 'awaitingTriage', acknowledged: null, waitingSince: at }
    }
    default:
      return assertNever(event)
  }
}

/** The observation as a record: see `RecordKind`. */
export interface ObservationTypes {
  readonly stage: ObservationStage
  readonly party: ObservationParty
  readonly need: ObservationNeed
  readonly state: Observation
  readonly command: ObservationCommand
  readonly event: ObservationEvent
  readonly context: ObservationContext
  readonly view: ObservationView
}

export const observationRecord: RecordKind<ObservationTypes> = {
  kind: 'observation',
  moves: OBSERVATION_MOVES,
  likely: OBSERVATION_LIKELY,
  needs: OBSERVATION_NEEDS,
  partiesOf,
  decide,
  evolve,
  second: SECOND_PERSON,
  duesOf: (observation, { calendar }) => observationDues(observation, calendar),
  viewOf: viewOfObservation,
  isAskedOf: (observation, actor, context) => proposedTo(observation, actor, context).length > 0,
}
