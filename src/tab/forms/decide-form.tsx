import { Field, Input, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { ObservationDetail } from '../../contract/observations.ts'
import { ActionForm } from './action-form.tsx'
import { chosen } from './chosen.ts'
import { errorOf } from './error-of.ts'
import { gapsIn } from './gaps-in.ts'
import { RadioChoices } from './radio-choices.tsx'
import { ReporterPreview } from './reporter-preview.tsx'
import { TextField } from './text-field.tsx'
import type { ActionFormProps } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'
import { WordsQuestion } from './words-question.tsx'

type Outcome = NonNullable<ObservationDetail['forms']['decide']>[number]

const EMPTY = { outcome: '', reason: '', words: '', nextReviewOn: '' }
const REASON_AT_LEAST = 20

const useStyles = makeStyles({ date: { maxWidth: '220px' } })

function reasonHint(reason: string): string {
  const written = reason.trim().length
  return written < REASON_AT_LEAST
    ? `The reporter will read it. ${written} of at least ${REASON_AT_LEAST} characters.`
    : 'The reporter will read it.'
}

function wordsHint(words: string): string {
  const gaps = gapsIn(words)
  return gaps.length === 0
    ? 'One sentence in plain words: what happens now, and by when.'
    : `Still to fill in: ${gaps.join(', ')}`
}

/** A senior's decision: what, why, and what the reporter will read. */
export function DecideForm(props: ActionFormProps) {
  const styles = useStyles()
  const form = useActionForm('decide', props, EMPTY)
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

  return (
    <ActionForm
      form={form}
      title="Decide"
      sendLabel="Send decision"
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
      <TextField
        label="Reason"
        need="reason"
        hint={reasonHint(values.reason)}
        value={values.reason}
        problem={problem}
        onChange={(reason) => change({ reason })}
      />
      <TextField
        label="What the reporter will read"
        need="words"
        hint={wordsHint(values.words)}
        value={values.words}
        problem={problem}
        onChange={(words) => change({ words })}
      />
      <Field label="Look at it again on (if you wish)" {...errorOf(problem, 'nextReviewOn')}>
        <Input
          type="date"
          className={styles.date}
          value={values.nextReviewOn}
          onChange={(_, { value }) => change({ nextReviewOn: value })}
        />
      </Field>
      <ReporterPreview
        reference={observation.ref}
        outcome={outcome?.label ?? null}
        words={values.words}
        reason={values.reason}
      />
    </ActionForm>
  )
}
