import { actorFor, holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Proposal } from '../machinery/proposals.ts'
import { openProposals } from '../machinery/proposals.ts'
import type { RecordContext } from '../registered.ts'
import type { Actor } from '../words/actor.ts'
import type { PersonId } from '../words/ids.ts'
import { dateOf } from '../words/time.ts'
import { plusWorkingDays } from '../words/working-days.ts'
import { isKeptFrom } from './kept-from.ts'
import type { Observation, ObservationCommand } from './types.ts'

type Concerned = Pick<Observation, 'reporter' | 'reporterAgency' | 'pastAgency' | 'recused'>

/**
 * Who acts as chair for an observation: not for what they raised, what was sent past them, or what
 * they said another should decide. Once all others have left, those may: better they than nobody.
 */
function chairsOf(observation: Concerned, board: BoardSettings): readonly PersonId[] {
  const all = holdersOf(board, 'chair').filter(
    (person) => person !== observation.reporter && !isKeptFrom(observation, person, board),
  )
  const others = all.filter((person) => !observation.recused?.includes(person))
  return others.length > 0 ? others : all
}

/** Whether somebody acts as chair for an observation. */
export const isChairOf = (actor: Actor, observation: Concerned, board: BoardSettings): boolean =>
  chairsOf(observation, board).includes(actor.person)

/** What asking a second person takes: see `RecordKind`. */
export const SECOND_PERSON = {
  everybody: ({ board }: RecordContext): readonly Actor[] =>
    board.people.filter(({ active }) => active).map(({ id }) => actorFor(board, id)),
  lastDay: (workingDays: number, { now, calendar }: RecordContext) =>
    plusWorkingDays(calendar, dateOf(now), workingDays),
}

/** Who is asked to agree to a proposal. */
export const secondsOf = (
  observation: Concerned,
  board: BoardSettings,
  proposer: PersonId,
): readonly PersonId[] => chairsOf(observation, board).filter((person) => person !== proposer)

/**
 * The proposals that wait for the actor's agreement as chair. Because of them they know of the
 * observation.
 */
export const proposedTo = (
  observation: Concerned & Pick<Observation, 'proposals'>,
  actor: Actor,
  { board, now }: Pick<RecordContext, 'board' | 'now'>,
): readonly Proposal<ObservationCommand>[] =>
  isChairOf(actor, observation, board)
    ? openProposals(observation.proposals, now).filter(({ by }) => by !== actor.person)
    : []
