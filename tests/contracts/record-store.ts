import { describe, expect, test } from 'vitest'
import { personId } from '../../src/domain/words/ids.ts'
import type { Change, RecordStore } from '../../src/ports/records.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { recorded } from '../builders.ts'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { openFor, outcomesOf, TEXTS } from './contract-setup.ts'

/** One kind of record, and how to make some. */
export interface RecordSubject<State, Event> {
  storeOf(stores: Stores): RecordStore<State, Event>
  /** A change whose submission is its own: see `anObservationChange`. */
  change(overrides?: Partial<Change<State, Event>>): Change<State, Event>
  /** A state that holds this text, and no other state does. */
  stateWith(text: string): State
}

const conflict = { code: 'conflict' }

/** The promises of every kind of record. The suites of the kinds run it on theirs. */
export function recordStoreContract<State, Event>(
  name: string,
  setup: Setup,
  { storeOf, change, stateWith }: RecordSubject<State, Event>,
  { outlivesClosing = true }: ContractOptions = {},
): void {
  const open = async () => {
    const { stores, reopen } = await openFor(setup)
    return { store: storeOf(stores), reopen: async () => storeOf(await reopen()) }
  }

  /** Everything the store says about a record. */
  const allOf = async (store: RecordStore<State, Event>, id: string) => ({
    stored: await store.load(id),
    history: await store.history(id),
    undelivered: (await store.undelivered(100)).filter((one) => one.id === id),
  })

  describe(`${name}: saving a record`, () => {
    test('an unknown id has no record and no events', async () => {
      const { store } = await open()
      expect(await store.load('unknown')).toBeUndefined()
      expect(await store.history('unknown')).toEqual([])
    })

    test('the first version is 1, each save adds one, and events are counted', async () => {
      const { store } = await open()
      const first = await store.save(change())
      expect(first).toMatchObject({ version: 1, events: 1 })
      const { id } = first
      const [event] = change({ id, from: 1 }).events
      if (!event) throw new Error('a builder without an event')
      const events = [event, { ...event, seq: 3 }]
      expect(await store.save(change({ id, from: 1, events }))).toMatchObject({
        version: 2,
        events: 3,
      })
      expect(await store.load(id)).toMatchObject({ version: 2, events: 3 })
    })

    test('saving gives back what loading gives', async () => {
      const { store } = await open()
      const saved = await store.save(change())
      expect(await store.load(saved.id)).toStrictEqual(saved)
    })

    test('refuses a save made on an older version, and keeps what was there', async () => {
      const { store } = await open()
      const { id } = await store.save(change())
      await store.save(change({ id, from: 1, state: stateWith('second') }))
      const before = await allOf(store, id)
      const stale = change({ id, from: 1, state: stateWith('stale') })
      await expect(store.save(stale)).rejects.toMatchObject(conflict)
      expect(await allOf(store, id)).toStrictEqual(before)
    })

    test('refuses a new record whose id is taken, and keeps what was there', async () => {
      const { store } = await open()
      const { id } = await store.save(change())
      const before = await allOf(store, id)
      const [event] = change().events
      if (!event) throw new Error('a builder without an event')
      const again = change({ state: stateWith('again'), events: [{ ...event, cause: 'another' }] })
      await expect(store.save(again)).rejects.toMatchObject(conflict)
      expect(await allOf(store, id)).toStrictEqual(before)
    })

    test('refuses a save made on a version that it has not reached', async () => {
      const { store } = await open()
      const { id } = await store.save(change())
      const before = await allOf(store, id)
      await expect(store.save(change({ id, from: 2 }))).rejects.toMatchObject(conflict)
      expect(await allOf(store, id)).toStrictEqual(before)
    })

    test('refuses a change of a record that is not there, and makes none', async () => {
      const { store } = await open()
      const { id } = change()
      await expect(store.save(change({ from: 3 }))).rejects.toMatchObject(conflict)
      expect(await allOf(store, id)).toEqual({ stored: undefined, history: [], undelivered: [] })
    })

    test('of 20 simultaneous saves exactly one wins', async () => {
      const { store } = await open()
      const { id } = await store.save(change())
      const numbers = Array.from({ length: 20 }, (_, number) => number)
      const saves = numbers.map((number) =>
        store.save(change({ id, from: 1, state: stateWith(`save ${number}`) })),
      )
      expect(await outcomesOf(saves)).toEqual({ succeeded: 1, codes: ['conflict'] })
      expect(await store.load(id)).toMatchObject({ version: 2 })
      expect(await store.history(id)).toHaveLength(2)
    })

    test('of 20 simultaneous new records with one id exactly one is made', async () => {
      const { store } = await open()
      const saves = Array.from({ length: 20 }, (_, number) => {
        const made = change()
        const events = made.events.map((event) => ({ ...event, cause: `submission ${number}` }))
        return store.save({ ...made, events })
      })
      expect(await outcomesOf(saves)).toEqual({ succeeded: 1, codes: ['conflict'] })
      expect(await store.history(change().id)).toHaveLength(1)
    })
  })

  describe(`${name}: keeping a record`, () => {
    test('what was passed in may be changed afterwards', async () => {
      const { store } = await open()
      const given = structuredClone(change({ state: stateWith('as it was') }))
      const saving = store.save(given)
      Object.assign(given.state as object, stateWith('changed'))
      Object.assign(given.events[0]?.event as object, { type: 'Changed' })
      Object.assign(given.causes[0] ?? {}, { submission: 'changed' })
      const saved = await saving
      const expected = change({ state: stateWith('as it was') })
      expect(saved).toMatchObject({ state: expected.state, causes: expected.causes })
      expect(await store.load(given.id)).toStrictEqual(saved)
      expect(await store.history(given.id)).toStrictEqual(expected.events)
    })

    test('what is given out is a copy', async () => {
      const { store } = await open()
      const saved = await store.save(change({ state: stateWith('as it was') }))
      const before = structuredClone(await allOf(store, saved.id))
      const loaded = await allOf(store, saved.id)
      Object.assign(saved.state as object, stateWith('changed'))
      Object.assign(loaded.stored?.state as object, stateWith('changed'))
      Object.assign(loaded.history[0]?.event as object, { type: 'Changed' })
      expect(await allOf(store, saved.id)).toStrictEqual(before)
    })

    test.each(TEXTS)('text comes back as it went in: %s', async (_what, text) => {
      const { store } = await open()
      const given = change({ state: stateWith(text) })
      await store.save(given)
      expect((await store.load(given.id))?.state).toStrictEqual(given.state)
    })

    test('events come back in order, with time, actor and cause', async () => {
      const { store } = await open()
      const made = change()
      const later = change({ id: made.id, from: 1 })
      const [next] = later.events
      if (!next) throw new Error('a builder without an event')
      const events = [2, 3, 4].map((seq) =>
        recorded(next.event, {
          seq,
          at: `2026-10-25T00:59:59.99${seq}Z`,
          by: personId(`person-${seq}`),
          cause: `cause-${seq}`,
        }),
      )
      await store.save(made)
      await store.save({ ...later, events: events.slice(0, 2) })
      await store.save({ ...later, from: 2, events: events.slice(2) })
      expect(await store.history(made.id)).toStrictEqual([...made.events, ...events])
    })

    test('remembers the causes it was given last', async () => {
      const { store } = await open()
      const { id } = await store.save(change())
      const causes = Array.from({ length: 20 }, (_, number) => ({
        submission: `submission-${number}`,
        by: personId(`person-${number}`),
      }))
      await store.save(change({ id, from: 1, causes }))
      expect((await store.load(id))?.causes).toStrictEqual(causes)
    })
  })

  describe(`${name}: telling about a record`, () => {
    test('a record is undelivered from its first save until that version is marked', async () => {
      const { store } = await open()
      const { id } = await store.save(change())
      expect(await store.undelivered(10)).toStrictEqual([{ id, version: 1, delivered: 0 }])
      await store.markDelivered(id, 1)
      expect(await store.undelivered(10)).toEqual([])
      await store.save(change({ id, from: 1 }))
      expect(await store.undelivered(10)).toStrictEqual([{ id, version: 2, delivered: 1 }])
    })

    test('a mark does not hide a newer version, nor take back a later mark', async () => {
      const { store } = await open()
      const { id } = await store.save(change())
      await store.save(change({ id, from: 1 }))
      await store.markDelivered(id, 1)
      expect(await store.undelivered(10)).toStrictEqual([{ id, version: 2, delivered: 1 }])
      await store.markDelivered(id, 2)
      await store.markDelivered(id, 1)
      expect(await store.undelivered(10)).toEqual([])
    })

    test('marking changes neither the record nor its version', async () => {
      const { store } = await open()
      const saved = await store.save(change())
      await store.markDelivered(saved.id, 1)
      expect(await store.load(saved.id)).toStrictEqual(saved)
      await expect(store.save(change({ id: saved.id, from: 1 }))).resolves.toMatchObject({
        version: 2,
      })
    })

    test('lists what was changed longest ago first, then by id, no more than asked for', async () => {
      const { store } = await open()
      const at = (minute: number, overrides: Partial<Change<State, Event>>) => {
        const made = change(overrides)
        const events = made.events.map((one) => ({
          ...one,
          at: `2026-03-27T09:0${minute}:00.000Z`,
        }))
        return store.save({ ...made, events })
      }
      await at(0, { id: 'one' })
      await at(2, { id: 'two' })
      await at(1, { id: 'three' })
      await at(1, { id: 'four' })
      await at(3, { id: 'one', from: 1 })
      const ids = async (atMost: number) => (await store.undelivered(atMost)).map(({ id }) => id)
      expect(await ids(10)).toEqual(['four', 'three', 'two', 'one'])
      expect(await ids(2)).toEqual(['four', 'three'])
    })
  })

  if (outlivesClosing)
    test(`${name}: after closing and opening again everything is there`, async () => {
      const { store, reopen } = await open()
      const { id } = await store.save(change({ id: 'kept' }))
      await store.save(change({ id, from: 1, state: stateWith('second') }))
      await store.markDelivered(id, 1)
      const before = await allOf(store, id)
      const again = await reopen()
      expect(await allOf(again, id)).toStrictEqual(before)
      await expect(again.save(change({ id, from: 2 }))).resolves.toMatchObject({ version: 3 })
    })
}
