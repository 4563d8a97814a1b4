import { expect, test } from 'vitest'
import type { ChainState } from '../../src/contract/audit.ts'
import type { Kept, KeptRecord } from '../../src/ports/keeping.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { chair } from './support/a-small-board.ts'
import { audited, auditor } from './support/an-auditor.ts'
import { closed, expectContract, raised } from './support/requests.ts'

type Chain = ChainState['chains'][number]
type Tamper = (deps: Deps) => Partial<Deps>

/** What the auditor is told of a closed observation whose store has been tampered with. */
async function chainsOf(tamper: Tamper, record = 'OBS-2026-0001'): Promise<readonly Chain[]> {
  let live: Deps | undefined
  const api = await audited({
    changeDeps: (deps) => {
      live = { ...deps }
      return live
    },
  })
  await closed(api)
  if (live) Object.assign(live, tamper(live))
  const answer = await api.get(auditor, `/api/audit/chain?record=${record}`)
  expectContract('checkChain', answer)
  return answer.body.chains
}

/** What the store says of the chains of a kind, changed. */
const keptOf =
  (kind: Kept['kind'], change: (kept: Kept) => Partial<Kept>): Tamper =>
  ({ keeping }) => ({
    keeping: {
      ...keeping,
      row: async (of, id) => {
        const kept = await keeping.row(of, id)
        return kept && of === kind ? { ...kept, ...change(kept) } : kept
      },
    },
  })

test('I2: the auditor is told that it is whole, with what was read of it', async () => {
  expect(await chainsOf(() => ({}))).toEqual([
    {
      log: 'changes',
      whole: true,
      events: 4,
      says: 'The chain of OBS-2026-0001 is whole: 4 events.',
    },
    {
      log: 'readings',
      whole: true,
      events: 3,
      says: 'The log of who read OBS-2026-0001 is whole: 3 readings.',
    },
  ])
})

test('a report that nobody has read says so', async () => {
  const api = await audited()
  const ref = await raised(api)
  const { body } = await api.get(auditor, `/api/audit/chain?record=${ref}`)
  expect(body.chains[1].says).toBe(`No reading of ${ref} has been noted.`)
})

test('the board settings have a chain, and no readings', async () => {
  const [changes, ...others] = await chainsOf(() => ({}), 'board')
  expect(changes?.says).toMatch(/^The chain of the board settings is whole: \d+ events\.$/)
  expect(others).toEqual([])
})

const log = (change: (all: Kept['log']) => Kept['log']) =>
  keptOf('observation', (kept) => ({ log: change(kept.log) }))
const chain = (change: (kept: Kept) => Partial<Kept>) => keptOf('observation', change)
const record = (change: (record: KeptRecord) => Partial<KeptRecord>) =>
  keptOf('observation', (kept) => ({
    record: kept.record && { ...kept.record, ...change(kept.record) },
  }))

test.each<readonly [string, Tamper, string]>([
  [
    'an event was changed',
    log((all) => all.map((event, at) => (at === 1 ? { ...event, by: chair } : event))),
    'event 2 is not as it was kept: it, or its seal, was changed.',
  ],
  ['an event is missing', log((all) => all.filter((_, at) => at !== 2)), 'event 3 is missing.'],
  ['the last event is missing', log((all) => all.slice(0, 3)), 'event 4 is missing.'],
  [
    'there is one more',
    chain(({ events }) => ({ events: events - 1 })),
    'there are more events than there should be, from event 4 on.',
  ],
  [
    'the end differs',
    chain(() => ({ head: '0'.repeat(64) })),
    'the end differs: event 4 is not the last one that the record knows of.',
  ],
  [
    'lists call an event something else',
    log((all) =>
      all.map((event, at) => (at === 1 ? { ...event, type: 'ObservationClosed' } : event)),
    ),
    'what lists say of event 2 is not what it is.',
  ],
  [
    'the record is another',
    record(({ state }) => ({ state: state.replace(/"reporter":"[^"]*"/, '"reporter":"nobody"') })),
    'the record is not what its events make of it, as of event 4.',
  ],
  [
    'lists say something else of it',
    record(({ columns }) => ({ columns: { ...columns, stage: 'awaitingTriage' } })),
    'the field “stage” is not what its events make of it.',
  ],
])('I2: the auditor is told where it breaks, and how: %s', async (_what, tamper, says) => {
  const [changes, readings] = await chainsOf(tamper)
  expect(changes).toMatchObject({
    whole: false,
    says: `The chain of OBS-2026-0001 is not whole: ${says}`,
  })
  expect(readings?.whole).toBe(true)
})

test('I2: the auditor is told where the log of readings breaks', async () => {
  const [changes, readings] = await chainsOf(
    keptOf('access', (kept) => ({ log: kept.log.slice(1) })),
  )
  expect(changes?.whole).toBe(true)
  expect(readings?.says).toBe(
    'The log of who read OBS-2026-0001 is not whole: reading 1 is missing.',
  )
})
