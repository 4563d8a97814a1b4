import { useRef, useState } from 'react'
import type { ObservationDetail } from '../../contract/observations.ts'
import type { RecordName } from '../../contract/records.ts'
import type { ApiProblem, ProblemCode } from '../api/api-problem.ts'
import type { Changed, From } from '../api/client-types.ts'
import { problemOf } from '../api/problem-of.ts'

export type ActedOn = Exclude<RecordName, 'board'>

/** What every action on a record is given. */
export interface ActionProps {
  /** The part of the record its actions need. Version 0 while it is still to be made. */
  readonly observation: Pick<ObservationDetail, 'ref' | 'version' | 'allowed'>
  /** Which kind of record it is; absent for an observation. */
  readonly of?: ActedOn | undefined
  // A method, so that a page can take changes of its own kind.
  onDone(changed: Changed<ActedOn>): void
  /** Loads the observation again after somebody else changed it. */
  readonly onStale: () => Promise<void>
}

interface Sending {
  readonly sending: boolean
  readonly problem: ApiProblem | null
}

/** After these refusals the screen no longer shows the record as it is in the store. */
const STALE: readonly ProblemCode[] = ['conflict', 'not-possible-now', 'not-your-role', 'not-found']

/** Sends one thing at a time, and loads again what somebody else has changed. */
export function useSending(
  onStale: () => Promise<void>,
): Sending & { readonly send: (take: () => Promise<void>) => Promise<void> } {
  const busy = useRef(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)

  const send = async (take: () => Promise<void>) => {
    // A second click arrives before the button is drawn disabled.
    if (busy.current) return
    busy.current = true
    setSending(true)
    setProblem(null)
    try {
      await take()
    } catch (thrown) {
      const refused = problemOf(thrown)
      // If loading fails too, that adds nothing to the refusal.
      if (STALE.includes(refused.code)) await onStale().catch(() => undefined)
      setProblem(refused)
    } finally {
      busy.current = false
      setSending(false)
    }
  }
  return { sending, problem, send }
}

interface Change extends Sending {
  readonly send: (
    submission: string,
    take: (from: From<ActedOn>) => Promise<Changed<ActedOn>>,
  ) => Promise<void>
}

/** Sends one change of a record. */
export function useChange({ observation, onDone, onStale }: ActionProps): Change {
  const { ref, version } = observation
  const { send, ...sending } = useSending(onStale)
  return {
    ...sending,
    send: (submission, take) => send(async () => onDone(await take({ ref, version, submission }))),
  }
}
