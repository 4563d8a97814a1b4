import type { Chain, Digest } from '../../domain/machinery/chain.ts'
import type { Kept } from '../../ports/keeping.ts'
import type { Finding } from './finding.ts'

// The ends of all chains at one moment. Keep their digest where nobody who can write to the store
// can write. A later audit then proves that no chain was made anew or taken away since.

/** The ends of all chains and the counters of references, by what each is of. */
export interface Heads {
  readonly chains: readonly Chain[]
  readonly series: readonly { readonly name: string; readonly last: number }[]
}

const FIRST_LINE = 'Learning Loop: the ends of all chains, as of one audit'

/**
 * As text that depends only on the content, so that the same heads have one digest in every store.
 */
export function writeHeads({ chains, series }: Heads): string {
  const lines = [
    ...chains.map(({ kind, id, events, head }) => ['chain', kind, id, events, head]),
    ...series.map(({ name, last }) => ['series', name, last]),
  ].map((line) => JSON.stringify(line))
  return `${[FIRST_LINE, ...lines.sort()].join('\n')}\n`
}

/** What an earlier audit saw, by kind and id. */
export interface Since {
  readonly chains: ReadonlyMap<string, Chain>
  readonly series: ReadonlyMap<string, number>
}

const keyOf = ({ kind, id }: Pick<Chain, 'kind' | 'id'>) => `${kind}/${id}`

/**
 * Reads heads that were written.
 * @returns nothing when the text does not match the digest: then it proves nothing
 */
export function readHeads(text: string, digest: Digest, expected: string): Since | undefined {
  if (digest(text) !== expected) return undefined
  const [, ...lines] = text.trimEnd().split('\n')
  const chains = new Map<string, Chain>()
  const series = new Map<string, number>()
  for (const line of lines) {
    // The digest matches, so it is what was written above.
    const [of, ...rest] = JSON.parse(line) as readonly string[]
    if (of === 'chain') {
      const [kind = '', id = '', events, head = ''] = rest
      chains.set(keyOf({ kind, id }), { kind, id, events: Number(events), head })
    } else series.set(rest[0] ?? '', Number(rest[1]))
  }
  return { chains, series }
}

/** Whether the chain as it was then is still the beginning of the chain that is kept now. */
export function sinceThen(kept: Kept, { chains }: Since): readonly Finding[] {
  const then = chains.get(keyOf(kept))
  if (!then) return []
  const { kind, id, events, head } = then
  const now = kept.log[events - 1]
  if (!now) return [{ kind, id, why: 'shorterSince', seq: events }]
  return now.hash === head ? [] : [{ kind, id, why: 'otherSince', seq: events }]
}

/** The chains and counters that existed then and are now missing or shorter. */
export function goneSince(
  { chains, series }: Since,
  now: { readonly seen: ReadonlySet<string>; readonly series: Heads['series'] },
): readonly Finding[] {
  const gone = [...chains.values()].filter((chain) => !now.seen.has(keyOf(chain)))
  const counted = new Map(now.series.map(({ name, last }) => [name, last]))
  const fell = [...series].filter(([name, last]) => (counted.get(name) ?? 0) < last)
  return [
    ...gone.map(({ kind, id, events }) => ({ kind, id, why: 'goneSince' as const, seq: events })),
    ...fell.map(([id, seq]) => ({ kind: 'series', id, why: 'counterFell' as const, seq })),
  ]
}

export const seenIn = (chains: readonly Chain[]): ReadonlySet<string> => new Set(chains.map(keyOf))
