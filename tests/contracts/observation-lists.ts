import { describe, expect, test } from 'vitest'
import type { ObservationFilter, ObservationOrder } from '../../src/domain/observation/columns.ts'
import { columnsOf } from '../../src/domain/observation/columns.ts'
import type { ScopeClause } from '../../src/domain/observation/scope.ts'
import type { Observation } from '../../src/domain/observation/types.ts'
import { personId } from '../../src/domain/words/ids.ts'
import type { RecordStores } from '../../src/ports/records.ts'
import {
  aClosedObservation,
  aDecidedObservation,
  agencies,
  anObservation,
  anObservationChange,
  people,
} from '../builders.ts'
import type { Setup } from './contract-setup.ts'
import { holdingObservations } from './holding-observations.ts'

const clause = (overrides: Partial<ScopeClause> = {}): ScopeClause => ({
  agency: null,
  onlyReporters: null,
  exceptReporters: [],
  ...overrides,
})
const EVERYTHING: ObservationFilter = { scope: [clause()] }

const { health, schools } = agencies
const routedTo = (agency: typeof health) => ({ route: { agency, person: null } })

/** The promises of lists; the suite of the observation store runs it. */
export function observationListsContract(name: string, setup: Setup): void {
  const holding = (...states: readonly Observation[]) => holdingObservations(setup, states)

  /** The numbers of the references found, on one page. */
  async function found(
    store: RecordStores['observation'],
    filter: ObservationFilter,
    order: ObservationOrder = 'newestFirst',
  ) {
    const { rows, total, next } = await store.find(filter, order, { size: 100 })
    expect(total).toBe(rows.length)
    expect(next).toBeNull()
    return rows.map(({ ref }) => Number(ref.slice(-4)))
  }

  describe(`${name}: finding observations`, () => {
    test('a row holds the narrow columns of the record as it was saved last', async () => {
      const store = await holding(anObservation())
      const changed = aClosedObservation({
        sameDay: true,
        acknowledged: { by: people.senior, at: '' },
      })
      await store.save(anObservationChange({ from: 1, state: changed }))
      const { rows } = await store.find(EVERYTHING, 'newestFirst', { size: 1 })
      expect(rows).toStrictEqual([
        { ref: 'OBS-2026-0001', version: 2, nextDue: null, ...columnsOf(changed) },
      ])
    })

    test('an empty scope finds nothing', async () => {
      const store = await holding(anObservation())
      expect(await found(store, { scope: [] })).toEqual([])
    })

    const other = people.otherReporter
    test.each<readonly [string, readonly ScopeClause[], readonly number[]]>([
      ['an agency', [clause({ agency: health })], [2, 1]],
      ['some reporters', [clause({ onlyReporters: [other] })], [4, 2]],
      ['no reporters', [clause({ onlyReporters: [] })], []],
      ['an agency but some', [clause({ agency: health, exceptReporters: [other] })], [1]],
      ['everybody but some', [clause({ exceptReporters: [other, personId('x')] })], [3, 1]],
      [
        'some reporters but one of them',
        [clause({ onlyReporters: [people.reporter, other], exceptReporters: [other] })],
        [3, 1],
      ],
      [
        'several parts that overlap, each once',
        [
          clause({ agency: schools, onlyReporters: [other] }),
          clause({ agency: health, exceptReporters: [other] }),
          clause({ onlyReporters: [people.reporter] }),
        ],
        [4, 3, 1],
      ],
      ['what was sent past an agency', [clause({ onlyPast: [schools, health] })], [1]],
      ['all but that', [clause({ exceptPast: [schools, health] })], [4, 3, 2]],
      ['all but what was sent past another', [clause({ exceptPast: [schools] })], [4, 3, 2, 1]],
    ])('a scope of %s', async (_what, scope, expected) => {
      const store = await holding(
        anObservation({ ...routedTo(health), pastAgency: true }),
        anObservation({ ...routedTo(health), reporter: other }),
        anObservation(routedTo(schools)),
        anObservation({ ...routedTo(schools), reporter: other }),
      )
      expect(await found(store, { scope })).toEqual(expected)
    })

    test.each<readonly [string, Omit<ObservationFilter, 'scope'>, readonly number[]]>([
      ['nothing further', {}, [4, 3, 2, 1]],
      ['a stage', { stages: ['closed'] }, [4]],
      ['several stages', { stages: ['awaitingTriage', 'underWay'] }, [3, 2, 1]],
      ['no stage', { stages: [] }, []],
      ['a kind', { kinds: ['goodPractice'] }, [2]],
      ['the agency it is routed to now', { agencies: [schools] }, [3]],
      ['a month and after', { from: '2026-04' }, [4, 3]],
      ['up to a month', { to: '2026-03' }, [2, 1]],
      ['one month', { from: '2026-04', to: '2026-04' }, [3]],
      ['several at once', { stages: ['awaitingTriage'], to: '2026-03' }, [2, 1]],
    ])('filters by %s', async (_what, filter, expected) => {
      const store = await holding(
        anObservation({ raisedAt: '2026-03-01T00:00:00.000Z' }),
        anObservation({ raisedAt: '2026-03-31T22:59:59.999Z', kind: 'goodPractice' }),
        // Already April on the clocks of the board.
        aDecidedObservation({ raisedAt: '2026-03-31T23:00:00.000Z', ...routedTo(schools) }),
        aClosedObservation({ raisedAt: '2026-05-01T09:00:00.000Z' }),
      )
      expect(await found(store, { ...EVERYTHING, ...filter })).toEqual(expected)
    })

    test('oldest first: the same-day ones, then by when the wait began, then by reference', async () => {
      const [early, late] = ['2026-03-02T09:00:00.000Z', '2026-03-03T09:00:00.000Z']
      const store = await holding(
        anObservation({ waitingSince: late }),
        anObservation({ waitingSince: early }),
        anObservation({ waitingSince: early }),
        anObservation({ waitingSince: late, sameDay: true }),
      )
      expect(await found(store, EVERYTHING, 'oldestFirst')).toEqual([4, 2, 3, 1])
    })

    test('newest first: by when it was raised, the later reference before the earlier', async () => {
      const [early, late] = ['2026-03-02T09:00:00.000Z', '2026-03-03T09:00:00.000Z']
      const store = await holding(
        anObservation({ raisedAt: late, waitingSince: early }),
        anObservation({ raisedAt: early, sameDay: true }),
        anObservation({ raisedAt: early, waitingSince: late }),
      )
      expect(await found(store, EVERYTHING, 'newestFirst')).toEqual([1, 3, 2])
    })
  })

  describe(`${name}: paging`, () => {
    const scope = [clause({ agency: health }), clause({ agency: schools })]
    const many = Array.from({ length: 23 }, (_, index) =>
      anObservation({
        raisedAt: `2026-03-0${1 + (index % 3)}T09:00:00.000Z`,
        sameDay: index % 5 === 0,
        ...routedTo(index % 2 === 0 ? health : schools),
      }),
    )

    test.each<ObservationOrder>(['oldestFirst', 'newestFirst'])(
      'many with the same instants are given once each over all pages: %s',
      async (order) => {
        const store = await holding(...many)
        const whole = await store.find({ scope }, order, { size: 100 })
        const paged: string[] = []
        for (let after: string | null | undefined; after !== null; ) {
          const page = await store.find({ scope }, order, { size: 4, ...(after && { after }) })
          expect(page.total).toBe(23)
          paged.push(...page.rows.map(({ ref }) => ref))
          after = page.next
        }
        expect(paged).toEqual(whole.rows.map(({ ref }) => ref))
        expect(new Set(paged).size).toBe(23)
      },
    )

    test('a last page that is just full has no next one', async () => {
      const store = await holding(anObservation(), anObservation())
      const page = await store.find(EVERYTHING, 'newestFirst', { size: 2 })
      expect(page).toMatchObject({ rows: [{}, {}], total: 2, next: null })
    })

    test('one that is raised meanwhile moves no other to another page', async () => {
      const store = await holding(...many.slice(0, 6))
      const whole = await store.find(EVERYTHING, 'newestFirst', { size: 100 })
      const first = await store.find(EVERYTHING, 'newestFirst', { size: 3 })
      const raisedAt = '2026-03-09T09:00:00.000Z'
      await store.save(
        anObservationChange({ id: 'OBS-2026-9000', state: anObservation({ raisedAt }) }),
      )
      const after = first.next ?? ''
      const second = await store.find(EVERYTHING, 'newestFirst', { size: 3, after })
      expect([...first.rows, ...second.rows]).toEqual(whole.rows)
    })

    test.each([
      '',
      'nonsense',
      'e30',
      'W10',
      '["2026"]',
      Buffer.from('[{},{}]').toString('base64url'),
    ])('refuses a page that begins nowhere: “%s”', async (after) => {
      const store = await holding(anObservation())
      for (const order of ['newestFirst', 'oldestFirst'] as const)
        await expect(store.find(EVERYTHING, order, { size: 3, after })).rejects.toMatchObject({
          code: 'incomplete',
          details: { missing: [{ need: 'after' }] },
        })
    })

    test('refuses a page of the other order', async () => {
      const store = await holding(...many)
      const { next } = await store.find(EVERYTHING, 'oldestFirst', { size: 3 })
      const page = { size: 3, after: next ?? '' }
      await expect(store.find(EVERYTHING, 'newestFirst', page)).rejects.toMatchObject({
        code: 'incomplete',
      })
    })
  })
}
