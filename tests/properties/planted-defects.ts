import { isRefusal } from '../../src/domain/words/errors.ts'
import type { RecordStore } from '../../src/ports/records.ts'
import type { Stores } from '../../src/ports/stores.ts'

// Stores with one defect each, which must be found.

type Through = (stores: Stores) => Stores

/** Says of every third change of an observation that it is saved, and forgets it. */
export function forgettingSaves(): Through {
  let saves = 0
  return (stores) => ({
    ...stores,
    records: {
      ...stores.records,
      observation: {
        ...stores.records.observation,
        save: async (change) => {
          saves += 1
          if (change.from === 0 || saves % 3 !== 0) return stores.records.observation.save(change)
          const { id, from, state, events, causes } = change
          return { id, version: from + 1, events: events.at(-1)?.seq ?? 0, state, causes }
        },
      },
    },
  })
}

/** Of two changes at the same moment both win: the second is written over the first. */
export function lettingBothWin(): Through {
  const overwriting = <State, Event>(
    store: RecordStore<State, Event>,
  ): RecordStore<State, Event>['save'] =>
    async function save(change) {
      try {
        return await store.save(change)
      } catch (error) {
        const now = await store.load(change.id)
        if (!isRefusal(error, 'conflict') || !now || change.from === 0) throw error
        const events = change.events.map((event, index) => ({
          ...event,
          seq: now.events + index + 1,
        }))
        return store.save({ ...change, from: now.version, events })
      }
    }
  return (stores) => ({
    ...stores,
    records: {
      ...stores.records,
      observation: {
        ...stores.records.observation,
        save: overwriting(stores.records.observation),
      },
    },
  })
}
