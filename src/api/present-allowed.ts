import type { AllowedAction, OfferedAction } from '../contract/common.ts'
import type { Allowed } from '../domain/shared/record.ts'
import type { ShownField } from '../domain/shared/shown-fields.ts'

export const presentAllowed = (allowed: readonly Allowed[]): AllowedAction[] =>
  allowed.map(({ action, missing }) => ({
    action,
    missing: missing.map(({ need, say }) => ({ need, say })),
  }))

const presentField = (field: ShownField): OfferedAction['fields'][number] => ({
  name: field.name,
  is: field.is,
  label: field.label,
  help: field.help,
  required: field.required,
  expanded: field.expanded,
  atLeast: field.atLeast,
  atMost: field.atMost,
  noGaps: field.noGaps,
  value: field.value,
  choices: field.choices.map(({ value, label, help }) => ({ value, label, help })),
  places: field.places.map(({ agency, name, anybody, people }) => ({
    agency: { id: agency, name },
    anybody,
    people: people.map((person) => ({ id: person.id, name: person.name })),
  })),
})

/** The actions somebody may take, with their forms. */
export const presentOffered = (allowed: readonly Allowed[]): OfferedAction[] =>
  allowed.map(({ action, missing, label, likely, send, confirm, done, fields }) => ({
    action,
    missing: missing.map(({ need, say }) => ({ need, say })),
    label,
    likely,
    send,
    confirm,
    done,
    fields: fields.map(presentField),
  }))
