import type { ReactNode } from 'react'
import { Fragment, useState } from 'react'
import type { Typed } from '../session/drafts.ts'
import { ActionForm } from './action-form.tsx'
import type { FieldOf } from './field-values.ts'
import { askedWith } from './field-values.ts'
import { ShownField } from './shown-field.tsx'
import type { ActionFormProps, ActionFormState } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'
import { WordsQuestion } from './words-question.tsx'

/** A text that somebody changed, and the words a later choice would start it with. */
interface Asked {
  readonly text: string
  readonly by: string
  readonly choice: string
  readonly words: string
}

/** Fills in texts that start by a choice. Asks first about those that somebody has changed. */
function useStarts({ offered, values, change }: ActionFormState) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const startedBy = (name: string) =>
    offered.fields.filter(
      (field): field is FieldOf<'text'> => field.is === 'text' && field.startsBy?.field === name,
    )

  const choose = (field: FieldOf<'choice'>, chosen: Typed) => {
    const code = chosen[field.name] ?? ''
    const started: Record<string, string> = {}
    let question: Asked | null = null
    for (const { name, startsBy } of startedBy(field.name)) {
      const words = startsBy?.starts[code]
      const written = values[name] ?? ''
      if (words === undefined || words === written) continue
      const begun = startsBy?.starts[values[field.name] ?? '']
      if (written.trim() === '' || written === begun) started[name] = words
      else {
        const choice = field.choices.find(({ value }) => value === code)?.label ?? ''
        question = { text: name, by: field.name, choice, words }
      }
    }
    change({ ...chosen, ...started })
    setAsked(question)
  }
  const questionAt = (name: string) =>
    asked?.by === name && (
      <WordsQuestion
        outcome={asked.choice}
        text={asked.text}
        onKeep={() => setAsked(null)}
        onReplace={() => {
          change({ [asked.text]: asked.words })
          setAsked(null)
        }}
      />
    )
  return { isStart: (name: string) => startedBy(name).length > 0, choose, questionAt }
}

interface Props extends ActionFormProps {
  /** What its reader will read, as it stands now. */
  readonly preview?: (values: Typed) => ReactNode
}

/** The form of an action, as the service describes it. */
export function FieldsForm({ preview, ...props }: Props) {
  const form = useActionForm(props)
  const { offered, values, change } = form
  const { isStart, choose, questionAt } = useStarts(form)
  return (
    <ActionForm form={form}>
      {askedWith(offered.fields, values).map((field) => (
        <Fragment key={field.name}>
          <ShownField
            field={field}
            form={form}
            onChange={
              field.is === 'choice' && isStart(field.name)
                ? (chosen) => choose(field, chosen)
                : change
            }
          />
          {questionAt(field.name)}
        </Fragment>
      ))}
      {preview?.(values)}
    </ActionForm>
  )
}
