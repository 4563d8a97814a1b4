import { expect, test } from 'vitest'
import type { ChainState } from '../../src/contract/audit.ts'
import type { Sealed, Chain as Sealing } from '../../src/domain/shared/chain.ts'
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

const withTrail =
  (change: (trail: Deps['trail']) => Partial<Deps['trail']>): Tamper =>
  ({ trail }) => ({ trail: { ...trail, ...change(trail) } })

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

const links = (change: (all: readonly Sealed[]) => readonly Sealed[]) =>
  withTrail((trail) => ({
    links: async (kind, id) => {
      const all = await trail.links(kind, id)
      return kind === 'observation' ? change(all) : all
    },
  }))
const chain = (change: (one: Sealing) => Partial<Sealing>) =>
  withTrail((trail) => ({
    chain: async (kind, id) => {
      const one = await trail.chain(kind, id)
      return one && kind === 'observation' ? { ...one, ...change(one) } : one
    },
  }))

test.each<readonly [string, Tamper, string]>([
  [
    'an event was changed',
    links((all) => all.map((link, at) => (at === 1 ? { ...link, by: chair } : link))),
    'event 2 was changed after it was kept.',
  ],
  ['an event is missing', links((all) => all.filter((_, at) => at !== 2)), 'event 3 is missing.'],
  ['the last event is missing', links((all) => all.slice(0, 3)), 'event 4 is missing.'],
  [
    'there is one more',
    chain(({ events }) => ({ events: events - 1 })),
    'there are more than there should be, from event 4 on.',
  ],
  [
    'the end differs',
    chain(() => ({ head: '0'.repeat(64) })),
    'its end, event 4, is not the end that was kept.',
  ],
  [
    'the record is another',
    ({ observations }) => ({
      observations: {
        ...observations,
        load: async (id) => {
          const stored = await observations.load(id)
          return stored && { ...stored, state: { ...stored.state, reporter: chair } }
        },
      },
    }),
    'the record is not what its 4 events make of it.',
  ],
])('I2: the auditor is told where it breaks, and how: %s', async (_what, tamper, says) => {
  const [changes, readings] = await chainsOf(tamper)
  expect(changes).toMatchObject({
    whole: false,
    says: `The chain of OBS-2026-0001 is broken: ${says}`,
  })
  expect(readings?.whole).toBe(true)
})

test('I2: the auditor is told where the log of readings breaks', async () => {
  const [changes, readings] = await chainsOf(
    withTrail((trail) => ({
      links: async (kind, id) => (await trail.links(kind, id)).slice(kind === 'access' ? 1 : 0),
    })),
  )
  expect(changes?.whole).toBe(true)
  expect(readings?.says).toBe('The log of who read OBS-2026-0001 is broken: reading 1 is missing.')
})
