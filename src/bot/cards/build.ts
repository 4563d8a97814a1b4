import type { Button, Card, FormCard, FormField, MessageCard } from './card-data.ts'
import { fittedField, fittedForm } from './fit-form.ts'
import { fitted, named } from './text.ts'

/** What Teams shows of them side by side. */
const SIDE_BY_SIDE = 6

/** A message card with only what it needs said; the rest is empty. */
export function messageCard(
  title: string,
  given: Partial<Omit<MessageCard, 'title' | 'hasFacts' | 'hasMore' | 'more'>> = {},
): Card {
  const { buttons = [], links = [], sections = [], facts = [] } = given
  const beside = SIDE_BY_SIDE - links.length
  return {
    template: 'message',
    data: {
      to: '',
      title,
      summary: title,
      safety: '',
      urgent: '',
      note: '',
      intro: [],
      ...given,
      facts,
      links,
      buttons: buttons.slice(0, beside),
      sections: fitted(sections),
      hasFacts: facts.length > 0,
      hasMore: buttons.length > beside,
      more: buttons.slice(beside),
    },
  }
}

export const formField = (
  given: Pick<FormField, 'kind' | 'id' | 'label'> & Partial<FormField>,
): FormField =>
  fittedField({
    value: '',
    placeholder: '',
    required: false,
    error: `Please fill in: ${given.label}`,
    style: 'compact',
    multi: false,
    choices: [],
    help: '',
    problem: '',
    ...given,
  })

export const formCard = (
  title: string,
  given: Partial<Omit<FormCard, 'title'>> & Pick<FormCard, 'fields' | 'buttons'>,
): Card & { readonly template: 'form' } => ({
  template: 'form',
  data: fittedForm({
    to: '',
    title,
    summary: title,
    safety: '',
    urgent: '',
    note: '',
    intro: [],
    sections: [],
    smallPrint: [],
    ...given,
  }),
})

type FormButton = FormCard['buttons'][number]

/** A button that sends the fields of its form. */
export const submits = (button: Button): FormButton => ({
  ...button,
  type: 'Action.Execute',
  inputs: 'auto',
})

/** A way out of a form that does not ask for its fields. */
export const leaves = (button: Button): FormButton => ({
  ...button,
  type: 'Action.Execute',
  inputs: 'none',
})

/** The card addressed to somebody by name: in local mode all messages arrive in one chat. */
export const addressed = (card: Card, to: string): Card =>
  ({ ...card, data: { ...card.data, to: named(to) } }) as Card // the same template keeps the same data type
