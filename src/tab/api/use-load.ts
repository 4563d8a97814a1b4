import { useEffect, useEffectEvent, useState } from 'react'
import type { ApiProblem } from './api-problem.ts'
import { problemOf } from './problem-of.ts'

interface Settled<Data> {
  readonly key: string
  readonly data: Data | null
  readonly problem: ApiProblem | null
}

export interface Loaded<Data> {
  readonly data: Data | null
  readonly problem: ApiProblem | null
  /** Loads again from the beginning, with the skeleton. */
  readonly retry: () => void
  /** Replaces the loaded answer with a newer one. */
  readonly show: (data: Data) => void
}

/** Loads when it appears and whenever the key changes. Without data and problem it is loading. */
export function useLoad<Data>(
  key: string,
  load: (signal: AbortSignal) => Promise<Data>,
): Loaded<Data> {
  const [settled, setSettled] = useState<Settled<Data> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const start = useEffectEvent((signal: AbortSignal) => {
    const settle = (next: Omit<Settled<Data>, 'key'>) => {
      if (!signal.aborted) setSettled({ key, ...next })
    }
    load(signal).then(
      (data) => settle({ data, problem: null }),
      (thrown: unknown) => settle({ data: null, problem: problemOf(thrown) }),
    )
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key or attempt loads again
  useEffect(() => {
    const stop = new AbortController()
    start(stop.signal)
    return () => stop.abort()
  }, [key, attempt])

  const current = settled?.key === key ? settled : null
  return {
    data: current?.data ?? null,
    problem: current?.problem ?? null,
    retry: () => {
      setSettled(null)
      setAttempt((made) => made + 1)
    },
    show: (data) => setSettled({ key, data, problem: null }),
  }
}
