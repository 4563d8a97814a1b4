import type { ObservationChange, ObservationDetail } from '../../contract/observations.ts'
import type { ContentOf } from '../api/api-client.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import type { ActionProps } from './use-change.ts'
import { useChange } from './use-change.ts'
import { useDraft } from './use-draft.ts'

export interface ActionFormProps extends ActionProps {
  readonly onCancel: () => void
}

/** What the frame of a form needs to know of it. */
export interface FormState {
  readonly action: ObservationChange
  readonly observation: ObservationDetail
  readonly sending: boolean
  readonly problem: ApiProblem | null
  readonly cancel: () => void
}

interface ActionFormState<Action extends ObservationChange, Values> extends FormState {
  readonly values: Values
  readonly change: (changed: Partial<Values>) => void
  readonly send: (content: ContentOf<Action>) => void
}

/** One form of one action: what is typed, sending it, and what came back. */
export function useActionForm<
  Action extends ObservationChange,
  Values extends Readonly<Record<string, string>>,
>(action: Action, props: ActionFormProps, empty: Values): ActionFormState<Action, Values> {
  const { observation, onDone, onCancel } = props
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
