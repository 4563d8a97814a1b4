import { useRef, useState } from 'react'
import type { ObservationDetail } from '../../contract/observations.ts'
import type { ApiProblem, ProblemCode } from '../api/api-problem.ts'
import { problemOf } from '../api/problem-of.ts'
import { useSession } from '../session/session-context.ts'
import { useSubmission } from './use-submission.ts'

/** What every action on an observation is given. */
export interface ActionProps {
  readonly observation: ObservationDetail
  readonly onDone: (changed: ObservationDetail) => void
  /** Loads the observation again: somebody else changed it. */
  readonly onStale: () => Promise<void>
}

export interface Change {
  readonly sending: boolean
  readonly problem: ApiProblem | null
  readonly send: (content: object) => Promise<void>
}

/** Refusals after which the record on the screen is not the one in the store. */
const STALE: readonly ProblemCode[] = ['conflict', 'not-possible-now', 'not-your-role', 'not-found']

/** Sends one change of an observation: once at a time, each content under its own submission. */
export function useChange(
  action: string,
  { observation: { ref, version }, onDone, onStale }: ActionProps,
): Change {
  const { api } = useSession()
  const submissionOf = useSubmission()
  const busy = useRef(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)

  const send = async (content: object) => {
    // A second click arrives before the button is drawn disabled.
    if (busy.current) return
    busy.current = true
    setSending(true)
    setProblem(null)
    const submission = submissionOf({ version, content })
    try {
      onDone(await api.changeObservation(action, ref, { version, submission }, content))
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
