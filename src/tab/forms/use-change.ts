import { useRef, useState } from 'react'
import type { ObservationDetail } from '../../contract/observations.ts'
import type { ApiProblem, ProblemCode } from '../api/api-problem.ts'
import type { Changed, From } from '../api/client-types.ts'
import { problemOf } from '../api/problem-of.ts'

/** What every action on an observation is given. */
export interface ActionProps {
  readonly observation: Pick<ObservationDetail, 'ref' | 'version' | 'allowed'>
  readonly onDone: (changed: Changed<'observation'>) => void
  /** Loads the observation again: somebody else changed it. */
  readonly onStale: () => Promise<void>
}

interface Change {
  readonly sending: boolean
  readonly problem: ApiProblem | null
  readonly send: (
    submission: string,
    take: (from: From<'observation'>) => Promise<Changed<'observation'>>,
  ) => Promise<void>
}

/** Refusals after which the record on the screen is not the one in the store. */
const STALE: readonly ProblemCode[] = ['conflict', 'not-possible-now', 'not-your-role', 'not-found']

/** Sends one change of an observation, once at a time. */
export function useChange({ observation: { ref, version }, onDone, onStale }: ActionProps): Change {
  const busy = useRef(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)

  const send: Change['send'] = async (submission, take) => {
    // A second click arrives before the button is drawn disabled.
    if (busy.current) return
    busy.current = true
    setSending(true)
    setProblem(null)
    try {
      onDone(await take({ ref, version, submission }))
    } catch (thrown) {
      const refused = problemOf(thrown)
      if (STALE.includes(refused.code)) await onStale()
      setProblem(refused)
    } finally {
      busy.current = false
      setSending(false)
    }
  }
  return { sending, problem, send }
}
