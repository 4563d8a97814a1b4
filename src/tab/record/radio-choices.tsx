import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { hintWords, labelWords } from '../../contract/written.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { errorOf } from './error-of.ts'
import type { FieldOf } from './field-values.ts'

const useStyles = makeStyles({
  choices: { display: 'flex', flexDirection: 'column' },
  help: {
    // In line with the words of the choice above it.
    paddingInlineStart: '36px',
    marginTop: `calc(-1 * ${tokens.spacingVerticalXS})`,
    paddingBottom: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

interface Props {
  readonly field: FieldOf<'choice'>
  readonly value: string
  readonly problem: ApiProblem | null
  readonly onChange: (value: string) => void
}

/** A field for one of several, each with a line that says what it means. */
export function RadioChoices({ field, value: chosen, problem, onChange }: Props) {
  const styles = useStyles()
  const id = useId()
  const { name, required, choices } = field
  const hint = hintWords(field)
  return (
    <Field
      label={labelWords(field)}
      required={required}
      {...(hint && { hint })}
      {...errorOf(problem, name)}
    >
      <RadioGroup
        value={chosen}
        onChange={(_, changed) => onChange(changed.value)}
        className={styles.choices}
      >
        {choices.map(({ value, label: says, help }) => (
          <div key={value}>
            <Radio value={value} label={says} aria-describedby={`${id}-${value}`} />
            <div id={`${id}-${value}`} className={styles.help}>
              {help}
            </div>
          </div>
        ))}
      </RadioGroup>
    </Field>
  )
}
