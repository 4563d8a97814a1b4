import type { Of } from '../../src/domain/records.ts'
import { isRefusal } from '../../src/domain/words/errors.ts'
import type { RecordStore } from '../../src/ports/records.ts'
import type { Stores } from '../../src/ports/stores.ts'

// Stores with one defect each, in how they save observations, which must be found.

type Observations = RecordStore<Of<'observation', 'state'>, Of<'observation', 'event'>>
/** Stands between the product and the store. */
export type Through = (stores: Stores) => Stores

const saving =
  (saveIn: (observations: Observations) => Observations['save']): Through =>
  (stores) => {
    const { observation } = stores.records
    const defect = { ...observation, save: saveIn(observation) }
    return { ...stores, records: { ...stores.records, observation: defect } }
  }

/** Says of every third change of an observation that it is saved, and forgets it. */
export function forgettingSaves(): Through {
  let saves = 0
  return saving(({ save }) => async (change) => {
    saves += 1
    if (change.from === 0 || saves % 3 !== 0) return save(change)
    const { id, from, state, events, causes } = change
    return { id, version: from + 1, events: events.at(-1)?.seq ?? 0, state, causes }
  })
}

/** Of two changes at the same moment both win: the second is written over the first. */
export const lettingBothWin = (): Through =>
  saving(({ load, save }) => async (change) => {
    try {
      return await save(change)
    } catch (error) {
      const now = await load(change.id)
      if (!isRefusal(error, 'conflict') || !now || change.from === 0) throw error
      const events = change.events.map((event, nth) => ({ ...event, seq: now.events + nth + 1 }))
      return save({ ...change, from: now.version, events })
    }
  })
