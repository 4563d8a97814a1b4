import type { BoardSettings } from '../../domain/board/types.ts'
import { BOARD_ID } from '../../domain/board/types.ts'
import type { Chain, Digest } from '../../domain/machinery/chain.ts'
import { canonical } from '../../domain/machinery/chain.ts'
import { countedIn, isKind } from '../../domain/records.ts'
import type { Keeping, Kept } from '../../ports/keeping.ts'
import type { Stores } from '../../ports/stores.ts'
import { CHAINED_KINDS } from '../../ports/trail.ts'
import { checkKept } from './check-kept.ts'
import type { Finding, WhyInRecord } from './finding.ts'
import type { Heads, Since } from './heads.ts'
import { goneSince, seenIn, sinceThen } from './heads.ts'
import { MADE_UP_TENANT } from './made-up.ts'

/** What an audit looks at: all that is kept of records, as it stands in the store. */
export type AuditedStores = Pick<Stores, 'keeping'>

export interface AuditResult {
  readonly records: number
  readonly readings: number
  readonly events: number
  /** Everything that is not as it was kept; empty when all is whole. */
  readonly findings: readonly Finding[]
  /** The ends of all chains as they were looked at. */
  readonly heads: Heads
}

interface AuditOptions {
  /** Called with how many records and logs of readings have been looked at. */
  readonly onProgress?: (looked: number) => void
  /** What an earlier audit saw. All of it must still be there. */
  readonly since?: Since | undefined
}

const AT_ONCE = 200

/**
 * Audits every record and every log of readings (I2). Is each event sealed upon the one before it,
 * with none missing? Does everything kept beside the events follow from them? Is nothing left of a
 * record that does not exist?
 */
export async function auditAll(
  { keeping }: AuditedStores,
  digest: Digest,
  { onProgress, since }: AuditOptions = {},
): Promise<AuditResult> {
  const { differs, isReadable } = await keeping.shape()
  const findings: Finding[] = differs.map((what) => finding('store', '', 'shapeDiffers', 0, what))
  const chains: Chain[] = []
  let [records, readings, events] = [0, 0, 0]
  if (!isReadable) return { records, readings, events, findings, heads: { chains, series: [] } }
  const known = await knownOfBoard(keeping)
  for await (const { kept, found } of everyRow(keeping, digest, known)) {
    const { kind, id, log, head } = kept
    findings.push(...found, ...(since ? sinceThen(kept, since) : []))
    chains.push({ kind, id, events: kept.events, head })
    events += log.length
    if (kind === 'access') readings += log.length
    else records += 1
    onProgress?.(chains.length)
  }
  for (const { kind, id, left } of await keeping.strays())
    findings.push(finding(kind, id, 'recordGone', 0, left))
  // The counters last: they only rise, so they cover every record looked at before.
  const series = await keeping.series()
  findings.push(...behind(chains, series), ...ofNothing(series))
  if (since) findings.push(...goneSince(since, { seen: seenIn(chains), series }))
  return { records, readings, events, findings, heads: { chains, series } }
}

/** What an audit asks of the board about other records. */
export interface KnownOfBoard {
  /** Everybody with an entry. */
  readonly readers: ReadonlySet<string>
  /** It is the demo board: nobody was told of what the demo did. */
  readonly isMadeUp: boolean
}

/** `undefined` where there is no board that can be read. */
export async function knownOfBoard(keeping: Keeping): Promise<KnownOfBoard | undefined> {
  const board = await keeping.row('board', BOARD_ID)
  try {
    const { people } = JSON.parse(board?.record?.state ?? '') as Pick<BoardSettings, 'people'>
    return {
      readers: new Set(people.map(({ id }) => id)),
      isMadeUp: people.some(({ tenantId }) => tenantId === MADE_UP_TENANT),
    }
  } catch {
    // The audit of the board itself finds what is amiss with it.
    return undefined
  }
}

async function* everyRow(keeping: Keeping, digest: Digest, known: KnownOfBoard | undefined) {
  for (const kind of CHAINED_KINDS) {
    let after: string | null = null
    do {
      const rows: readonly Kept[] = await keeping.rows(kind, after, AT_ONCE)
      for (const row of rows) yield await auditOne(keeping, digest, row, known)
      after = rows.at(-1)?.id ?? null
    } while (after !== null)
  }
}

/** What is not as it was kept in one chain. @returns it with the row as it was looked at */
export async function auditOne(
  keeping: Keeping,
  digest: Digest,
  kept: Kept,
  known?: KnownOfBoard,
): Promise<{ readonly kept: Kept; readonly found: readonly Finding<WhyInRecord>[] }> {
  const found = checkKept(kept, digest, known)
  if (found.length === 0) return { kept, found }
  // A store reads in steps. If somebody wrote between two of them, look at the row again.
  const now = await keeping.row(kept.kind, kept.id)
  return now && canonical(now) !== canonical(kept)
    ? auditOne(keeping, digest, now, known)
    : { kept, found }
}

/** Counters of a series that does not exist, or without a number. */
const ofNothing = (series: Heads['series']): readonly Finding[] =>
  series
    .filter(({ name, last }) => {
      const [, kind = ''] = /^([a-zA-Z]+)-\d{4}$/.exec(name) ?? []
      return !isKind(kind) || !Number.isInteger(last) || last < 0
    })
    .map(({ name, last }) => finding('series', name, 'noCounter', Number(last) || 0, ''))

/** Counters that would give out a reference that a record already has. */
function behind(chains: readonly Chain[], series: Heads['series']): readonly Finding[] {
  const highest = new Map<string, { readonly number: number; readonly id: string }>()
  for (const { kind, id } of chains) {
    const counted = countedIn(kind, id)
    if (counted && counted.number > (highest.get(counted.series)?.number ?? 0))
      highest.set(counted.series, { number: counted.number, id })
  }
  const last = new Map(series.map((one) => [one.name, one.last]))
  return [...highest]
    .filter(([name, { number }]) => (last.get(name) ?? 0) < number)
    .map(([name, { id }]) => finding('series', name, 'counterBehind', last.get(name) ?? 0, id))
}

const finding = (
  kind: string,
  id: string,
  why: Finding['why'],
  seq: number,
  what: string,
): Finding => ({ kind, id, why, seq, what })
