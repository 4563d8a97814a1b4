import { sha256 } from '../../src/adapters/shared/digest.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { Difference, isSame, same } from './compare.ts'
import type { Look } from './looks.ts'
import { looksAtBoard, looksAtObservation, takeNumbers } from './looks.ts'
import type { Model } from './model.ts'
import { copyOf } from './model.ts'
import { CALENDAR } from './model-records.ts'
import type { Outcome } from './outcome.ts'
import { outcomeNow, outcomeOf, sayOutcome } from './outcome.ts'
import type { Session } from './session.ts'
import { count } from './session.ts'
import type { Effect, Fault } from './watched-stores.ts'
import { watched } from './watched-stores.ts'

/** Something that is asked of the product, and of the model. */
export interface Ask {
  /** By its name, to count how often something came of it. */
  readonly action: string
  /** In words, for the story of a failure. */
  readonly says: string
  /** What it is about: the board, an observation, or nothing that is there already. */
  readonly about: string | null
  /** Where the store fails: at the first try, at the second. */
  readonly faults: readonly Fault[]
  /** Whoever asks does not ask again when they are left without an answer. */
  readonly isOnce?: true
  /** Whoever asks says which version they were looking at. */
  readonly namesVersion?: boolean
  readonly of: (deps: Deps) => Promise<unknown>
  /** What the model makes of it; what it refuses, it throws. */
  readonly by: (model: Model, tried: Tried) => unknown
}

/** An ask that was tried once, and what came of it. */
export interface Tried {
  readonly ask: Ask
  readonly at: Instant
  /** The id that was given out during it. */
  readonly id: string
  readonly outcome: Outcome
  /** What the stores did for it. */
  readonly effects: readonly Effect[]
}

/**
 * Asks for one thing, or for several at the same moment. Whoever is left without an answer asks
 * again, a minute later. Then store and model are compared: the answers, in some order that
 * explains them all, and the records they are about.
 * @throws Difference
 */
export async function ask(session: Session, asks: readonly Ask[]): Promise<void> {
  if (asks.length > 1) session.story.push('at the same moment:')
  const tries = await Promise.all(asks.map((one, index) => tryOnce(session, one, 0, index)))
  await compare(session, tries)
  for (const one of tries) {
    let tried = one
    for (let attempt = 1; tried.outcome === 'interrupted' && !one.ask.isOnce; attempt += 1) {
      session.clock.advance({ minutes: 1 })
      tried = await tryOnce(session, one.ask, attempt, attempt)
      await compare(session, [tried])
    }
  }
}

/** @param instance which instance of the program it is asked of */
async function tryOnce(
  session: Session,
  asked: Ask,
  attempt: number,
  instance: number,
): Promise<Tried> {
  const { world, clock, story } = session
  const { stores, effects } = watched(world.stores(instance), asked.faults[attempt])
  session.asked += 1
  const id = `id-${session.asked}`
  const at = clock.now()
  const deps = { ...stores, clock, newId: () => id, calendar: CALENDAR, digest: sha256 }
  const outcome = await outcomeOf(() => asked.of(deps))
  const did = outcome === 'interrupted' ? ` after ${effects.length} writes` : ''
  const said = `${asked.says}${attempt === 0 ? '' : ', again'}: ${sayOutcome(outcome)}${did}`
  story.push(`${at.slice(0, 16)} ${said}`)
  count(session, asked.action, outcome)
  return { ask: asked, at, id, outcome, effects }
}

async function compare(session: Session, tries: readonly Tried[]): Promise<void> {
  const looks = await looksAfter(session, tries)
  const [only, ...others] = tries
  if (only && others.length === 0) {
    const expected = modelOutcome(session.model, only)
    if (only.outcome !== 'interrupted') same(only.ask.says, only.outcome, expected)
  } else {
    const model = explained(session.model, tries, looks)
    if (!model) throw new Difference(`no order of these explains what came of them: ${says(tries)}`)
    session.model = model
  }
  for (const { what, store, inModel } of looks) same(what, store, inModel(session.model))
}

const says = (tries: readonly Tried[]): string =>
  tries.map(({ ask: { says }, outcome }) => `${says} (${sayOutcome(outcome)})`).join('; ')

/** Nothing came of what was interrupted before it had any effect. */
const modelOutcome = (model: Model, tried: Tried): Outcome =>
  tried.outcome === 'interrupted' && tried.effects.length === 0
    ? 'interrupted'
    : outcomeNow(() => tried.ask.by(model, tried))

/**
 * What the model becomes in the first order that leads to these answers and these records.
 * @param past the models that this order has led through
 */
function explained(
  model: Model,
  tries: readonly Tried[],
  looks: readonly Look[],
  past: readonly Model[] = [],
): Model | undefined {
  if (tries.length === 0)
    return looks.every(({ store, inModel }) => isSame(store, inModel(model))) ? model : undefined
  for (const first of tries) {
    const after = copyOf(model)
    const expected = modelOutcome(after, first)
    const fits = first.outcome === 'interrupted' || isSame(first.outcome, expected)
    if (!fits && !isOvertaken(first, model, past)) continue
    const others = tries.filter((one) => one !== first)
    const found = explained(fits ? after : model, others, looks, [...past, model])
    if (found) return found
  }
  return undefined
}

/**
 * Whoever named a version hears of a conflict when they were overtaken on the way, whatever they
 * would hear by now: also that they did it themselves already, or that it is not theirs to see.
 */
function isOvertaken(tried: Tried, model: Model, past: readonly Model[]): boolean {
  const { outcome, ask: asked } = tried
  if (outcome === 'interrupted' || 'done' in outcome) return false
  if (outcome.refused.code !== 'conflict' || !asked.namesVersion) return false
  return past.some((earlier) => {
    const then = modelOutcome(copyOf(earlier), tried)
    const wasDone = then !== 'interrupted' && 'done' in then
    return wasDone && versionIn(earlier, asked) !== versionIn(model, asked)
  })
}

const versionIn = ({ board, observations }: Model, { about }: Ask): number | undefined =>
  (board.get(about ?? '') ?? observations.get(about ?? ''))?.stored.version

const savedIn = ({ effects }: Tried): readonly string[] =>
  effects.flatMap(({ name, gave }) =>
    name.endsWith('.save') && typeof gave === 'object' && gave !== null && 'id' in gave
      ? [String(gave.id)]
      : [],
  )

/** The records that were asked about, and those that were saved, as the store has them now. */
async function looksAfter(session: Session, tries: readonly Tried[]): Promise<readonly Look[]> {
  const stores = session.world.stores()
  const ids = new Set(tries.flatMap((tried) => [...savedIn(tried), tried.ask.about ?? '']))
  const looks: Look[] = []
  for (const id of ids) {
    if (id === BOARD_ID) looks.push(...(await looksAtBoard(stores)))
    else if (id !== '') looks.push(...(await looksAtObservation(stores, id)))
  }
  const given = tries.flatMap(({ effects }) =>
    effects.filter(({ name }) => name === 'references.next'),
  )
  takeNumbers(session.model, given, tries[0]?.at ?? '')
  return looks
}
