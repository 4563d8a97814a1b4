import { Field } from '@fluentui/react-components'
import type { ApiProblem } from '../api/api-problem.ts'
import { Select } from '../ui/select.tsx'
import { errorOf } from './error-of.ts'

interface Props {
  readonly label: string
  readonly needs: readonly string[]
  readonly required?: boolean
  readonly hint?: string
  /** Shown while nothing is chosen. */
  readonly none: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly problem: ApiProblem | null
  readonly onChange: (value: string) => void
}

/** A field for one of several. */
export function ChoiceField(props: Props) {
  const { label, needs, required = true, hint, none, choices, value, problem, onChange } = props
  return (
    <Field
      label={label}
      required={required}
      {...(hint && { hint })}
      {...errorOf(problem, ...needs)}
    >
      <Select value={value} onChange={(_, changed) => onChange(changed.value)}>
        <option value="">{none}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
