import { useState } from 'react'
import { ActionForm } from './action-form.tsx'
import { contentOf, needsOf, startOf } from './field-values.ts'
import { ShownField } from './shown-field.tsx'
import type { ActionFormProps } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'

/** The form of an action, as the service describes it. */
export function FieldsForm(props: ActionFormProps) {
  // Kept from when the form opened: after a change by somebody else the record may offer none.
  const [{ action, label, send: sendLabel, fields }] = useState(props.offered)
  const form = useActionForm(props, startOf(fields))
  const { values, problem, change, send } = form
  return (
    <ActionForm
      form={form}
      title={label}
      sendLabel={sendLabel}
      fields={fields.flatMap(needsOf)}
      onSend={() => send(contentOf(fields, values))}
    >
      {fields.map((field) => (
        <ShownField
          key={`${action} ${field.name}`}
          field={field}
          values={values}
          problem={problem}
          onChange={change}
        />
      ))}
    </ActionForm>
  )
}
