import { describe, expect, test } from 'vitest'
import type { Asking, Claim } from '../../src/domain/machinery/duties.ts'
import { claimOf, isWaitingFor, keptOf } from '../../src/domain/machinery/duties.ts'
import { observationDuties } from '../../src/domain/observation/duties.ts'
import type { Observation } from '../../src/domain/observation/types.ts'
import { agencyId, personId } from '../../src/domain/words/ids.ts'
import type { DutyLists } from '../../src/ports/duties.ts'
import type { Stores } from '../../src/ports/stores.ts'
import {
  aClosedObservation,
  aDecidedObservation,
  aDecision,
  agencies,
  anObservation,
  anObservationChange,
  people,
} from '../builders.ts'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { openFor, outcomesOf } from './contract-setup.ts'

const { health, schools } = agencies
const HEALTH = claimOf('triage@health')
const SCHOOLS = claimOf('triage@schools')
/** Friday 27 March 2026 is the day of the builders; so far ahead nothing has lapsed. */
const LATER = '2026-06-01T09:00:00.000Z'

const asking = (claims: readonly Claim[], overrides: Partial<Asking> = {}): Asking => ({
  person: people.senior,
  claims,
  now: LATER,
  ...overrides,
})

const idOf = (index: number) => `OBS-2026-${String(index + 1).padStart(4, '0')}`
const at = (agency: typeof health) => ({ route: { agency, person: null } })
const raisedOn = (day: number, overrides: Partial<Observation> = {}) =>
  anObservation({
    raisedAt: `2026-03-${day}T10:00:00.000Z`,
    waitingSince: `2026-03-${day}T10:00:00.000Z`,
    ...overrides,
  } as Parameters<typeof anObservation>[0])

/** Somebody has it, so that only the decision waits. */
const startedOn = (day: number, overrides: Partial<Observation> = {}) =>
  raisedOn(day, {
    acknowledged: { by: people.senior, at: `2026-03-${day}T10:30:00.000Z` },
    ...overrides,
  })

const save = (stores: Stores, index: number, state: Observation, from = 0) =>
  stores.records.observation.save(anObservationChange({ id: idOf(index), state, from }))

/** Every row, page by page. */
async function everyRow(lists: DutyLists, asked: Asking, size = 2) {
  const rows: { record: string; key: string }[] = []
  let after: string | null = null
  let total = 0
  do {
    const page: Awaited<ReturnType<DutyLists['waiting']>> = await lists.waiting(asked, {
      size,
      ...(after === null ? {} : { after }),
    })
    rows.push(...page.rows.map(({ record, key }) => ({ record, key })))
    after = page.next
    total = page.total
  } while (after !== null)
  expect(rows).toHaveLength(total)
  return rows.map(({ record, key }) => `${key} ${record.slice(-1)}`)
}

/** The promises of what waits, and of who is reminded of it. */
export function dutyStoreContract(
  name: string,
  setup: Setup,
  { outlivesClosing = true }: ContractOptions = {},
): void {
  const holding = async (...states: readonly Observation[]) => {
    const opened = await openFor(setup)
    for (const [index, state] of states.entries()) await save(opened.stores, index, state)
    return opened
  }

  describe(`${name}: what waits`, () => {
    test('a save lists what waits from then on at once, and nothing that waited before', async () => {
      const { stores, reopen } = await holding(startedOn(20))
      expect(await everyRow(stores.duties, asking([HEALTH]))).toEqual(['decide 1'])
      const decision = aDecision({ at: '2026-03-24T10:00:00.000Z' })
      await save(stores, 0, aDecidedObservation({ decision, decisions: [decision] }), 1)
      expect(await everyRow(stores.duties, asking([HEALTH]))).toEqual(['tell 1'])
      if (outlivesClosing)
        expect(await everyRow((await reopen()).duties, asking([HEALTH]))).toEqual(['tell 1'])
    })

    test('nothing waits about what is closed', async () => {
      const decision = aDecision({ nextReviewOn: null })
      const { stores } = await holding(aClosedObservation({ decision, decisions: [decision] }))
      expect(await everyRow(stores.duties, asking([HEALTH]))).toEqual([])
      expect(await stores.duties.late('2099-01-01T00:00:00.000Z', 10)).toEqual([])
      expect(await stores.records.observation.rungsDue('2099-01-01T00:00:00.000Z', 10)).toEqual([])
    })

    test('of simultaneous saves what the winner leaves waits, and nothing of the others', async () => {
      const { stores } = await holding(startedOn(20))
      const saves = Array.from({ length: 20 }, (_, index) =>
        save(stores, 0, startedOn(20, { ...at(index % 2 === 0 ? health : schools) }), 1),
      )
      expect(await outcomesOf(saves)).toEqual({ succeeded: 1, codes: ['conflict'] })
      const state = (await stores.records.observation.load(idOf(0)))?.state
      const [mine, other] = state?.route.agency === health ? [HEALTH, SCHOOLS] : [SCHOOLS, HEALTH]
      expect(await everyRow(stores.duties, asking([mine]))).toEqual(['decide 1'])
      expect(await everyRow(stores.duties, asking([other]))).toEqual([])
    })

    test('what is urgent comes first, then by due date, and pages neither repeat nor skip', async () => {
      const { stores } = await holding(
        startedOn(24),
        startedOn(20, at(schools)),
        startedOn(25, { sameDay: true }),
        startedOn(20),
        startedOn(23),
      )
      const all = ['decide 3', 'decide 2', 'decide 4', 'decide 5', 'decide 1']
      for (const size of [1, 2, 3, 100])
        expect(await everyRow(stores.duties, asking([HEALTH, SCHOOLS]), size)).toEqual(all)
    })

    test('a page begins after the last row of the one before, whatever has gone meanwhile', async () => {
      const { stores } = await holding(startedOn(20), startedOn(23), startedOn(24))
      const first = await stores.duties.waiting(asking([HEALTH]), { size: 2 })
      const decision = aDecision({ nextReviewOn: null })
      await save(stores, 1, aClosedObservation({ decision, decisions: [decision] }), 1)
      const { rows, next } = await stores.duties.waiting(asking([HEALTH]), {
        size: 2,
        after: first.next ?? '',
      })
      expect(rows.map(({ record }) => record)).toEqual([idOf(2)])
      expect(next).toBeNull()
    })

    test.each<readonly [string, readonly Claim[]]>([
      ['a key that only begins alike', [claimOf('triage@heal')]],
      ['a key that goes on', [claimOf('triage@health2')]],
      ['what a pattern would take', [claimOf('triage@%'), claimOf('triage@*'), claimOf('.*')]],
      ['no key', []],
    ])('keys match exactly: %s finds nothing', async (_, claims) => {
      const { stores } = await holding(raisedOn(20))
      expect(await everyRow(stores.duties, asking(claims))).toEqual([])
    })

    test('it is not there for those it does not exist for, nor counted', async () => {
      const { stores } = await holding(startedOn(20), startedOn(23, { reporter: people.senior }))
      expect(await everyRow(stores.duties, asking([HEALTH]))).toEqual(['decide 1'])
    })

    test('every claim takes what the rule takes, in both stores', async () => {
      const states = [
        raisedOn(20),
        raisedOn(23, { reporter: people.otherReporter }),
        raisedOn(24, { pastAgency: true, reporterAgency: schools }),
        raisedOn(25, { ...at(schools), pastAgency: true, reporterAgency: agencyId('other') }),
      ]
      const { stores } = await holding(...states)
      const claims: readonly Claim[][] = [
        [{ ...HEALTH, only: [people.reporter] }],
        [{ ...HEALTH, only: [] }],
        [{ ...HEALTH, except: [people.reporter, personId('x')] }],
        [{ ...HEALTH, onlyPast: [schools] }],
        [
          { ...HEALTH, exceptPast: [schools] },
          { ...SCHOOLS, exceptPast: [schools] },
        ],
        [HEALTH, { ...HEALTH, except: [people.reporter] }, SCHOOLS],
      ]
      for (const some of claims) {
        const asked = asking(some)
        const meant = states.flatMap((state, index) =>
          keptOf(observationDuties(state))
            .filter((duty) => isWaitingFor(asked, duty))
            .map(({ key }) => `${key} ${index + 1}`),
        )
        expect((await everyRow(stores.duties, asked)).sort()).toEqual(meant.sort())
      }
    })

    test('late is what was due before now, not at now', async () => {
      const { stores } = await holding(raisedOn(20))
      const keys = async (now: string) => (await stores.duties.late(now, 10)).map(({ key }) => key)
      expect(await keys('2026-03-23T17:00:00.000Z')).toEqual([])
      expect(await keys('2026-03-23T17:00:00.001Z')).toEqual(['acknowledge'])
      expect(await keys(LATER)).toEqual(['acknowledge', 'decide'])
      expect(await stores.duties.late(LATER, 1)).toHaveLength(1)
    })
  })

  describe(`${name}: who is to be reminded`, () => {
    /** The first rung of what is raised on 20 March is at nine on 23 March. */
    const NINE = '2026-03-23T09:00:00.000Z'
    const remind = async (stores: Stores, now: string, atMost = 10) =>
      (await stores.records.observation.rungsDue(now, atMost)).map(({ id }) => id)

    test('a record comes when its rung has come, and not again once that is marked', async () => {
      const { stores } = await holding(raisedOn(20), raisedOn(20))
      expect(await remind(stores, '2026-03-23T08:59:59.999Z')).toEqual([])
      expect(await remind(stores, NINE)).toEqual([idOf(0), idOf(1)])
      expect(await remind(stores, NINE, 1)).toEqual([idOf(0)])
      await stores.records.observation.markReminded(idOf(0), NINE)
      expect(await remind(stores, NINE)).toEqual([idOf(1)])
      expect(await remind(stores, '2026-03-24T09:00:00.000Z')).toEqual([idOf(1), idOf(0)])
    })

    test('an earlier mark changes nothing, and the same one twice is once', async () => {
      const { stores } = await holding(raisedOn(20))
      const store = stores.records.observation
      await store.markReminded(idOf(0), NINE)
      await store.markReminded(idOf(0), '2026-03-01T09:00:00.000Z')
      await store.markReminded(idOf(0), NINE)
      await store.markReminded('OBS-2026-0404', NINE)
      expect(await store.rungsDue(NINE, 10)).toEqual([])
      expect(await store.rungsDue(LATER, 10)).toEqual([{ id: idOf(0), reminded: NINE }])
      expect(await store.load(idOf(0))).toMatchObject({ version: 1 })
    })

    test('a save after a rung has come does not lose it, and keeps the mark', async () => {
      const { stores } = await holding(raisedOn(20), raisedOn(20))
      await stores.records.observation.markReminded(idOf(1), NINE)
      await save(stores, 0, raisedOn(20), 1)
      await save(stores, 1, raisedOn(20), 1)
      expect(await stores.records.observation.rungsDue(NINE, 10)).toEqual([
        { id: idOf(0), reminded: '' },
      ])
    })
  })
}
