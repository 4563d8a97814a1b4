import { actorFor, holdersOf, personOf } from '../../src/domain/board/directory.ts'
import type { ObservationFilter, ObservationOrder } from '../../src/domain/observation/columns.ts'
import { triagersOf } from '../../src/domain/observation/routing.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import { newcomerId } from '../../src/usecases/board/who-is.ts'
import type { SettableClock } from '../faults/settable-clock.ts'
import type { Ask } from './ask.ts'
import { NEWCOMERS } from './board-content.ts'
import type { Model } from './model.ts'
import { boardIn, nthOf } from './model.ts'
import type { ModelRow } from './model-lists.ts'
import type { Outcome } from './outcome.ts'
import type { Who } from './steps.ts'
import type { World } from './worlds.ts'

/** Something that was sent, as it can be sent again: by the same person or by another. */
export interface Sent {
  readonly person: PersonId
  readonly by: (actor: Actor) => Ask
}

/** A list somebody is going through, page by page. */
export interface Walk {
  readonly filter: ObservationFilter
  readonly order: ObservationOrder
  readonly size: number
  readonly next: string
  readonly last: ModelRow
}

/** A sequence under way: the store, the model beside it, and what has been done so far. */
export interface Session {
  readonly world: Pick<World, 'stores' | 'reopen'>
  readonly clock: SettableClock
  /** When the sequence began. */
  readonly began: string
  /** Replaced when several things happen at the same moment: by what came of them in one order. */
  model: Model
  /** In words, what was done and what came of it. */
  readonly story: string[]
  readonly sent: Sent[]
  /** The id that the store gave each delivery, by its key. */
  readonly ids: Map<string, string>
  /** Whose turn each key of a delivery was that came so far. */
  readonly keys: Map<string, string>
  walk: Walk | undefined
  asked: number
  /** How often something came of something, to see that the sequences get anywhere. */
  readonly tally: Map<string, number>
}

/** Whoever acts, with the duties that the directory gives them now. */
export function actorOf({ model }: Session, person: PersonId): Actor {
  const board = boardIn(model)
  return personOf(board, person) ? actorFor(board, person) : { person, agency: null, roles: [] }
}

/** @param ref the observation that a reporter or triager belongs to */
export function personFor({ model }: Session, { as, nth }: Who, ref?: string): PersonId {
  const board = boardIn(model)
  const observation = ref === undefined ? undefined : model.observations.get(ref)?.stored.state
  const everybody = [...board.people.map(({ id }) => id), ...NEWCOMERS.map(newcomerId)]
  const of = (): readonly PersonId[] => {
    switch (as) {
      case 'reporter':
        return observation ? [observation.reporter] : []
      case 'triager':
        return observation ? triagersOf(observation, board) : []
      case 'office':
        return holdersOf(board, 'businessManager')
      case 'chair':
        return holdersOf(board, 'chair')
      case 'anybody':
        return everybody
    }
  }
  const person = nthOf(of(), nth) ?? nthOf(everybody, nth)
  if (!person) throw new Error('a board without people')
  return person
}

/** The nth observation, or nothing as long as there is none. */
export const refOf = ({ model }: Session, nth: number): string | undefined =>
  nthOf(model.observations.keys(), nth)

export function count({ tally }: Session, action: string, outcome: Outcome): void {
  const came =
    outcome === 'interrupted' ? outcome : 'done' in outcome ? 'done' : outcome.refused.code
  const what = `${action}: ${came}`
  tally.set(what, (tally.get(what) ?? 0) + 1)
}
