import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { ApiProblem } from './api-problem.ts'
import { problemOf } from './problem-of.ts'

interface PageOf<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  /** Where the next page begins; `null` at the end. */
  readonly next: string | null
}

/** A list that the service gives in pages. */
export interface Listing<Row, Query> {
  readonly list: (
    query: Query & { readonly after?: string },
    signal?: AbortSignal,
  ) => Promise<PageOf<Row>>
  readonly keyOf: (row: Row) => string
}

export interface Pages<Row = unknown> {
  /** `null` while the first page is loading. */
  readonly rows: readonly Row[] | null
  readonly total: number
  readonly problem: ApiProblem | null
  readonly loadingMore: boolean
  readonly hasMore: boolean
  readonly more: () => void
  readonly retry: () => void
}

interface Held<Row> {
  readonly key: string
  readonly pages: readonly PageOf<Row>[]
  readonly problem: ApiProblem | null
}

const NONE: readonly never[] = []

/**
 * A list that grows page by page and begins again when the query changes.
 * @param refresh a number that rises when the rows may have changed
 */
export function usePages<Row, Query extends object>(
  { list, keyOf }: Listing<Row, Query>,
  query: Query,
  refresh = 0,
): Pages<Row> {
  const key = JSON.stringify(query)
  const [held, setHeld] = useState<Held<Row> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [loadingMore, setLoadingMore] = useState(false)
  const current = held?.key === key ? held : null
  const pages: readonly PageOf<Row>[] = current?.pages ?? NONE
  const rows = useMemo(() => {
    // A row that arrives between two pages moves another onto both.
    const each = pages.flatMap((page) => page.rows).map((row) => [keyOf(row), row] as const)
    return [...new Map(each).values()]
  }, [pages, keyOf])
  const next = pages.at(-1)?.next ?? null

  const load = useEffectEvent(async (signal: AbortSignal) => {
    // A refresh loads as many pages as were there, so that the list keeps its length.
    const wanted = Math.max(1, pages.length)
    const found: PageOf<Row>[] = []
    try {
      for (let after: string | null = ''; found.length < wanted && after !== null; ) {
        const page: PageOf<Row> = await list(after === '' ? query : { ...query, after }, signal)
        found.push(page)
        after = page.next
      }
      if (!signal.aborted) setHeld({ key, pages: found, problem: null })
    } catch (thrown) {
      if (!signal.aborted) setHeld({ key, pages, problem: problemOf(thrown) })
    }
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these asks again
  useEffect(() => {
    const stop = new AbortController()
    void load(stop.signal)
    return () => stop.abort()
  }, [key, attempt, refresh])

  const more = async () => {
    if (next === null || loadingMore) return
    setLoadingMore(true)
    try {
      const page = await list({ ...query, after: next })
      setHeld((now) =>
        now?.key === key ? { key, pages: [...now.pages, page], problem: null } : now,
      )
    } catch (thrown) {
      setHeld((now) => (now?.key === key ? { ...now, problem: problemOf(thrown) } : now))
    } finally {
      setLoadingMore(false)
    }
  }

  return {
    rows: pages.length > 0 ? rows : null,
    total: pages.at(-1)?.total ?? 0,
    problem: current?.problem ?? null,
    loadingMore,
    hasMore: next !== null,
    more: () => void more(),
    retry: () => {
      if (pages.length > 0) void more()
      else {
        setHeld(null)
        setAttempt((made) => made + 1)
      }
    },
  }
}
