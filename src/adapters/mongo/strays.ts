import type { Stray } from '../../ports/keeping.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import { CHAINED_KINDS } from '../../ports/trail.ts'
import type { modelsOf } from './models.ts'

/** How many a server answers at once without strain. */
const AT_ONCE = 1000

type Models = ReturnType<typeof modelsOf>

/** What is left of records that do not exist. */
export async function straysIn(models: Models): Promise<readonly Stray[]> {
  const found = new Map<string, Stray>()
  for await (const mentions of mentionsIn(models)) {
    // What mentions a record is never older than it. So a record that is missing now is gone.
    for (const stray of await missing(models, mentions))
      found.set(JSON.stringify([stray.kind, stray.id, stray.left]), stray)
  }
  return [...found.values()]
}

/** Everything that mentions a record, page by page. */
async function* mentionsIn({ lines, earlier, deliveries, chained }: Models) {
  yield* pages(
    (after) =>
      lines
        .find(after === null ? {} : { _id: { $gt: after } }, { kind: 1, id: 1 })
        .sort({ _id: 1 })
        .limit(AT_ONCE)
        .lean<{ _id: string; kind: string; id: string }[]>(),
    ({ kind, id }) => ({ kind, id, left: 'lines' }),
  )
  yield* pages(
    (after) =>
      earlier
        .find(after === null ? {} : { _id: { $gt: after } }, { kind: 1, record: 1 })
        .sort({ _id: 1 })
        .limit(AT_ONCE)
        .lean<{ _id: string; kind: string; record: string }[]>(),
    ({ kind, record }) => ({ kind, id: record, left: 'events' }),
  )
  yield* pages(
    (after) =>
      deliveries
        .find(after === null ? {} : { _id: { $gt: after } }, { recordKind: 1, recordId: 1 })
        .sort({ _id: 1 })
        .limit(AT_ONCE)
        .lean<{ _id: string; recordKind: string; recordId: string }[]>(),
    ({ recordKind, recordId }) => ({ kind: recordKind, id: recordId, left: 'messages' }),
  )
  yield* pages(
    (after) =>
      chained.access
        .find(after === null ? {} : { _id: { $gt: after } }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(AT_ONCE)
        .lean<{ _id: string }[]>(),
    ({ _id }) => {
      const [kind = '', ...rest] = _id.split('/')
      // The logs an auditor looks at are not records.
      return isRecordKind(kind) ? { kind, id: rest.join('/'), left: 'readings' } : undefined
    },
  )
}

async function* pages<Found extends { readonly _id: string }>(
  page: (after: string | null) => PromiseLike<readonly Found[]>,
  mentionOf: (one: Found) => Stray | undefined,
) {
  let after: string | null = null
  do {
    const found: readonly Found[] = await page(after)
    yield found.flatMap((one) => mentionOf(one) ?? [])
    after = found.at(-1)?._id ?? null
  } while (after !== null)
}

async function missing({ chained }: Models, mentions: readonly Stray[]): Promise<readonly Stray[]> {
  const strays: Stray[] = []
  for (const [kind, its] of Map.groupBy(mentions, (one) => one.kind)) {
    if (!isChained(kind)) {
      strays.push(...its)
      continue
    }
    const ids = [...new Set(its.map(({ id }) => id))]
    const there = await chained[kind].find({ _id: { $in: ids } }, { _id: 1 }).lean()
    const known = new Set(there.map(({ _id }) => _id))
    strays.push(...its.filter(({ id }) => !known.has(id)))
  }
  return strays
}

const isChained = (kind: string): kind is ChainedKind =>
  CHAINED_KINDS.some((known) => known === kind)
const isRecordKind = (kind: string) => kind !== 'access' && isChained(kind)
