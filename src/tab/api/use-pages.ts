import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type {
  ObservationPage,
  ObservationQuery,
  ObservationRow,
} from '../../contract/observations.ts'
import type { ApiClient } from './api-client.ts'
import type { ApiProblem } from './api-problem.ts'
import { problemOf } from './problem-of.ts'

type Query = Partial<Omit<ObservationQuery, 'after'>>

export interface Pages {
  /** `null` while the first page is on its way. */
  readonly rows: readonly ObservationRow[] | null
  readonly total: number
  readonly problem: ApiProblem | null
  readonly loadingMore: boolean
  readonly hasMore: boolean
  readonly more: () => void
  readonly retry: () => void
}

interface Held {
  readonly key: string
  readonly pages: readonly ObservationPage[]
  readonly problem: ApiProblem | null
}

const NONE: readonly ObservationPage[] = []

// Something that arrives between two pages moves a row onto both.
const eachOnce = (rows: readonly ObservationRow[]) => [
  ...new Map(rows.map((row) => [row.ref, row])).values(),
]

/**
 * A list that grows page by page, and begins anew when what is asked for changes.
 * @param refresh a number that rises when the rows may have changed
 */
export function usePages(api: ApiClient, query: Query, refresh = 0): Pages {
  const key = JSON.stringify(query)
  const [held, setHeld] = useState<Held | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [loadingMore, setLoadingMore] = useState(false)
  const current = held?.key === key ? held : null
  const pages = current?.pages ?? NONE
  const rows = useMemo(() => eachOnce(pages.flatMap((page) => page.rows)), [pages])
  const next = pages.at(-1)?.next ?? null

  const load = useEffectEvent(async (signal: AbortSignal) => {
    // A refresh brings back as many pages as were there, so that the list keeps its length.
    const wanted = Math.max(1, pages.length)
    const found: ObservationPage[] = []
    try {
      for (let after: string | null = ''; found.length < wanted && after !== null; ) {
        const page: ObservationPage = await api.listObservations(
          after === '' ? query : { ...query, after },
          signal,
        )
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
      const page = await api.listObservations({ ...query, after: next })
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
