import { boardRecord } from '../../src/domain/board/board.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { aBoardChange, anObservationChange } from '../builders.ts'

// Records as the program itself leaves them: each state is what its events make of it.

/** Opens the board. */
export function saveBoard({ board }: Pick<Stores, 'board'>) {
  const change = aBoardChange()
  const [opened] = change.events
  if (!opened) throw new Error('a builder without an event')
  return board.save({ ...change, state: boardRecord.evolve(undefined, opened) })
}

/** Raises an observation under this reference, or adds to it. */
export async function saveObservation(
  { records: { observation: observations } }: Pick<Stores, 'records'>,
  id: string,
) {
  const before = await observations.load(id)
  const change = anObservationChange({ id, from: before?.version ?? 0 })
  const [happened] = change.events
  if (!happened) throw new Error('a builder without an event')
  return observations.save({
    ...change,
    state: observationRecord.evolve(before?.state, happened),
    causes: [...(before?.causes ?? []), ...change.causes],
  })
}
