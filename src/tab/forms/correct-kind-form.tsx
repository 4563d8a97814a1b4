import { useState } from 'react'
import { ActionForm } from './action-form.tsx'
import { ChoiceField } from './choice-field.tsx'
import { chosen } from './chosen.ts'
import { TextField } from './text-field.tsx'
import type { ActionFormProps } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'

/** Another kind fits better; what the reporter called it is kept. */
export function CorrectKindForm(props: ActionFormProps) {
  const form = useActionForm('correctKind', props, { kind: '', reason: '' })
  const { observation, values, problem, change, send } = form
  // Kept from when the form opened: after a change by somebody else the record may offer none.
  const [kinds] = useState(observation.forms.correctKind ?? [])
  return (
    <ActionForm
      form={form}
      title="Correct the kind"
      sendLabel="Correct it"
      fields={['kind', 'reason']}
      onSend={() => send({ ...values, kind: chosen(values.kind) })}
    >
      <ChoiceField
        label="What kind is it?"
        needs={['kind']}
        none="Choose a kind"
        choices={kinds.map(({ code, label }) => ({ value: code, label }))}
        value={values.kind}
        problem={problem}
        onChange={(kind) => change({ kind })}
      />
      <TextField
        label="Reason"
        need="reason"
        hint={`The reporter's own kind, ${observation.kindByReporter.label}, is kept beside it.`}
        value={values.reason}
        problem={problem}
        onChange={(reason) => change({ reason })}
      />
    </ActionForm>
  )
}
