import { useState } from 'react'
import { ActionForm } from './action-form.tsx'
import { ChoiceField } from './choice-field.tsx'
import { chosen } from './chosen.ts'
import { TextField } from './text-field.tsx'
import type { ActionFormProps } from './use-action-form.ts'
import { useActionForm } from './use-action-form.ts'

/** Somebody else decides: another agency, or one person. */
export function ReassignForm(props: ActionFormProps) {
  const form = useActionForm('reassign', props, { agency: '', person: '', reason: '' })
  const { observation, values, problem, change, send } = form
  // Kept from when the form opened: after a change by somebody else the record may offer none.
  const [places] = useState(observation.forms.reassign ?? [])
  const people = places.find(({ agency }) => agency.id === values.agency)?.people ?? []
  return (
    <ActionForm
      form={form}
      title="Reassign"
      sendLabel="Reassign it"
      fields={['to.agency', 'to', 'to.person', 'reason']}
      onSend={() =>
        send({
          to: {
            agency: chosen(values.agency),
            person: values.person === '' ? null : values.person,
          },
          reason: values.reason,
        })
      }
    >
      <ChoiceField
        label="Agency"
        needs={['to.agency', 'to']}
        none="Choose an agency"
        choices={places.map(({ agency }) => ({ value: agency.id, label: agency.name }))}
        value={values.agency}
        problem={problem}
        onChange={(agency) => change({ agency, person: '' })}
      />
      <ChoiceField
        label="Person"
        needs={['to.person']}
        required={false}
        none="Anybody who triages there"
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.person}
        problem={problem}
        onChange={(person) => change({ person })}
      />
      <TextField
        label="Reason"
        need="reason"
        value={values.reason}
        problem={problem}
        onChange={(reason) => change({ reason })}
      />
    </ActionForm>
  )
}
