import { Field, Input, makeStyles } from '@fluentui/react-components'
import type { FormField } from '../../contract/common.ts'
import type { Typed } from '../session/drafts.ts'
import { ChoiceField } from './choice-field.tsx'
import { errorOf } from './error-of.ts'
import { PlaceFields } from './place-fields.tsx'
import { RadioChoices } from './radio-choices.tsx'
import { TextField } from './text-field.tsx'
import type { ActionFormState } from './use-action-form.ts'

const useStyles = makeStyles({ date: { maxWidth: '220px' } })

export interface FieldProps {
  readonly field: FormField
  readonly form: Pick<ActionFormState, 'values' | 'problem'>
  readonly onChange: (changed: Typed) => void
}

/** One field of a form that the service describes. What it says beside it is always shown. */
export function ShownField({ field, form, onChange }: FieldProps) {
  const styles = useStyles()
  const { name, label, required, help } = field
  const { problem } = form
  const value = form.values[name] ?? ''
  const set = (changed: string) => onChange({ [name]: changed })
  const shared = { field, value, problem, onChange: set }
  switch (field.is) {
    case 'text':
      return <TextField {...shared} />
    case 'choice':
      return field.expanded ? (
        <RadioChoices {...shared} />
      ) : (
        <ChoiceField
          label={label}
          needs={[name]}
          hint={help}
          none="Choose one"
          choices={field.choices}
          value={value}
          problem={problem}
          onChange={set}
        />
      )
    case 'date':
      return (
        <Field
          label={required ? label : `${label} (if you wish)`}
          {...(help && { hint: help })}
          {...errorOf(problem, name)}
        >
          <Input
            type="date"
            className={styles.date}
            value={value}
            onChange={(_, changed) => set(changed.value)}
          />
        </Field>
      )
    case 'place':
      return <PlaceFields field={field} form={form} onChange={onChange} />
  }
}
