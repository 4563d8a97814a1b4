import { Fragment, useState } from 'react'
import type { ObservationDetail } from '../../contract/observations.ts'
import type { Typed } from '../session/drafts.ts'
import { ActionForm } from './action-form.tsx'
import type { FieldOf } from './field-values.ts'
import { askedWith } from './field-values.ts'
import { ReporterPreview } from './reporter-preview.tsx'
import { ShownField } from './shown-field.tsx'
import type { ActionFormProps } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'
import { WordsQuestion } from './words-question.tsx'

type Outcome = NonNullable<ObservationDetail['forms']['decide']>[number]

/** What the chosen outcome needs is said with it. */
const withNeeds = (field: FieldOf<'choice'>, chosen: Outcome | undefined): FieldOf<'choice'> => ({
  ...field,
  choices: field.choices.map((choice) =>
    choice.value === chosen?.code
      ? { ...choice, help: `Needs: ${chosen.needs}. ${choice.help}` }
      : choice,
  ),
})

/** A decision: as the service describes it, with a sentence to start from and what will be read. */
export function DecideForm(props: ActionFormProps) {
  const form = useActionForm(props)
  const { offered, values, change } = form
  // Kept from when the form opened: after a change by somebody else the record may offer none.
  const [outcomes] = useState<readonly Outcome[]>(props.observation.forms.decide ?? [])
  const [asked, setAsked] = useState<Outcome | null>(null)
  const outcome = outcomes.find(({ code }) => code === values['outcome'])
  const words = values['words'] ?? ''

  const choose = (chosen: Typed) => {
    const next = outcomes.find(({ code }) => code === chosen['outcome'])
    if (!next) return change(chosen)
    const isUntouched = words.trim() === '' || words === outcome?.startingWords
    change({ ...chosen, ...(isUntouched && { words: next.startingWords }) })
    setAsked(isUntouched || words === next.startingWords ? null : next)
  }

  return (
    <ActionForm form={form}>
      {askedWith(offered.fields, values).map((field) =>
        field.is === 'choice' && field.name === 'outcome' ? (
          <Fragment key={field.name}>
            <ShownField field={withNeeds(field, outcome)} form={form} onChange={choose} />
            {asked && (
              <WordsQuestion
                outcome={asked.label}
                onKeep={() => setAsked(null)}
                onReplace={() => {
                  change({ words: asked.startingWords })
                  setAsked(null)
                }}
              />
            )}
          </Fragment>
        ) : (
          <ShownField key={field.name} field={field} form={form} onChange={change} />
        ),
      )}
      <ReporterPreview
        reference={props.observation.ref}
        outcome={outcome?.label ?? null}
        words={words}
        reason={values['reason'] ?? ''}
      />
    </ActionForm>
  )
}
