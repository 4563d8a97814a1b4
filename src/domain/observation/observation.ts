import { personOf } from '../board/directory.ts'
import type { PlainAction } from '../machinery/fields/kinds.ts'
import type { RecordKind } from '../machinery/record-kind.ts'
import { outcomeOf } from '../taxonomies/lists.ts'
import type { Actor } from '../words/actor.ts'
import { SYSTEM } from '../words/actor.ts'
import { assertNever } from '../words/errors.ts'
import { cleanText } from '../words/text.ts'
import { dateOf } from '../words/time.ts'
import { workingDaysBetween } from '../words/working-days.ts'
import { chosen, chosenLast, cleanAnswers, mayBeDanger, saysDanger } from './answers.ts'
import { openQuestions } from './asking.ts'
import { evolve } from './evolve.ts'
import { saysGrave } from './harm.ts'
import { isOverseer } from './late-outline.ts'
import { learningAskedBy } from './learning.ts'
import { OBSERVATION_LIKELY } from './likely.ts'
import type { ObservationNeed, ObservationParty } from './moves.ts'
import type { ObservationContext } from './needs.ts'
import { OBSERVATION_NEEDS } from './needs.ts'
import { outlineOf } from './outline.ts'
import { observationDues } from './promise.ts'
import { heardBefore, promiseKept } from './promise-kept.ts'
import { officeInstead, routeWithout, triagersOf } from './routing.ts'
import { isChairOf, proposedTo, SECOND_PERSON } from './second-person.ts'
import type {
  Addition,
  Observation,
  ObservationCommand,
  ObservationEvent,
  ObservationStage,
  ObservationView,
  Route,
} from './types.ts'
import { viewOfObservation } from './visibility.ts'
import { OBSERVATION_MOVES } from './workflow.ts'

function partiesOf(
  actor: Actor,
  observation: Observation | undefined,
  { board, now }: ObservationContext,
): readonly ObservationParty[] {
  if (actor === SYSTEM) return ['system']
  const parties: ObservationParty[] = []
  if (personOf(board, actor.person)?.active) parties.push('staff')
  // Reporters never decide on their own report, whatever role they hold (S12).
  if (observation?.reporter === actor.person) return [...parties, 'reporter']
  if (observation && triagersOf(observation, board).includes(actor.person)) parties.push('triager')
  if (observation && isChairOf(actor, observation, board)) {
    parties.push('chair')
    if (outlineOf(observation, actor, board)) parties.push('askedChair')
  }
  // Whoever triages it passes it on as one who has read it.
  const mayOversee = observation && !parties.includes('triager')
  if (mayOversee && isOverseer(observation, actor, board, now)) parties.push('overseer')
  return parties
}

/** Who raised it and where they work. Taken from the actor, so it is not in the command. */
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

/** What the reporter says after sending, in any way. Their words answer what they were asked. */
function added(
  observation: Observation,
  said: Pick<Addition, 'text' | 'answers'>,
): readonly ObservationEvent[] {
  const text = said.text === null ? null : cleanText(said.text)
  const answers = cleanAnswers(said.answers)
  const isReply = text !== null && openQuestions(observation).length > 0
  return [
    { type: 'ObservationAddedTo', text, answers, ...(isReply ? { isReply } : {}) },
    ...becomesUrgent(observation, { text, answers }),
    ...overtakenBy(observation, { text, answers }),
  ]
}

/**
 * A proposal made without knowing that a child may be at risk, has died or was seriously harmed
 * ends, so that nobody agrees to it.
 */
const overtakenBy = (
  observation: Observation,
  addition: Pick<Addition, 'text' | 'answers'>,
): readonly ObservationEvent[] =>
  saysDanger(addition) || saysGrave(chosen(addition.answers, 'harm'))
    ? (observation.proposals ?? []).map(({ number }) => ({
        type: 'ProposalOvertaken',
        proposal: number,
      }))
    : []

/** The triage card was sent before this was added, so those who triage are told again. */
function becomesUrgent(
  observation: Observation,
  addition: Pick<Addition, 'text' | 'answers'>,
): readonly ObservationEvent[] {
  const added = addition.answers
  // Said again each time, even if the report is pressing already: it may be something new.
  if (saysDanger(addition)) return [{ type: 'ObservationBecameUrgent', because: 'danger' }]
  const wasWorried = chosenLast(observation, 'worry') === 'veryWorried'
  return chosen(added, 'worry') === 'veryWorried' && !wasWorried
    ? [{ type: 'ObservationBecameUrgent', because: 'worry' }]
    : []
}

/** Where a report is passed on to. */
export const wentTo = (
  command: Extract<ObservationCommand, { type: 'reassign' | 'passOnLate' }>,
): Route => (command.type === 'reassign' ? command.to : { agency: command.agency, person: null })

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
    case 'add':
      return added(observation, command)
    case 'reply':
      return added(observation, { text: command.answer, answers: [] })
    case 'reassign':
    case 'passOnLate':
      return [
        {
          type: 'ObservationReassigned',
          from: observation.route,
          to: wentTo(command),
          reason: command.reason,
          reporterIsTold: true,
          ...heardBefore(observation),
        },
      ]
    case 'recuse': {
      const to = routeWithout(observation, actor.person, context.board)
      // The gate has checked this already.
      if (!to) throw new TypeError('nobody is left who could decide it')
      return [{ type: 'ObservationRecused', from: observation.route, to }]
    }
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
          ...promiseKept(observation, context),
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

/** Parties who act on a report though they see only its outline. */
const OUTLINED: readonly ObservationParty[] = ['overseer', 'askedChair']

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
  isAskedOf: (observation, actor, context) =>
    proposedTo(observation, actor, context).length > 0 ||
    OUTLINED.some((party) => partiesOf(actor, observation, context).includes(party)),
}
