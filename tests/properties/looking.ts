import { sha256 } from '../../src/adapters/shared/digest.ts'
import { actionScope } from '../../src/domain/action/columns.ts'
import { activityScope } from '../../src/domain/activity/columns.ts'
import type { AnyListing, Condition, Where } from '../../src/domain/machinery/listing.ts'
import type { KindTypes } from '../../src/domain/machinery/record-kind.ts'
import { ownScope, triageScope } from '../../src/domain/observation/scope.ts'
import type { Kind } from '../../src/domain/records.ts'
import { anyRecord, KINDS } from '../../src/domain/records.ts'
import { reviewScope } from '../../src/domain/review/columns.ts'
import type { Page, PageRequest } from '../../src/ports/page.ts'
import type { ListedStore } from '../../src/ports/records.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { auditAll } from '../../src/usecases/audit/audit-all.ts'
import { askingOf } from '../../src/usecases/reminding/list-duties.ts'
import type { Side } from './ask.ts'
import { sameIn, sameRecord } from './ask.ts'
import { same } from './compare.ts'
import type { Session } from './session.ts'
import { contextIn, nthOf, storeOf, THE_BOARD, tally } from './session.ts'
import type { StepOf } from './steps.ts'
import { sameDeliveries } from './telling.ts'
import { sameTurns } from './turns.ts'

// Each is asked by its own description alone.
const listIn = ({ records }: Pick<Stores, 'records'>, kind: Kind) =>
  records[kind] as unknown as ListedStore<KindTypes['state'], never, AnyListing>

/** What a list can be asked for: first everything, then what somebody may see, and other parts. */
async function scopesOf(session: Session, kind: Kind, content: number) {
  const { board, actors, actorAt } = await contextIn(session)
  const actor = actorAt(content)
  const some = actors.map(({ person }) => person).filter((_, nth) => (content >> nth) % 3 === 0)
  const agency = nthOf(board.agencies, content)?.id ?? null
  const scopes: Readonly<Record<Kind, readonly unknown[]>> = {
    observation: [
      [{ agency: null, onlyReporters: null, exceptReporters: [] }],
      ownScope(actor),
      triageScope(actor, board),
      [{ agency, onlyReporters: some, exceptReporters: [] }],
      [{ agency: null, onlyReporters: null, exceptReporters: some }],
    ],
    activity: [[[]], activityScope(actor, board), [[{ column: 'agency', noneOf: [agency] }]]],
    action: [[[]], actionScope(actor, board), [[{ column: 'agency', noneOf: [agency] }]]],
    review: [[[]], reviewScope(actor, board), [[{ column: 'agency', noneOf: [agency] }]]],
  }
  return [...scopes[kind], []]
}

/** Looks at a list: the same in both stores, and all that the description of the list says. */
export async function lookAtList(session: Session, step: StepOf<'list'>): Promise<void> {
  const { content, size } = step
  const kind = nthOf(KINDS, step.kind) ?? 'observation'
  const { listing, moves } = anyRecord(kind)
  const stages = new Set(Object.values(moves).flatMap(({ from }) => from))
  const some = [...stages].filter((_, nth) => (content >> nth) % 2 === 0)
  const scope = nthOf(await scopesOf(session, kind, content), content >> 5)
  const filter = { scope, ...(content % 4 === 0 && { stages: some }) }
  const order = nthOf(Object.keys(listing.orders), step.order) ?? ''
  session.story.push(`somebody lists ${size} ${order} of ${kind} ${JSON.stringify(filter)}`)
  const rows = await lookAtPages(session, 'a list', size, (stores, page) =>
    listIn(stores, kind).find(filter, order, page),
  )
  await sameCounts(session, kind, filter)
  const where = listing.where(filter)
  const expected: string[] = []
  for (const made of session.made) {
    const stored = made.kind === kind && (await storeOf(session.other, made).load(made.id))
    if (stored && takes(where, listing.columnsOf(stored.state) as Columns)) expected.push(made.id)
  }
  same('what is listed', rows.map(({ ref }) => ref).toSorted(), expected.toSorted())
}

type Columns = Readonly<Record<string, string | null>>

/** Whether a row is among those asked for: what the stores say in their own languages. */
function takes({ scope, all }: Where<Columns>, row: Columns): boolean {
  const isTrue = (condition: Condition<Columns>): boolean => {
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
        listIn(stores, kind).count(name, '2026-01', to, filter),
      )
}

export async function lookAtWaiting(
  session: Session,
  { person, size }: StepOf<'waiting'>,
): Promise<void> {
  const { board, actorAt, now } = await contextIn(session)
  const asking = askingOf(actorAt(person), board, now)
  session.story.push(`${asking.person} looks at what waits for them, ${size} at once`)
  await lookAtPages(session, 'a list', size, ({ duties }, page) => duties.waiting(asking, page))
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
  await lookAtPages(session, 'a list', size, ({ trail }, page) => trail.lines(filter, page))
}

/** Page by page, to the last one. @returns the rows of all pages in the store */
async function lookAtPages<Row>(
  session: Session,
  what: string,
  size: number,
  pageIn: (stores: Stores, page: PageRequest) => Promise<Page<Row>>,
): Promise<readonly Row[]> {
  // Where a page ends, each of the two says in its own way.
  const next: { [Of in Side]?: string | null } = {}
  const rows: Row[] = []
  do {
    await sameIn(session, what, async (stores, side) => {
      const after = next[side]
      const found = await pageIn(stores, { size, ...(after && { after }) })
      next[side] = found.next
      if (side === 'store') rows.push(...found.rows)
      return { ...found, next: found.next !== null }
    })
  } while (next.store)
  return rows
}

/** Nothing but that somebody marked records as told whom nobody was told of. */
export async function sameAudit({ world }: Session): Promise<void> {
  const { findings } = await auditAll(world.stores(), sha256)
  const amiss = findings.filter(({ why }) => why !== 'untold')
  same('what the audit finds', amiss, [])
}

/** Everything there is, in every way in which it can be asked for. */
export async function sameEverything(session: Session): Promise<void> {
  for (const named of [THE_BOARD, ...session.made]) await sameRecord(session, named)
  await sameIn(session, 'the board as it stands', ({ board }) => board.current())
  for (const { kind, id } of session.made) {
    const history = await storeOf(session.other, { kind, id }).history(id)
    const madeBy = history[0]?.cause ?? ''
    await sameIn(session, 'what made it', ({ records }) => records[kind].madeBy(madeBy))
    for (const { event } of history) tally(session, `${kind} ${event.type}`)
  }
  for (const kind of KINDS) {
    const [scope] = await scopesOf(session, kind, 0)
    for (const order of Object.keys(anyRecord(kind).listing.orders))
      await lookAtPages(session, `every ${kind}, ${order}`, 100, (stores, page) =>
        listIn(stores, kind).find({ scope }, order, page),
      )
    await sameCounts(session, kind)
  }
  for (const log of ['changes', 'readings'] as const)
    await lookAtPages(session, `the log of ${log}`, 100, ({ trail }, page) =>
      trail.lines({ log }, page),
    )
  await sameAudit(session)
  await sameDeliveries(session)
  await sameTurns(session)
}
