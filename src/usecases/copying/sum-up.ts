import { forEachKind, RECORDS } from '../../domain/records.ts'
import type { CopyPart, Mark, StoreCopy } from '../../ports/store-copy.ts'

/** What people call each collection. */
export const PART_NAMES: Readonly<Record<CopyPart, string>> = {
  board: 'board settings',
  ...forEachKind((kind) => RECORDS[kind].plural),
  access: 'logs of readings',
  series: 'series of references',
  conversations: 'chats',
  personas: 'choices of whom to act as',
  talks: 'conversations and answers',
  deliveries: 'messages to people',
}

// The keys of the object above are the parts, by its type.
export const COPY_PARTS = Object.keys(PART_NAMES) as readonly CopyPart[]

/** How many rows are read or written together. */
export const PAGE_SIZE = 500

/** The number of rows, and all their marks as one number that does not depend on order. */
export interface Sum {
  readonly count: number
  readonly marks: bigint
}

export const NO_ROWS: Sum = { count: 0, marks: 0n }

export const plus = (sum: Sum, marks: readonly Mark[]): Sum => ({
  count: sum.count + marks.length,
  marks: marks.reduce((all, { mark }) => BigInt.asUintN(256, all + BigInt(`0x${mark}`)), sum.marks),
})

export type Sums = ReadonlyMap<CopyPart, Sum>

/** The names of the collections in which two stores differ. */
export const differences = (one: Sums, other: Sums): readonly string[] =>
  COPY_PARTS.filter((part) => {
    const [a, b] = [one.get(part) ?? NO_ROWS, other.get(part) ?? NO_ROWS]
    return a.count !== b.count || a.marks !== b.marks
  }).map((part) => PART_NAMES[part])

/** All the marks of a collection, page by page. */
export async function* pagesOf(
  { parts }: StoreCopy,
  part: CopyPart,
): AsyncGenerator<readonly Mark[]> {
  let after: string | null = null
  for (;;) {
    const marks: readonly Mark[] = await parts[part].marks(after, PAGE_SIZE)
    yield marks
    after = marks.at(-1)?.key ?? null
    if (marks.length < PAGE_SIZE) return
  }
}

/** Sums up a store, to compare it with another. */
export async function sumUp(
  store: StoreCopy,
  onRows: (rows: number) => void = () => undefined,
): Promise<Sums> {
  const sums = new Map<CopyPart, Sum>()
  for (const part of COPY_PARTS)
    for await (const marks of pagesOf(store, part)) {
      sums.set(part, plus(sums.get(part) ?? NO_ROWS, marks))
      onRows(marks.length)
    }
  return sums
}

export async function countAll({ parts }: StoreCopy): Promise<number> {
  const counts = await Promise.all(COPY_PARTS.map((part) => parts[part].count()))
  return counts.reduce((sum, count) => sum + count, 0)
}
