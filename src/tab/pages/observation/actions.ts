import type { ComponentType } from 'react'
import { DecideForm } from '../../record/decide-form.tsx'
import { FieldsForm } from '../../record/fields-form.tsx'
import type { ActionFormProps } from '../../record/use-action-form.ts'

/** Forms that say more than the action describes. */
const OWN_FORMS: Readonly<Record<string, ComponentType<ActionFormProps>>> = {
  decide: DecideForm,
}

export const formOf = (action: string): ComponentType<ActionFormProps> =>
  OWN_FORMS[action] ?? FieldsForm
