import { useRef, useState } from 'react'
import type { BoardDetail, BoardForm } from '../../../contract/people.ts'
import type { ApiProblem, ProblemCode } from '../../api/api-problem.ts'
import { problemOf } from '../../api/problem-of.ts'
import { contentOf, fittingIn, isTooLong } from '../../record/field-values.ts'
import type { ActionFormState } from '../../record/use-action-form.ts'
import { useDraft } from '../../record/use-draft.ts'
import { useSession } from '../../session/session-context.ts'

interface Props {
  readonly form: BoardForm
  /** What it is about, or ''. */
  readonly about: string
  readonly onDone: (changed: BoardDetail) => void
  readonly onStale: () => Promise<void>
  readonly onCancel: () => void
}

const STALE: readonly ProblemCode[] = ['conflict', 'not-possible-now']

/** One form of one change of the board settings: what is typed, sending it, and what came back. */
export function useBoardForm({
  form: { version, offered },
  about,
  onDone,
  onStale,
  onCancel,
}: Props): ActionFormState {
  const { action, fields, given } = offered
  const { api } = useSession()
  const { submission, forget, ...draft } = useDraft(`board/${about}`, offered)
  const values = fittingIn(fields, draft.values)
  const busy = useRef(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [held, setHeld] = useState(0)

  const send = async () => {
    // A second click arrives before the button is drawn disabled.
    if (busy.current) return
    busy.current = true
    setSending(true)
    setProblem(null)
    try {
      const from = { version, submission: submission() }
      const content = { ...contentOf(fields, values), ...given }
      const changed = await api.takeOffered('board', { action }, from, content)
      forget()
      onDone(changed)
    } catch (thrown) {
      const refused = problemOf(thrown)
      if (STALE.includes(refused.code)) await onStale().catch(() => undefined)
      setProblem(refused)
    } finally {
      busy.current = false
      setSending(false)
    }
  }
  return {
    ...draft,
    offered,
    isPossible: problem?.code !== 'not-your-role',
    sending,
    problem,
    held,
    values,
    send: () => {
      if (fields.some((field) => isTooLong(field, values))) setHeld(held + 1)
      else void send()
    },
    cancel: () => {
      forget()
      onCancel()
    },
  }
}
