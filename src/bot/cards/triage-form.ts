import type { Missing } from '../../domain/shared/errors.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import { formCard, formField, leaves } from './build.ts'
import type { Card, FormCard, FormField } from './card-data.ts'

/** A form on its way: what was typed so far, what the server found missing, what to say on top. */
export interface FormState {
  readonly seen: SeenObservation
  readonly submission: string
  readonly typed: Readonly<Record<string, string>>
  readonly missing: readonly Missing[]
  readonly note: string
}

export const dataOf = ({ seen, submission }: FormState) => ({
  ref: seen.ref,
  version: seen.version,
  submission,
})

export const problemAt = ({ missing }: FormState, ...needs: readonly string[]): string =>
  missing
    .filter(({ need }) => needs.includes(need))
    .map(({ say }) => say)
    .join(' ')

export function form(
  state: FormState,
  title: string,
  fields: readonly FormField[],
  buttons: FormCard['buttons'],
  intro: readonly string[] = [],
): Card {
  // What no field can show stands on top, so that a refusal never goes unseen.
  const shownAt = fields.map(({ problem }) => problem).join(' ')
  const elsewhere = state.missing.filter(({ say }) => !shownAt.includes(say)).map(({ say }) => say)
  return formCard(title, {
    summary: `${state.seen.ref}: ${title}`,
    note: [state.note, ...elsewhere].filter((said) => said !== '').join(' '),
    intro,
    fields,
    buttons: [
      ...buttons,
      leaves({ title: 'Cancel', verb: 'showTriage', data: { ref: state.seen.ref } }),
    ],
  })
}

export const reasonField = (state: FormState, help = ''): FormField =>
  formField({
    kind: 'text',
    id: 'reason',
    label: 'Reason',
    value: state.typed['reason'] ?? '',
    required: true,
    help,
    problem: problemAt(state, 'reason'),
  })
