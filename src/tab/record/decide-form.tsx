import { FieldsForm } from './fields-form.tsx'
import { ReporterPreview } from './reporter-preview.tsx'
import type { ActionFormProps } from './use-action-form.ts'

/** A decision, with what its reporter will read. */
export function DecideForm(props: ActionFormProps) {
  const { offered, observation } = props
  const outcome = offered.fields.find(({ name }) => name === 'outcome')
  const choices = outcome?.is === 'choice' ? outcome.choices : []
  return (
    <FieldsForm
      {...props}
      preview={(values) => (
        <ReporterPreview
          title={offered.preview ?? ''}
          reference={observation.ref}
          outcome={choices.find(({ value }) => value === values['outcome'])?.label ?? null}
          words={values['words'] ?? ''}
          reason={values['reason'] ?? ''}
        />
      )}
    />
  )
}
