import type { Digest } from '../../domain/machinery/chain.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { Turn } from '../talk/turn.ts'

/** A turn of which the store could not say whether it was kept. */
interface Unsure {
  /** The key of its answer, if it was kept. */
  readonly key: string
  /** A digest of what was said or pressed, without the words. */
  readonly input: string
  /** Deliveries in which the same was said again. */
  readonly again: Set<string>
}

/** How many are held for a person. What is repeated beyond that counts as new. */
const UNSURE_AT_MOST = 5

/**
 * Recognises what somebody sends again after the store failed. Teams gives it a new delivery, but
 * it is the same turn: if the first was kept after all, its answer is given again. In memory, since
 * the store is what failed; another instance takes it as new.
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
      // They went on to something else, so nothing will be said again.
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
