import { sha256 } from '../../src/adapters/shared/digest.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import { firstBreak } from '../../src/domain/machinery/chain.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import { yearOf } from '../../src/domain/words/time.ts'
import type { Stores } from '../../src/ports/stores.ts'
import type { ChainedKind } from '../../src/ports/trail.ts'
import { CHAINED_KINDS } from '../../src/ports/trail.ts'
import { auditAll } from '../../src/usecases/audit/audit-all.ts'
import { chainOf, chainsOf, linksOf } from '../support/chains.ts'
import { same } from './compare.ts'
import type { Model } from './model.ts'
import { auditIn, decisionTimes, found, kindCounts, trailIn } from './model-lists.ts'
import type { Effect } from './watched-stores.ts'

/** Something as the store has it, and how to see it in a model. */
export interface Look {
  readonly what: string
  readonly store: unknown
  readonly inModel: (model: Model) => unknown
}

export const looksAtBoard = async ({ board }: Stores): Promise<readonly Look[]> => [
  {
    what: 'the board',
    store: await board.load(BOARD_ID),
    inModel: (model) => model.board.get(BOARD_ID)?.stored,
  },
  {
    what: 'the board as it stands',
    store: await board.current(),
    inModel: (model) => model.board.get(BOARD_ID)?.stored,
  },
  {
    what: 'the history of the board',
    store: await board.history(BOARD_ID),
    inModel: (model) => model.board.get(BOARD_ID)?.history,
  },
]

export async function looksAtObservation(stores: Stores, ref: string): Promise<readonly Look[]> {
  const { observation: observations } = stores.records
  const id = `observation/${ref}`
  const links = await linksOf(stores, 'access', id)
  return [
    {
      what: ref,
      store: await observations.load(ref),
      inModel: (model) => model.observations.get(ref)?.stored,
    },
    {
      what: `the history of ${ref}`,
      store: await observations.history(ref),
      inModel: (model) => model.observations.get(ref)?.history ?? [],
    },
    {
      what: `who read ${ref}`,
      store: links.map(({ hash: _hash, ...reading }) => reading),
      inModel: (model) => model.readings.get(id) ?? [],
    },
  ]
}

/** Each number of a series is given once, in order, to whoever asked for it at this moment. */
export function takeNumbers(model: Model, given: readonly Effect[], at: Instant): void {
  if (given.length === 0) return
  const series = `observation-${yearOf(at)}`
  const last = model.numbers.get(series) ?? 0
  const numbers = given.map(({ gave }) => Number(gave)).sort((a, b) => a - b)
  same(
    `the numbers given of ${series}`,
    numbers,
    numbers.map((_, index) => last + index + 1),
  )
  model.numbers.set(series, last + numbers.length)
}

const EVERYTHING = { scope: [{ agency: null, onlyReporters: null, exceptReporters: [] }] }
const FROM = '2026-01'
const TO = '2027-12'

/** Everything there is of records and readings, in every way in which it can be asked for. */
export async function looksAtAll(stores: Stores, model: Model): Promise<readonly Look[]> {
  const {
    trail,
    records: { observation: observations },
  } = stores
  const refs = [...model.observations.keys()]
  const submissions = [...model.raised.keys()]
  const whole = { size: 100 }
  return [
    ...(await looksAtBoard(stores)),
    ...(await Promise.all(refs.map((ref) => looksAtObservation(stores, ref)))).flat(),
    {
      what: 'what each submission raised',
      store: await Promise.all(submissions.map((one) => observations.madeBy(one))),
      inModel: ({ raised }) => submissions.map((one) => raised.get(one)),
    },
    {
      what: 'the list of all',
      store: (await observations.find(EVERYTHING, 'oldestFirst', whole)).rows,
      inModel: (one) => found(one, EVERYTHING, 'oldestFirst').after(undefined).slice(0, 100),
    },
    {
      what: 'how many of each kind',
      store: await observations.count('kinds', FROM, TO),
      inModel: (one) => kindCounts(one, FROM, TO),
    },
    {
      what: 'how long decisions took',
      store: await observations.count('decisionTimes', FROM, TO),
      inModel: (one) => decisionTimes(one, FROM, TO),
    },
    {
      what: 'what changed',
      store: (await trail.lines({ log: 'changes' }, whole)).rows,
      inModel: (one) => trailIn(one, { log: 'changes' }).slice(0, 100),
    },
    {
      what: 'what was read',
      store: (await trail.lines({ log: 'readings' }, whole)).rows,
      inModel: (one) => trailIn(one, { log: 'readings' }).slice(0, 100),
    },
    { what: 'the audit', store: await audited(stores), inModel: auditIn },
    {
      what: 'the chains',
      store: await howChainsStand(stores),
      inModel: ({ board: boards, observations: records, readings }) => ({
        board: boards.size,
        observation: records.size,
        // Nobody decides anything here that plans one.
        activity: 0,
        access: readings.size,
        broken: [],
      }),
    },
  ]
}

/** The audit, but for records that somebody marked as told whom nobody was told of. */
export async function audited(stores: Stores) {
  const { heads: _heads, findings, ...counts } = await auditAll(stores, sha256)
  return { ...counts, findings: findings.filter(({ why }) => why !== 'untold') }
}

/** How many chains there are of each kind, and where any is broken. */
async function howChainsStand(stores: Stores) {
  const brokenOf = async (kind: ChainedKind) => {
    const chains = await chainsOf(stores, kind, 1000)
    const breaks = chains.map(async (chain) => {
      const alone = await chainOf(stores, kind, chain.id)
      same(`the chain of ${chain.id}`, alone, chain)
      return firstBreak(sha256, chain, await linksOf(stores, kind, chain.id))
    })
    return (await Promise.all(breaks)).filter((one) => one !== undefined)
  }
  const broken = await Promise.all(CHAINED_KINDS.map(brokenOf))
  const counts = await Promise.all(CHAINED_KINDS.map((kind) => stores.keeping.count(kind)))
  return {
    ...Object.fromEntries(CHAINED_KINDS.map((kind, index) => [kind, counts[index]])),
    broken: broken.flat(),
  }
}
