import { Field, Input } from '@fluentui/react-components'
import type { FormField } from '../../contract/common.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { ChoiceField } from './choice-field.tsx'
import { errorOf } from './error-of.ts'
import type { Values } from './field-values.ts'
import { personIn } from './field-values.ts'
import { RadioChoices } from './radio-choices.tsx'
import { TextField } from './text-field.tsx'

interface Props {
  readonly field: FormField
  readonly values: Values
  readonly problem: ApiProblem | null
  readonly onChange: (changed: Values) => void
}

function hintOf({ help, atLeast }: FormField, value: string): string {
  const written = value.trim().length
  return written < atLeast ? `${help} ${written} of at least ${atLeast} characters.`.trim() : help
}

/** One field of a form that the service describes. */
export function ShownField({ field, values, problem, onChange }: Props) {
  const { name, label, required, choices } = field
  const value = values[name] ?? ''
  const set = (changed: string) => onChange({ [name]: changed })
  switch (field.is) {
    case 'text':
      return (
        <TextField
          label={label}
          need={name}
          hint={hintOf(field, value)}
          value={value}
          problem={problem}
          onChange={set}
        />
      )
    case 'choice':
      return field.expanded ? (
        <RadioChoices
          label={label}
          need={name}
          choices={choices.map((choice) => ({ ...choice, code: choice.value }))}
          value={value}
          problem={problem}
          onChange={set}
        />
      ) : (
        <ChoiceField
          label={label}
          needs={[name]}
          hint={field.help}
          none="Choose one"
          choices={choices}
          value={value}
          problem={problem}
          onChange={set}
        />
      )
    case 'date':
      return (
        <Field label={required ? label : `${label} (if you wish)`} {...errorOf(problem, name)}>
          <Input type="date" value={value} onChange={(_, changed) => set(changed.value)} />
        </Field>
      )
    case 'place':
      return <PlaceFields field={field} values={values} problem={problem} onChange={onChange} />
  }
}

/** An agency, and one person there or whoever is on duty. */
function PlaceFields({ field: { name, label, help, places }, values, problem, onChange }: Props) {
  const place = places.find(({ agency }) => agency.id === values[name])
  return (
    <>
      <ChoiceField
        label={`${label} Agency`}
        needs={[`${name}.agency`, name]}
        hint={help}
        none="Choose an agency"
        choices={places.map(({ agency }) => ({ value: agency.id, label: agency.name }))}
        value={values[name] ?? ''}
        problem={problem}
        onChange={(agency) => onChange({ [name]: agency, [personIn(name)]: '' })}
      />
      <ChoiceField
        label="Person"
        needs={[personIn(name)]}
        required={place?.anybody === false}
        none={place?.anybody === false ? 'Choose somebody' : 'Anybody who triages there'}
        choices={(place?.people ?? []).map((person) => ({ value: person.id, label: person.name }))}
        value={values[personIn(name)] ?? ''}
        problem={problem}
        onChange={(person) => onChange({ [personIn(name)]: person })}
      />
    </>
  )
}
