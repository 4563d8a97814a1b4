import { useState } from 'react'
import type { OfferedAction } from '../../contract/form-fields.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import type { Typed } from '../session/drafts.ts'
import { useSession } from '../session/session-context.ts'
import { fittingIn, isAnyTooLong, withRows } from './field-values.ts'
import { sendOffered } from './send-offered.ts'
import { unreadIn } from './unread.ts'
import type { ActionProps } from './use-change.ts'
import { useSending } from './use-change.ts'
import type { DraftOf } from './use-draft.ts'
import { useDraft } from './use-draft.ts'

export interface ActionFormProps extends ActionProps {
  readonly offered: OfferedAction
  readonly onCancel: () => void
}

/** One form of one action: what is typed, sending it, and what came back. */
export interface ActionFormState extends Omit<DraftOf, 'submission' | 'forget'> {
  readonly offered: OfferedAction
  /** False once the record has changed so much that the form no longer fits. */
  readonly isPossible: boolean
  readonly sending: boolean
  readonly problem: ApiProblem | null
  /** Rises each time something prevents sending. */
  readonly held: number
  readonly change: (changed: Typed) => void
  /** @param form with what its inputs hold; what cannot be read is not sent */
  readonly send: (form: HTMLFormElement | null) => void
  readonly cancel: () => void
}

interface FilledIn {
  readonly offered: OfferedAction
  /** Typed words are kept under this. */
  readonly ref: string
  readonly isPossible: boolean
  readonly sending: boolean
  readonly problem: ApiProblem | null
  /** Sends what is filled in. The words are forgotten once it is taken. */
  readonly send: (filled: {
    readonly submission: string
    readonly values: Typed
    readonly forget: () => void
  }) => Promise<void>
  readonly onCancel: () => void
}

/** A form being filled in: its words, kept until sent or cancelled, and what holds them up. */
export function useFilledIn(props: FilledIn): ActionFormState {
  const { offered, ref, isPossible, sending, problem, onCancel } = props
  const { fields } = offered
  const { submission, forget, ...draft } = useDraft(ref, offered)
  const values = fittingIn(fields, draft.values)
  const [held, setHeld] = useState(0)
  const [unread, setUnread] = useState<ApiProblem | null>(null)
  return {
    ...draft,
    offered,
    isPossible,
    sending,
    problem: unread ?? problem,
    held,
    values,
    send: (form) => {
      const found = unreadIn(form, withRows(fields, values))
      setUnread(found)
      if (found || isAnyTooLong(fields, values)) setHeld(held + 1)
      else void props.send({ submission: submission(), values, forget })
    },
    cancel: () => {
      forget()
      onCancel()
    },
  }
}

export function useActionForm(props: ActionFormProps): ActionFormState {
  const { offered, observation, of, onDone, onStale, onCancel } = props
  const { api } = useSession()
  const { sending, problem, send } = useSending(onStale)
  const { ref, version, allowed } = observation
  return useFilledIn({
    offered,
    ref,
    isPossible:
      problem?.code !== 'not-found' && allowed.some(({ action }) => action === offered.action),
    sending,
    problem,
    send: ({ submission, values, forget }) =>
      send(async () => {
        const from = { ref, version, submission }
        const changed = await sendOffered(api, offered, from, values, of)
        forget()
        onDone(changed)
      }),
    onCancel,
  })
}
