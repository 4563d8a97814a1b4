import { useState } from 'react'
import { ActionForm } from './action-form.tsx'
import { chosen } from './chosen.ts'
import { RadioChoices } from './radio-choices.tsx'
import { TextField } from './text-field.tsx'
import type { ActionFormProps } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'

/** The reporter hears what came of it. */
export function GiveFeedbackForm(props: ActionFormProps) {
  const form = useActionForm('giveFeedback', props, { mode: '', text: '' })
  const { observation, values, problem, change, send } = form
  // Kept from when the form opened: after a change by somebody else the record may offer none.
  const [modes] = useState(observation.forms.giveFeedback ?? [])
  return (
    <ActionForm
      form={form}
      title="Give feedback"
      sendLabel="Send feedback"
      fields={['mode', 'text']}
      onSend={() => send({ ...values, mode: chosen(values.mode) })}
    >
      <RadioChoices
        label="What kind of feedback is it?"
        need="mode"
        choices={modes.map(({ code, label, meaning }) => ({ code, label, help: meaning }))}
        value={values.mode}
        problem={problem}
        onChange={(mode) => change({ mode })}
      />
      <TextField
        label="What the reporter will read"
        need="text"
        hint="Say what was done, in plain words."
        rows={4}
        value={values.text}
        problem={problem}
        onChange={(text) => change({ text })}
      />
    </ActionForm>
  )
}
