import type { ComponentType } from 'react'
import { AddForm } from '../forms/add-form.tsx'
import { DecideForm } from '../forms/decide-form.tsx'
import { FieldsForm } from '../forms/fields-form.tsx'
import type { ActionFormProps } from '../forms/use-action-form.ts'

/** Forms that are made by hand; every other comes with the action. */
const OWN_FORMS: Readonly<Record<string, ComponentType<ActionFormProps>>> = {
  add: AddForm,
  decide: DecideForm,
}

export const formOf = (action: string): ComponentType<ActionFormProps> =>
  OWN_FORMS[action] ?? FieldsForm

export const opensForm = ({
  action,
  fields,
}: {
  readonly action: string
  readonly fields: readonly unknown[]
}): boolean => fields.length > 0 || action in OWN_FORMS
