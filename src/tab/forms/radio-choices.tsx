import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'
import { errorOf } from './error-of.ts'

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
  readonly label: string
  readonly need: string
  readonly choices: readonly {
    readonly code: string
    readonly label: string
    readonly help: string
  }[]
  readonly value: string
  readonly problem: ApiProblem | null
  readonly onChange: (code: string) => void
}

/** A field for one of several, each with a line that says what it means. */
export function RadioChoices({ label, need, choices, value, problem, onChange }: Props) {
  const styles = useStyles()
  const id = useId()
  return (
    <Field label={label} required {...errorOf(problem, need)}>
      <RadioGroup
        value={value}
        onChange={(_, changed) => onChange(changed.value)}
        className={styles.choices}
      >
        {choices.map(({ code, label: name, help }) => (
          <div key={code}>
            <Radio value={code} label={name} aria-describedby={`${id}-${code}`} />
            <div id={`${id}-${code}`} className={styles.help}>
              {help}
            </div>
          </div>
        ))}
      </RadioGroup>
    </Field>
  )
}
