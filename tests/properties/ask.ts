import { sha256 } from '../../src/adapters/shared/digest.ts'
import type { Stores } from '../../src/ports/stores.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { Difference, isSame, same } from './compare.ts'
import type { Outcome } from './outcome.ts'
import { codeOf, outcomeOf } from './outcome.ts'
import type { Named, Session } from './session.ts'
import { CALENDAR, storeOf, tally } from './session.ts'
import type { Effect, Fault } from './watched-stores.ts'
import { watched } from './watched-stores.ts'

/** Something that is asked of the product over the store, and over the other one. */
export interface Ask {
  /** By its name, to count how often something came of it. */
  readonly action: string
  /** In words, for the story of a failure. */
  readonly says: string
  /** What it is about, where that is there already. */
  readonly about?: Named
  /** Where the store fails: at the first try, at the second. */
  readonly faults: readonly Fault[]
  /** The request names the version that was looked at. */
  readonly namesVersion?: boolean
  readonly of: (deps: Deps, side: Side) => Promise<unknown>
}

export type Side = 'store' | 'other'

/** An ask that was tried once, and what came of it. */
interface Try {
  readonly ask: Ask
  /** The id that was given out during it. */
  readonly id: string
  readonly outcome: Outcome
  /** What the store did for it. */
  readonly effects: readonly Effect[]
}

/**
 * Asks for one thing, or for several at the same moment. Requests without an answer are made again
 * a minute later. Each time the same is asked of the other store, one after another, and the two
 * are compared: the answers, and the records they are about.
 * @throws Difference
 */
export async function ask(session: Session, asks: readonly Ask[]): Promise<void> {
  if (asks.length > 1) session.story.push('at the same moment:')
  const tries = await Promise.all(asks.map((one, index) => tryOnce(session, one, 0, index)))
  await compare(session, tries)
  for (const one of tries) {
    let { outcome } = one
    for (let attempt = 1; outcome === 'interrupted'; attempt += 1) {
      session.clock.advance({ minutes: 1 })
      const again = await tryOnce(session, one.ask, attempt, attempt)
      await compare(session, [again])
      outcome = again.outcome
    }
  }
}

const depsOf = ({ clock }: Session, stores: Stores, id: string): Deps => ({
  ...stores,
  clock,
  newId: () => id,
  calendar: CALENDAR,
  digest: sha256,
})

/** @param instance which instance of the program it is asked of */
async function tryOnce(
  session: Session,
  one: Ask,
  attempt: number,
  instance: number,
): Promise<Try> {
  const { stores, effects } = watched(session.world.stores(instance), one.faults[attempt])
  session.asked += 1
  const id = `id-${session.asked}`
  const at = session.clock.now().slice(0, 16)
  const outcome = await outcomeOf(() => one.of(depsOf(session, stores, id), 'store'))
  const did = savesIn(effects).map((saved) => `, ${saved.id} at version ${saved.version}`)
  const again = attempt === 0 ? '' : ', again'
  session.story.push(
    `${at} ${one.says}${again}: ${codeOf(outcome)} after ${effects.length} writes${did.join('')}`,
  )
  tally(session, `${one.action}: ${codeOf(outcome)}`)
  return { ask: one, id, outcome, effects }
}

const BEFORE_ANYTHING: Fault = { of: 'write', nth: 0, when: 'before' }

/** The same over the other store, with the numbers that were given: as far as the first one got. */
function replay(session: Session, { ask: one, id, outcome, effects }: Try, fault?: Fault) {
  const given = numbersIn(effects).map(({ gave }) => Number(gave))
  const next = async (series: string) => given.shift() ?? session.other.references.next(series)
  const isCutOff = outcome === 'interrupted'
  const { stores } = watched(
    { ...session.other, references: { next } },
    fault ?? (isCutOff ? { of: 'write', nth: effects.length - 1, when: 'after' } : undefined),
  )
  return outcomeOf(() => one.of(depsOf(session, stores, id), 'other'))
}

const savesIn = (effects: readonly Effect[]) =>
  effects
    .filter(({ method }) => method === 'save')
    // The name of a store is its kind, and it gives the record as it saved it.
    .map(({ store, gave }) => ({
      kind: store as Named['kind'],
      ...(gave as { id: string; version: number }),
    }))

async function compare(session: Session, tries: readonly Try[]): Promise<void> {
  await takeNumbers(session, tries)
  await explain(session, tries)
  const saved = tries.flatMap(({ effects }) => savesIn(effects))
  for (const { kind, id } of saved)
    if (kind !== 'board' && !session.made.some((one) => one.id === id))
      session.made.push({ kind, id })
  const named = [...saved, ...tries.flatMap(({ ask: { about } }) => about ?? [])]
  for (const one of new Map(named.map((one) => [one.id, one])).values())
    await sameRecord(session, one)
}

/** How a record stands in both, and its history. */
export async function sameRecord(session: Session, named: Named): Promise<void> {
  const called = `${named.kind}/${named.id}`
  await sameIn(session, called, (stores) => storeOf(stores, named).load(named.id))
  await sameIn(session, `the history of ${called}`, (stores) =>
    storeOf(stores, named).history(named.id),
  )
}

/** A number that was given is no change yet. */
const isChange = ({ effects }: Try) => effects.some(({ method }) => method !== 'next')

/**
 * Asks the other store in the order in which the first one saved. What changed nothing has to be what
 * it would have answered somewhere in between, or afterwards, when it is really asked.
 */
async function explain(session: Session, tries: readonly Try[]): Promise<void> {
  const placeOf = ({ effects }: Try) =>
    savesIn(effects).map(({ id, version }) => `${id} ${1e6 + version}`)[0] ?? ''
  const done = tries.filter(isChange).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  let left = tries.filter((one) => !isChange(one) && one.outcome !== 'interrupted')
  const couldHave = new Set<Try>()
  for (const one of [...done, undefined]) {
    const still: Try[] = []
    for (const other of left) {
      const now = await replay(session, other, one && BEFORE_ANYTHING)
      if (tries.length === 1) same(other.ask.says, other.outcome, now)
      // A request that named a version and was overtaken on the way gets a conflict, whatever it
      // would get now.
      const isOvertaken = couldHave.has(other) && codeOf(other.outcome) === 'conflict'
      if (isSame(other.outcome, now) || isOvertaken) continue
      if (now === 'interrupted' && other.ask.namesVersion) couldHave.add(other)
      still.push(other)
    }
    left = still
    if (!one) break
    const expected = await replay(session, one)
    if (one.outcome === 'interrupted' || isSame(one.outcome, expected)) continue
    if (tries.length === 1) same(one.ask.says, one.outcome, expected)
    left = [...left, one]
    break
  }
  if (left.length === 0) return
  const all = tries.map(({ ask: { says }, outcome }) => `${says} (${codeOf(outcome)})`)
  throw new Difference(`no order of these explains what came of them: ${all.join('; ')}`)
}

const numbersIn = (effects: readonly Effect[]) => effects.filter(({ method }) => method === 'next')

/** Each number of a series is given once and in order to the requests of this moment. */
async function takeNumbers({ other }: Session, tries: readonly Try[]): Promise<void> {
  const all = numbersIn(tries.flatMap(({ effects }) => effects))
  for (const [series, given] of Map.groupBy(all, (one) => String(one.given))) {
    const expected: number[] = []
    for (const _ of given) expected.push(await other.references.next(series))
    const numbers = given.map(({ gave }) => Number(gave)).sort((a, b) => a - b)
    same(`the numbers given of ${series}`, numbers, expected)
  }
}

/** Looks at something in both stores. */
export async function sameIn(
  { world, other }: Session,
  what: string,
  of: (stores: Stores, side: Side) => Promise<unknown>,
): Promise<void> {
  same(what, await of(world.stores(), 'store'), await of(other, 'other'))
}
