import { sha256 } from '../../src/adapters/shared/digest.ts'
import { activityScope } from '../../src/domain/activity/columns.ts'
import type { AnyListing, Condition, Where } from '../../src/domain/machinery/listing.ts'
import { ownScope, triageScope } from '../../src/domain/observation/scope.ts'
import { anyRecord, KINDS, type Kind } from '../../src/domain/records.ts'
import type { Page } from '../../src/ports/page.ts'
import type { ListedStore } from '../../src/ports/records.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { auditAll } from '../../src/usecases/audit/audit-all.ts'
import { askingOf } from '../../src/usecases/reminding/list-duties.ts'
import { sameIn } from './ask.ts'
import { same } from './compare.ts'
import type { Session } from './session.ts'
import { contextIn, nthOf, storeOf, THE_BOARD, tally } from './session.ts'
import type { StepOf } from './steps.ts'
import { sameDeliveries } from './telling.ts'
import { sameTurns } from './turns.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]
// Each is asked by its own description alone.
const listIn = ({ records }: Stores, kind: Kind) =>
  records[kind] as unknown as ListedStore<never, never, AnyListing>

const EVERYTHING: Readonly<Partial<Record<Kind, unknown>>> = {
  observation: [{ agency: null, onlyReporters: null, exceptReporters: [] }],
}
const everythingOf = (kind: Kind) => EVERYTHING[kind] ?? [[]]

/** Everything, or what somebody may see; of a kind that has no line here, all. */
async function scopeOf(session: Session, kind: Kind, content: number) {
  const { board, actors, actorAt } = await contextIn(session)
  const actor = actorAt(content)
  const some = actors.map(({ person }) => person).filter((_, nth) => (content >> nth) % 3 === 0)
  const agency = nthOf([null, ...board.agencies.map(({ id }) => id)], content) ?? null
  const scopes: Partial<Record<Kind, readonly unknown[]>> = {
    observation: [
      ownScope(actor),
      triageScope(actor, board),
      [{ agency, onlyReporters: some, exceptReporters: [] }],
      [{ agency, onlyReporters: null, exceptReporters: some }],
      [],
    ],
    activity: [activityScope(actor, board), [[{ column: 'agency', noneOf: [agency ?? ''] }]], []],
  }
  return nthOf([everythingOf(kind), ...(scopes[kind] ?? [])], content >> 5)
}

/** Looks at a list: the same in both stores, and all that the description of the list says. */
export async function lookAtList(session: Session, step: StepOf<'list'>): Promise<void> {
  const kind = nthOf(KINDS, step.kind) ?? 'observation'
  const { listing, moves } = anyRecord(kind)
  const stages = Object.values(moves).flatMap(({ from }) => from)
  const scope = await scopeOf(session, kind, step.content)
  const some = stages.filter((_, nth) => (step.content >> nth) % 2 === 0)
  const filter = { scope, ...(step.content % 4 === 0 && { stages: [...new Set(some)] }) }
  const order = nthOf(Object.keys(listing.orders), step.order) ?? ''
  session.story.push(`somebody lists ${step.size} ${order} of ${kind} ${JSON.stringify(filter)}`)
  await lookAtPages(session, ({ records }, after) =>
    listIn({ records } as Stores, kind).find(filter, order, {
      size: step.size,
      ...(after && { after }),
    }),
  )
  await sameCounts(session, kind, filter)
  const { rows } = await listIn(session.world.stores(), kind).find(filter, order, { size: 100 })
  const ids = session.made.filter((one) => one.kind === kind).map(({ id }) => id)
  const kept = await Promise.all(ids.map((id) => storeOf(session.other, { kind, id }).load(id)))
  const taken = kept.filter(
    (one) => one && takes(listing.where(filter), listing.columnsOf(one.state) as Any),
  )
  const found = (rows as Rows).map(({ ref }) => String(ref))
  same(
    'what is listed',
    found.toSorted(),
    taken
      .map((one) => one?.id ?? '')
      .toSorted()
      .slice(0, 100),
  )
}

type Any = Readonly<Record<string, string | null>>

/** Whether a row is among those asked for: what the stores say in their own languages. */
function takes({ scope, all }: Where<Any>, row: Any): boolean {
  const isTrue = (condition: Condition<Any>): boolean => {
    const value = row[condition.column] ?? null
    if ('noneOf' in condition) return value === null || !condition.noneOf.includes(value)
    if (value === null) return false
    if ('oneOf' in condition) return condition.oneOf.includes(value)
    return 'from' in condition ? value >= condition.from : value <= condition.to
  }
  return all.every(isTrue) && scope.some((clause) => clause.every(isTrue))
}

async function sameCounts(session: Session, kind: Kind, filter?: unknown) {
  for (const name of Object.keys(anyRecord(kind).listing.counts))
    for (const to of ['2026-07', '2027-12'])
      await sameIn(session, `${kind} by ${name}`, (stores) =>
        listIn(stores, kind).count(name as never, '2026-01', to, filter),
      )
}

export async function lookAtWaiting(
  session: Session,
  { person, size }: StepOf<'waiting'>,
): Promise<void> {
  const { board, actorAt, now } = await contextIn(session)
  const asking = askingOf(actorAt(person), board, now)
  session.story.push(`${asking.person} looks at what waits for them, ${size} at once`)
  await lookAtPages(session, ({ duties }, after) =>
    duties.waiting(asking, { size, ...(after && { after }) }),
  )
  await sameIn(session, 'what is late', ({ duties }) => duties.late(now, 100))
}

/** All pages of it, one after another. */
export async function lookAtTrail(
  session: Session,
  { log, record, by, size }: StepOf<'trail'>,
): Promise<void> {
  const { actorAt } = await contextIn(session)
  const { rows } = await session.other.trail.lines({ log }, { size: 100 })
  const [from, to] = [rows.at(-1 - size)?.at, rows[size]?.at]
  const filter = {
    log,
    ...(record !== null && { id: nthOf(rows, record)?.id ?? 'board' }),
    ...(by !== null && { by: actorAt(by).person }),
    ...(from && { from }),
    ...(to && by === null && { to }),
  }
  session.story.push(`the auditor looks at ${JSON.stringify(filter)}, ${size} at once`)
  await lookAtPages(session, ({ trail }, after) =>
    trail.lines(filter, { size, ...(after && { after }) }),
  )
}

type PageOf = (stores: Stores, after?: string) => Promise<Page<unknown>>

/** Page by page, to the last one. */
async function lookAtPages(session: Session, page: PageOf): Promise<void> {
  let after: { store: string | null; other: string | null } | undefined
  while (after === undefined || after.store !== null) {
    const next: typeof after = { store: null, other: null }
    await sameIn(session, 'a page of a list', async (stores, side) => {
      const found = await page(stores, after?.[side] ?? undefined)
      next[side] = found.next
      return { ...found, next: found.next !== null }
    })
    after = next
  }
}

/** Nothing but that somebody marked records as told whom nobody was told of. */
export async function sameAudit({ world }: Session): Promise<void> {
  const { findings } = await auditAll(world.stores(), sha256)
  same(
    'what the audit finds',
    findings.filter(({ why }) => why !== 'untold'),
    [],
  )
}

/** Everything there is, in every way in which it can be asked for. */
export async function sameEverything(session: Session): Promise<void> {
  for (const named of [THE_BOARD, ...session.made])
    await sameIn(session, named.id, (stores) => storeOf(stores, named).load(named.id))
  await sameIn(session, 'the board as it stands', ({ board }) => board.current())
  for (const kind of KINDS) {
    const ids = session.made.filter((one) => one.kind === kind).map(({ id }) => id)
    const histories = await Promise.all(
      ids.map((id) => storeOf(session.other, { kind, id }).history(id)),
    )
    for (const [first] of histories)
      await sameIn(session, 'what made it', ({ records }) =>
        records[kind].madeBy(first?.cause ?? ''),
      )
    for (const order of Object.keys(anyRecord(kind).listing.orders))
      await sameIn(session, `every ${kind}, ${order}`, async (stores) => {
        const whole = { scope: everythingOf(kind) }
        return (await listIn(stores, kind).find(whole, order as never, { size: 100 })).rows
      })
    await sameCounts(session, kind)
    for (const { event } of histories.flat()) tally(session, `${kind} ${event.type}`)
  }
  for (const log of ['changes', 'readings'] as const)
    await sameIn(
      session,
      `the log of ${log}`,
      async ({ trail }) => (await trail.lines({ log }, { size: 100 })).rows,
    )
  await sameAudit(session)
  await sameDeliveries(session)
  await sameTurns(session)
}
