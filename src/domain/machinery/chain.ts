import type { Recorded } from './record-kind.ts'

/**
 * The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. Passed in: the domain imports no
 * packages.
 */
export type Digest = (text: string) => string

/** An event as a store keeps it, sealed with everything that came before it (I2). */
export interface Sealed<Event = unknown> extends Recorded<Event> {
  readonly hash: string
}

/** What a store says about a record's chain apart from its events. */
export interface Chain {
  readonly kind: string
  readonly id: string
  /** How many events it should have. */
  readonly events: number
  /** The hash of the last of them. */
  readonly head: string
}

/** Where a chain breaks first, and how. */
export interface Break {
  readonly kind: string
  readonly id: string
  /** The first event that is missing or changed; for `stateDiffers`, the last one. */
  readonly seq: number
  readonly why: 'missing' | 'changed' | 'tooMany' | 'headDiffers'
}

/** The hash before the first event. */
const BEGINNING = ''

/**
 * JSON in the canonical form of RFC 8785: no spaces, the keys of each object in order of their
 * UTF-16 code units. `undefined` in an object is left out, as in JSON.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}

function hashOf(
  digest: Digest,
  previous: string,
  { kind, id }: Pick<Chain, 'kind' | 'id'>,
  { seq, at, by, cause, event }: Recorded<unknown>,
): string {
  return digest(canonical({ previous, kind, id, seq, at, by, cause, event }))
}

/**
 * Events with their hashes. Each hash is the SHA-256 of the hash before it and everything kept
 * about the event, in canonical form (I2).
 * @param head the hash of the record's last event; '' for a new record
 */
export function seal<Event>(
  digest: Digest,
  record: Pick<Chain, 'kind' | 'id'>,
  head: string,
  events: readonly Recorded<Event>[],
): readonly Sealed<Event>[] {
  let previous = head
  return events.map((recorded) => {
    previous = hashOf(digest, previous, record, recorded)
    return { ...recorded, hash: previous }
  })
}

/**
 * The first place where a record's events are not as they were sealed; `undefined` when all is
 * whole.
 */
export function firstBreak(
  digest: Digest,
  { kind, id, events, head }: Chain,
  links: readonly Sealed[],
): Break | undefined {
  const breaks = (seq: number, why: Break['why']): Break => ({ kind, id, seq, why })
  let previous = BEGINNING
  for (const [index, link] of links.entries()) {
    const seq = index + 1
    if (link.seq > seq) return breaks(seq, 'missing')
    if (link.seq !== seq || hashOf(digest, previous, { kind, id }, link) !== link.hash)
      return breaks(link.seq, 'changed')
    previous = link.hash
  }
  // Every record has at least the event that began it.
  if (links.length < Math.max(events, 1)) return breaks(links.length + 1, 'missing')
  if (links.length > events) return breaks(events + 1, 'tooMany')
  return previous === head ? undefined : breaks(events, 'headDiffers')
}
