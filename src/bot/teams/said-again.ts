import type { Digest } from '../../domain/machinery/chain.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { Turn } from '../talk/turn.ts'

/** A turn of which the store could not say whether it was kept. */
interface Unsure {
  /** What it was answered under, if it was kept. */
  readonly key: string
  /** What was said or pressed; not in words. */
  readonly input: string
  /** Deliveries in which the same was said again. */
  readonly again: Set<string>
}

/** So many for a person; whoever repeats more than that is understood as saying it anew. */
const UNSURE_AT_MOST = 5

/**
 * Whoever was told to do something again because the store did not answer does it in a new delivery
 * of the channel. Said or pressed again, it is still the same turn: kept already, it gets the answer
 * it had, and is not taken as the answer to the next question.
 *
 * Held in memory, because the store cannot be asked to hold it. An instance that knows nothing of
 * it takes what is said again as new, and whoever said it sees that on the card they get.
 */
export function createSaidAgain(digest: Digest) {
  const unsure = new Map<PersonId, readonly Unsure[]>()

  return async function once<Answer>(
    turn: Turn,
    answer: (turn: Turn) => Promise<Answer>,
  ): Promise<Answer> {
    const { person } = turn.caller.actor
    const input = digest(JSON.stringify(turn.input))
    const theirs = unsure.get(person) ?? []
    const earlier =
      theirs.find(({ again }) => again.has(turn.key)) ??
      theirs.find((one) => one.input === input && one.again.size === 0)
    earlier?.again.add(turn.key)
    try {
      const given = await answer(earlier ? { ...turn, key: earlier.key } : turn)
      // They went on to something else, so nothing is left to be said again.
      if (!earlier) unsure.delete(person)
      return given
    } catch (error) {
      if (isRefusal(error, 'unavailable')) {
        earlier?.again.delete(turn.key)
        const one = earlier ?? { key: turn.key, input, again: new Set() }
        const others = (unsure.get(person) ?? []).filter(({ key }) => key !== one.key)
        unsure.set(person, [...others, one].slice(-UNSURE_AT_MOST))
      }
      throw error
    }
  }
}
