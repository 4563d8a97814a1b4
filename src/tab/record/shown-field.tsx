import {
  Checkbox,
  Field,
  FieldContextProvider,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { hintWords, labelWords } from '../../contract/written.ts'
import type { Typed } from '../session/drafts.ts'
import { ChoiceField } from './choice-field.tsx'
import { errorOf } from './error-of.ts'
import type { FieldKind, FieldOf } from './field-values.ts'
import { PlaceFields } from './place-fields.tsx'
import { RadioChoices } from './radio-choices.tsx'
import { RowsFields } from './rows-fields.tsx'
import { TextField } from './text-field.tsx'
import type { ActionFormState } from './use-action-form.ts'

const useStyles = makeStyles({
  narrow: { maxWidth: '220px' },
  choices: { display: 'flex', flexDirection: 'column' },
})

export interface FieldProps<Kind extends FieldKind = FieldKind> {
  readonly field: FieldOf<Kind>
  readonly form: Pick<ActionFormState, 'values' | 'problem'>
  readonly onChange: (changed: Typed) => void
}

/** The frame of a field with one input. */
function One({
  field,
  form,
  children,
}: Pick<FieldProps, 'field' | 'form'> & { readonly children: ReactNode }) {
  const hint = hintWords(field)
  return (
    <Field
      label={labelWords(field)}
      required={field.required}
      {...(hint && { hint })}
      {...errorOf(form.problem, field.name)}
    >
      {children}
    </Field>
  )
}

/** An input of one line. */
function Line({
  type = 'text',
  ...props
}: FieldProps & { readonly type?: 'text' | 'date' | 'number' }) {
  const styles = useStyles()
  const { field, form, onChange } = props
  return (
    <One field={field} form={form}>
      <Input
        name={field.name}
        type={type}
        className={type === 'text' ? '' : styles.narrow}
        value={form.values[field.name] ?? ''}
        onChange={(_, { value }) => onChange({ [field.name]: value })}
      />
    </One>
  )
}

function ManyChoices({ field, form, onChange }: FieldProps<'choices'>) {
  const styles = useStyles()
  const id = useId()
  const hint = hintWords(field)
  const problem = errorOf(form.problem, field.name)
  const chosen = (form.values[field.name] ?? '').split(',').filter((code) => code !== '')
  return (
    <Field
      // The label names the whole group, and each choice has words of its own.
      label={{ id, htmlFor: undefined, children: labelWords(field) }}
      required={field.required}
      {...(hint && { hint })}
      {...problem}
    >
      {({ 'aria-describedby': describedBy }) => (
        // biome-ignore lint/a11y/useSemanticElements: the frame around it gives the label
        <div
          role="group"
          aria-labelledby={id}
          aria-describedby={describedBy}
          data-refused={'validationState' in problem || undefined}
          className={styles.choices}
        >
          {/* Otherwise every choice would take the id and the label of the field. */}
          <FieldContextProvider value={undefined}>
            {field.choices.map(({ value, label }) => (
              <Checkbox
                key={value}
                label={label}
                checked={chosen.includes(value)}
                onChange={(_, { checked }) => {
                  const others = chosen.filter((code) => code !== value)
                  onChange({ [field.name]: (checked ? [...others, value] : others).join(',') })
                }}
              />
            ))}
          </FieldContextProvider>
        </div>
      )}
    </Field>
  )
}

function YesOrNo({ field, form, onChange }: FieldProps<'yesNo'>) {
  return (
    <One field={field} form={form}>
      <RadioGroup
        layout="horizontal"
        value={form.values[field.name] ?? ''}
        onChange={(_, { value }) => onChange({ [field.name]: value })}
      >
        <Radio value="true" label="Yes" />
        <Radio value="false" label="No" />
      </RadioGroup>
    </One>
  )
}

function Unfolding({
  field,
  form,
  choices,
  onChange,
}: FieldProps<'choice' | 'person' | 'agency'> & {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}) {
  return (
    <ChoiceField
      label={labelWords(field)}
      needs={[field.name]}
      required={field.required}
      hint={hintWords(field)}
      none={field.required ? 'Choose one' : 'None'}
      choices={choices}
      value={form.values[field.name] ?? ''}
      problem={form.problem}
      onChange={(value) => onChange({ [field.name]: value })}
    />
  )
}

/** The input of each kind of field. */
const CONTROLS: { readonly [Kind in FieldKind]: (props: FieldProps<Kind>) => ReactNode } = {
  text: ({ field, form: { values, problem }, onChange }) => (
    <TextField
      field={field}
      value={values[field.name] ?? ''}
      problem={problem}
      onChange={(value) => onChange({ [field.name]: value })}
    />
  ),
  choice: (props) => {
    const { field, form, onChange } = props
    return field.expanded ? (
      <RadioChoices
        field={field}
        value={form.values[field.name] ?? ''}
        problem={form.problem}
        onChange={(value) => onChange({ [field.name]: value })}
      />
    ) : (
      <Unfolding {...props} choices={field.choices} />
    )
  },
  choices: (props) => <ManyChoices {...props} />,
  yesNo: (props) => <YesOrNo {...props} />,
  number: (props) => <Line {...props} type="number" />,
  date: (props) =>
    props.field.precision.length > 0 ? <Line {...props} /> : <Line {...props} type="date" />,
  person: (props) => (
    <Unfolding
      {...props}
      choices={props.field.people.map(({ id, name }) => ({ value: id, label: name }))}
    />
  ),
  agency: (props) => (
    <Unfolding
      {...props}
      choices={props.field.agencies.map(({ id, name }) => ({ value: id, label: name }))}
    />
  ),
  place: (props) => <PlaceFields {...props} />,
  references: (props) => <Line {...props} />,
  rows: (props) => <RowsFields {...props} />,
}

/** One field of a form that the service describes. Its help is always shown. */
export function ShownField<Kind extends FieldKind>(props: FieldProps<Kind>) {
  const Control: (given: FieldProps<Kind>) => ReactNode = CONTROLS[props.field.is as Kind]
  return <Control {...props} />
}
