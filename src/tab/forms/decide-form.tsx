import { useState } from 'react'
import type { ContentOf } from '../../contract/changes.ts'
import type { ObservationDetail } from '../../contract/observations.ts'
import { ActionForm } from './action-form.tsx'
import { chosen } from './chosen.ts'
import { gapsIn } from './gaps-in.ts'
import { RadioChoices } from './radio-choices.tsx'
import { ReporterPreview } from './reporter-preview.tsx'
import { ShownField } from './shown-field.tsx'
import { TextField } from './text-field.tsx'
import type { ActionFormProps } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'
import { WordsQuestion } from './words-question.tsx'

type Outcome = NonNullable<ObservationDetail['forms']['decide']>[number]

const EMPTY = { outcome: '', reason: '', words: '', nextReviewOn: '' }

function wordsHint(words: string): string {
  const gaps = gapsIn(words)
  return gaps.length === 0
    ? 'One sentence in plain words: what happens now, and by when.'
    : `Still to fill in: ${gaps.join(', ')}`
}

/** A senior's decision: what, why, and what the reporter will read. */
export function DecideForm(props: ActionFormProps) {
  const form = useActionForm<typeof EMPTY, ContentOf<'decide'>>(props, EMPTY)
  const { observation, values, problem, change, send } = form
  // Kept from when the form opened: after a change by somebody else the record may offer none.
  const [outcomes] = useState<readonly Outcome[]>(observation.forms.decide ?? [])
  const [offered, setOffered] = useState<Outcome | null>(null)
  const outcome = outcomes.find(({ code }) => code === values.outcome)

  const choose = (code: string) => {
    const next = outcomes.find((one) => one.code === code)
    if (!next) return
    const untouched = values.words.trim() === '' || values.words === outcome?.startingWords
    change({ outcome: code, ...(untouched && { words: next.startingWords }) })
    setOffered(untouched || values.words === next.startingWords ? null : next)
  }

  // What has nothing of its own here looks as the workflow describes it.
  const described = (name: string) =>
    props.offered.fields
      .filter((field) => field.name === name)
      .map((field) => (
        <ShownField key={name} field={field} values={values} problem={problem} onChange={change} />
      ))

  return (
    <ActionForm
      form={form}
      title={props.offered.label}
      sendLabel={props.offered.send}
      fields={['outcome', 'reason', 'words', 'nextReviewOn']}
      onSend={() =>
        send({
          ...values,
          outcome: chosen(values.outcome),
          nextReviewOn: values.nextReviewOn === '' ? null : values.nextReviewOn,
        })
      }
    >
      <RadioChoices
        label="What happens with it?"
        need="outcome"
        choices={outcomes.map(({ code, label, needs, creates }) => ({
          code,
          label,
          help:
            code === values.outcome ? `Needs: ${needs}. Makes: ${creates}.` : `Makes: ${creates}.`,
        }))}
        value={values.outcome}
        problem={problem}
        onChange={choose}
      />
      {offered && (
        <WordsQuestion
          outcome={offered.label}
          onKeep={() => setOffered(null)}
          onReplace={() => {
            change({ words: offered.startingWords })
            setOffered(null)
          }}
        />
      )}
      {described('reason')}
      <TextField
        label="What the reporter will read"
        need="words"
        hint={wordsHint(values.words)}
        value={values.words}
        problem={problem}
        onChange={(words) => change({ words })}
      />
      {described('nextReviewOn')}
      <ReporterPreview
        reference={observation.ref}
        outcome={outcome?.label ?? null}
        words={values.words}
        reason={values.reason}
      />
    </ActionForm>
  )
}
