import { Field, Textarea } from '@fluentui/react-components'
import type { ApiProblem } from '../api/api-problem.ts'
import { errorOf } from './error-of.ts'

interface Props {
  readonly label: string
  /** The need it answers, as a refusal names it. */
  readonly need: string
  readonly hint?: string
  readonly rows?: number
  readonly value: string
  readonly problem: ApiProblem | null
  readonly onChange: (value: string) => void
}

/** A field for some words of one's own. */
export function TextField({ label, need, hint, rows = 3, value, problem, onChange }: Props) {
  return (
    <Field label={label} required {...(hint && { hint })} {...errorOf(problem, need)}>
      <Textarea
        name={need}
        value={value}
        rows={rows}
        resize="vertical"
        onChange={(_, changed) => onChange(changed.value)}
      />
    </Field>
  )
}
