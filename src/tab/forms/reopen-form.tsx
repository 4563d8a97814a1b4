import { ActionForm } from './action-form.tsx'
import { TextField } from './text-field.tsx'
import type { ActionFormProps } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'

/** A closed observation waits for a decision again. */
export function ReopenForm(props: ActionFormProps) {
  const form = useActionForm('reopen', props, { reason: '' })
  const { values, problem, change, send } = form
  return (
    <ActionForm
      form={form}
      title="Reopen"
      sendLabel="Reopen it"
      fields={['reason']}
      onSend={() => send({ reason: values.reason })}
    >
      <TextField
        label="Reason"
        need="reason"
        hint="Why does it need another decision? The reporter is told that it is open again."
        value={values.reason}
        problem={problem}
        onChange={(reason) => change({ reason })}
      />
    </ActionForm>
  )
}
