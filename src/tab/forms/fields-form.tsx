import { ActionForm } from './action-form.tsx'
import { askedWith } from './field-values.ts'
import { ShownField } from './shown-field.tsx'
import type { ActionFormProps } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'

/** The form of an action, as the service describes it. */
export function FieldsForm(props: ActionFormProps) {
  const form = useActionForm(props)
  return (
    <ActionForm form={form}>
      {askedWith(form.offered.fields, form.values).map((field) => (
        <ShownField key={field.name} field={field} form={form} onChange={form.change} />
      ))}
    </ActionForm>
  )
}
