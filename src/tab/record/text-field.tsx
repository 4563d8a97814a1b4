import { Field, Input, Textarea } from '@fluentui/react-components'
import { hintWords, labelWords, openGapsIn, writtenIn } from '../../contract/written.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { errorOf } from './error-of.ts'
import type { FieldOf } from './field-values.ts'

interface Props {
  readonly field: FieldOf<'text'>
  readonly value: string
  readonly problem: ApiProblem | null
  readonly onChange: (value: string) => void
}

/** Characters are counted from this part of the limit on. */
const NEAR = 0.9

const said = (count: number) => count.toLocaleString('en-GB')

function hintOf(field: FieldOf<'text'>, value: string): string {
  const { atLeast, atMost, noGaps } = field
  const written = writtenIn(value)
  const gaps = noGaps ? openGapsIn(value) : []
  return [
    hintWords(field),
    written > 0 && written < atLeast ? `There are ${written}.` : '',
    value.length > atMost * NEAR
      ? `${said(value.length)} of at most ${said(atMost)} characters.`
      : '',
    gaps.length > 0 ? `Still to fill in: ${gaps.join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** Nothing is cut off: pasted text stays, and its writer shortens it. */
const tooLong = ({ atMost }: FieldOf<'text'>, value: string) =>
  value.length > atMost &&
  ({
    validationState: 'error',
    validationMessage: `At most ${said(atMost)} characters fit. Shorten it before you send it.`,
  } as const)

/** A field for some words of one's own. */
export function TextField({ field, value, problem, onChange }: Props) {
  const { name, required } = field
  const hint = hintOf(field, value)
  return (
    <Field
      label={labelWords(field)}
      required={required}
      {...(hint && { hint })}
      {...errorOf(problem, name)}
      {...tooLong(field, value)}
    >
      {field.short ? (
        <Input name={name} value={value} onChange={(_, changed) => onChange(changed.value)} />
      ) : (
        <Textarea
          name={name}
          value={value}
          rows={4}
          resize="vertical"
          onChange={(_, changed) => onChange(changed.value)}
        />
      )}
    </Field>
  )
}
