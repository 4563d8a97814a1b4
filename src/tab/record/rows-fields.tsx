import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { labelWords } from '../../contract/written.ts'
import { errorOf } from './error-of.ts'
import { fieldsOfRow, rowsShown } from './field-values.ts'
import type { FieldProps } from './shown-field.tsx'
import { ShownField } from './shown-field.tsx'

const useStyles = makeStyles({
  rows: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    minWidth: 0,
    paddingTop: 0,
    paddingBottom: 0,
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: 0,
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottomStyle: 'none',
    borderLeftWidth: '2px',
    borderLeftStyle: 'solid',
    borderLeftColor: tokens.colorNeutralStroke2,
  },
  help: { margin: 0, color: tokens.colorNeutralForeground3 },
  problem: { margin: 0, color: tokens.colorPaletteRedForeground1 },
})

/** A group of fields that repeats. */
export function RowsFields({ field, form, onChange }: FieldProps<'rows'>) {
  const styles = useStyles()
  const id = useId()
  const { name, help, called, atMost } = field
  const shown = rowsShown(field, form.values)
  const problem = errorOf(form.problem, name)
  const said = 'validationMessage' in problem ? problem.validationMessage : ''
  return (
    <fieldset
      className={styles.rows}
      aria-describedby={said === '' ? undefined : id}
      data-refused={said !== '' || undefined}
    >
      <legend>{labelWords(field)}</legend>
      {help && <p className={styles.help}>{help}</p>}
      {Array.from({ length: shown }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
        <fieldset key={index} className={styles.row}>
          <legend>{`${called.charAt(0).toUpperCase()}${called.slice(1)} ${index + 1}`}</legend>
          {fieldsOfRow(field, index, form.values).map((one) => (
            <ShownField key={one.name} field={one} form={form} onChange={onChange} />
          ))}
        </fieldset>
      ))}
      {said !== '' && (
        <p id={id} role="alert" className={styles.problem}>
          {said}
        </p>
      )}
      {shown < atMost && (
        <Button
          onClick={() => onChange({ [name]: String(shown + 1) })}
        >{`Another ${called}`}</Button>
      )}
    </fieldset>
  )
}
