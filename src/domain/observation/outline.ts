import { holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { KindCode, OutcomeCode } from '../taxonomies/lists.ts'
import { outcomeOf, triageOutcomes } from '../taxonomies/lists.ts'
import type { Actor } from '../words/actor.ts'
import { holds } from '../words/actor.ts'
import type { AgencyId, PersonId } from '../words/ids.ts'
import type { Instant } from '../words/time.ts'
import { isKeptFrom, keptAgenciesOf } from './kept-from.ts'
import type { ObservationScope } from './scope.ts'
import type { Observation, ObservationEvent, ObservationStage } from './types.ts'

// Some decisions ask the board whether there has to be a statutory review. The office and the chair
// see that it is asked, and about what kind of report. They see neither the report nor its
// reporter.

/** What the board sees of an observation that was put to it: no reporter, nothing anybody wrote. */
export interface ObservationOutline {
  /** Put to the board. Otherwise it is seen because something about it is late. */
  readonly isAsked: boolean
  readonly stage: ObservationStage
  readonly kind: KindCode
  /** Where it is. */
  readonly agency: AgencyId
  readonly raisedAt: Instant
  /** Oldest first. The last one stands, unless the report waits for a decision again. */
  readonly decisions: readonly {
    readonly outcome: OutcomeCode
    readonly at: Instant
    readonly by: PersonId
  }[]
  readonly closedAt: Instant | null
}

export const asksTheBoard = (outcome: OutcomeCode) => outcomeOf(outcome)?.asksTheBoard === true

/** The outcomes that are a question to the board. */
export const ASKING_OUTCOMES: readonly OutcomeCode[] = triageOutcomes.items
  .map(({ code }) => code as OutcomeCode) // the list and the union are tested to be the same
  .filter(asksTheBoard)

const isAsked = (actor: Actor) => holds(actor, 'businessManager') || holds(actor, 'chair')

/** Those who are asked. Never about what they raised themselves or what was sent past them. */
export const askedOf = (
  observation: Pick<Observation, 'reporter' | 'reporterAgency' | 'pastAgency'>,
  board: BoardSettings,
): readonly PersonId[] =>
  [...new Set([...holdersOf(board, 'businessManager'), ...holdersOf(board, 'chair')])].filter(
    (person) => person !== observation.reporter && !isKeptFrom(observation, person, board),
  )

/** What the actor sees of an observation they are asked about, if they are. */
export function outlineOf(
  observation: Observation,
  actor: Actor,
  board: BoardSettings,
): ObservationOutline | undefined {
  const { reporter, decisions } = observation
  if (!isAsked(actor) || reporter === actor.person) return undefined
  if (isKeptFrom(observation, actor.person, board)) return undefined
  return decisions.some(({ outcome }) => asksTheBoard(outcome))
    ? outlineMade(observation)
    : undefined
}

/** The content of an outline. */
export function outlineMade(observation: Observation): ObservationOutline {
  const { decisions, stage, kind, route, raisedAt } = observation
  return {
    isAsked: decisions.some(({ outcome }) => asksTheBoard(outcome)),
    stage,
    kind,
    agency: route.agency,
    raisedAt,
    decisions: decisions.map(({ outcome, at, by }) => ({ outcome, at, by })),
    closedAt: observation.stage === 'closed' ? observation.closed.at : null,
  }
}

/** The scope for lists, which show the questions that stand. */
export function askedScope(actor: Actor, board: BoardSettings): ObservationScope {
  if (!isAsked(actor)) return []
  const exceptPast = keptAgenciesOf(board, actor.person)
  const all = { agency: null, onlyReporters: null, exceptReporters: [actor.person] }
  return [exceptPast.length === 0 ? all : { ...all, exceptPast }]
}

/** Whether an event asks the board. */
export const asks = (event: ObservationEvent): boolean =>
  event.type === 'ObservationDecided' && asksTheBoard(event.outcome)

/** Whether an event changes an earlier question to the board. */
export function movesQuestion(
  event: ObservationEvent,
  before: readonly ObservationEvent[],
): boolean {
  const last = before.findLast(
    ({ type }) => type === 'ObservationDecided' || type === 'ObservationReopened',
  )
  if (!last || !asks(last) || asks(event)) return false
  return ['ObservationDecided', 'ObservationReopened', 'ObservationClosed'].includes(event.type)
}
