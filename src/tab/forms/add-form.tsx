import type { ContentOf } from '../../contract/changes.ts'
import { ActionForm } from './action-form.tsx'
import type { Values } from './field-values.ts'
import { TextField } from './text-field.tsx'
import type { ActionFormProps } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'

/** The reporter says more. */
export function AddForm(props: ActionFormProps) {
  const form = useActionForm<Values, ContentOf<'add'>>(props, { text: '' })
  const { values, problem, change, send } = form
  return (
    <ActionForm
      form={form}
      title={props.offered.label}
      sendLabel="Send"
      fields={['text']}
      onSend={() => send({ text: values['text'] ?? '', answers: [] })}
    >
      <TextField
        label="What would you like to add?"
        need="text"
        hint="Leave out names, dates of birth and addresses."
        rows={4}
        value={values['text'] ?? ''}
        problem={problem}
        onChange={(text) => change({ text })}
      />
    </ActionForm>
  )
}
