import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { labelWords } from '../../contract/written.ts'
import { ChoiceField } from './choice-field.tsx'
import { personIn } from './field-values.ts'
import type { FieldProps } from './shown-field.tsx'

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
  help: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

/** An agency, and one person there or anybody on duty. */
export function PlaceFields({ field, form: { values, problem }, onChange }: FieldProps<'place'>) {
  const styles = useStyles()
  const id = useId()
  const { name, help, places } = field
  const place = places.find(({ agency }) => agency.id === values[name])
  const isSomebody = place?.anybody === false
  return (
    <fieldset className={styles.group} aria-describedby={help ? id : undefined}>
      <legend className={styles.legend}>{labelWords(field)}</legend>
      {help && (
        <p id={id} className={styles.help}>
          {help}
        </p>
      )}
      <ChoiceField
        label="Agency"
        needs={[`${name}.agency`, name]}
        none="Choose an agency"
        choices={places.map(({ agency }) => ({ value: agency.id, label: agency.name }))}
        value={values[name] ?? ''}
        problem={problem}
        onChange={(agency) => onChange({ [name]: agency, [personIn(name)]: '' })}
      />
      <ChoiceField
        label="Person"
        needs={[personIn(name)]}
        required={isSomebody}
        none={isSomebody ? 'Choose somebody' : 'Anybody who triages there'}
        choices={(place?.people ?? []).map((person) => ({ value: person.id, label: person.name }))}
        value={values[personIn(name)] ?? ''}
        problem={problem}
        onChange={(person) => onChange({ [personIn(name)]: person })}
      />
    </fieldset>
  )
}
