import { useRef, useState } from 'react'
import type { ObservationDetail } from '../../contract/observations.ts'
import type { ApiProblem, ProblemCode } from '../api/api-problem.ts'
import type { Changed, From } from '../api/client-types.ts'
import { problemOf } from '../api/problem-of.ts'

export type ActedOn = 'observation' | 'activity'

/** What every action on a record is given. */
export interface ActionProps {
  /** As much of the record as its actions need; of version 0 while it is still to be made. */
  readonly observation: Pick<ObservationDetail, 'ref' | 'version' | 'allowed'>
  /** Which kind of record it is; an observation where it is absent. */
  readonly of?: ActedOn | undefined
  // A method, so that a page takes what changed of its own kind.
  onDone(changed: Changed<ActedOn>): void
  /** Loads the observation again: somebody else changed it. */
  readonly onStale: () => Promise<void>
}

interface Change {
  readonly sending: boolean
  readonly problem: ApiProblem | null
  readonly send: (
    submission: string,
    take: (from: From<ActedOn>) => Promise<Changed<ActedOn>>,
  ) => Promise<void>
}

/** Refusals after which the record on the screen is not the one in the store. */
const STALE: readonly ProblemCode[] = ['conflict', 'not-possible-now', 'not-your-role', 'not-found']

/** Sends one change of an observation, once at a time. */
export function useChange(props: ActionProps): Change {
  const { ref, version } = props.observation
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
      props.onDone(await take({ ref, version, submission }))
    } catch (thrown) {
      const refused = problemOf(thrown)
      if (STALE.includes(refused.code)) await props.onStale()
      setProblem(refused)
    } finally {
      busy.current = false
      setSending(false)
    }
  }
  return { sending, problem, send }
}
