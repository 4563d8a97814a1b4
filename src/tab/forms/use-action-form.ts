import type { OfferedAction } from '../../contract/common.ts'
import type { ObservationDetail } from '../../contract/observations.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import type { Values } from './field-values.ts'
import type { ActionProps } from './use-change.ts'
import { useChange } from './use-change.ts'
import { useDraft } from './use-draft.ts'

export interface ActionFormProps extends ActionProps {
  readonly offered: OfferedAction
  readonly onCancel: () => void
}

/** What the frame of a form needs to know of it. */
export interface FormState {
  readonly action: string
  readonly observation: ObservationDetail
  readonly sending: boolean
  readonly problem: ApiProblem | null
  readonly cancel: () => void
}

interface ActionFormState<Given, Content> extends FormState {
  readonly values: Given
  readonly change: (changed: Partial<Given>) => void
  readonly send: (content: Content) => void
}

/** One form of one action: what is typed, sending it, and what came back. */
export function useActionForm<Given extends Values, Content extends object = object>(
  props: ActionFormProps,
  empty: Given,
): ActionFormState<Given, Content> {
  const { observation, onDone, onCancel } = props
  const { action } = props.offered
  const { values, change, forget } = useDraft(observation.ref, action, empty)
  const done = (changed: ObservationDetail) => {
    forget()
    onDone(changed)
  }
  const { sending, problem, send } = useChange(action, { ...props, onDone: done })
  return {
    action,
    observation,
    sending,
    problem,
    values,
    change,
    send: (content) => void send(content),
    cancel: () => {
      forget()
      onCancel()
    },
  }
}
