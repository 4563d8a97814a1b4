import { useState } from 'react'
import type { OfferedAction } from '../../contract/form-fields.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import type { Typed } from '../session/drafts.ts'
import { useSession } from '../session/session-context.ts'
import { fittingIn, isTooLong } from './field-values.ts'
import { sendOffered } from './send-offered.ts'
import type { ActionProps } from './use-change.ts'
import { useChange } from './use-change.ts'
import type { DraftOf } from './use-draft.ts'
import { useDraft } from './use-draft.ts'

export interface ActionFormProps extends ActionProps {
  readonly offered: OfferedAction
  readonly onCancel: () => void
}

/** One form of one action: what is typed, sending it, and what came back. */
export interface ActionFormState extends Omit<DraftOf, 'submission' | 'forget'> {
  readonly offered: OfferedAction
  /** False once the record has moved on so far that the form no longer fits. */
  readonly isPossible: boolean
  readonly sending: boolean
  readonly problem: ApiProblem | null
  /** Rises each time something stood in the way of sending. */
  readonly held: number
  readonly change: (changed: Typed) => void
  readonly send: () => void
  readonly cancel: () => void
}

export function useActionForm(props: ActionFormProps): ActionFormState {
  const { offered, observation, of, onCancel } = props
  const { action, fields } = offered
  const { api } = useSession()
  const { submission, forget, ...draft } = useDraft(observation.ref, offered)
  const values = fittingIn(fields, draft.values)
  const done: ActionProps['onDone'] = (changed) => {
    forget()
    props.onDone(changed)
  }
  const { sending, problem, send } = useChange({ ...props, onDone: done })
  const [held, setHeld] = useState(0)
  return {
    ...draft,
    offered,
    isPossible:
      problem?.code !== 'not-found' && observation.allowed.some((one) => one.action === action),
    sending,
    problem,
    held,
    values,
    send: () => {
      if (fields.some((field) => isTooLong(field, values))) setHeld(held + 1)
      else void send(submission(), (from) => sendOffered(api, offered, from, values, of))
    },
    cancel: () => {
      forget()
      onCancel()
    },
  }
}
