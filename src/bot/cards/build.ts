import type { Button, Card, FormCard, FormField, MessageCard } from './card-data.ts'
import { fittedField, fittedForm } from './fit-form.ts'
import { fitted, named, plain } from './text.ts'

/** What Teams shows of them side by side. */
const SIDE_BY_SIDE = 6

type Given = Partial<Omit<MessageCard, 'title' | 'hasFacts' | 'hasMore' | 'more'>> & {
  /** Behind a button "More". */
  readonly more?: readonly Button[]
}

const inRows = (buttons: readonly Button[]): MessageCard['more'] =>
  Array.from({ length: Math.ceil(buttons.length / SIDE_BY_SIDE) }, (_, row) => ({
    row: buttons.slice(row * SIDE_BY_SIDE, (row + 1) * SIDE_BY_SIDE),
  }))

/** A message card. Parts that are not given are empty. */
export function messageCard(title: string, given: Given = {}): Card {
  const { buttons = [], links = [], sections = [], facts = [], more = [] } = given
  const room = SIDE_BY_SIDE - links.length
  const isTooMany = more.length > 0 || buttons.length > room
  const beside = isTooMany ? room - 1 : room
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
      hasMore: isTooMany,
      more: inRows([...buttons.slice(beside), ...more]),
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
    // Clients draw these as separate lines and read Markdown in them. In a list they do not.
    ...(given.style === 'expanded' || given.multi
      ? { choices: (given.choices ?? []).map((one) => ({ ...one, title: plain(one.title) })) }
      : {}),
  })

export const formCard = (
  title: string,
  given: Partial<Omit<FormCard, 'title' | 'hasStory'>> & Pick<FormCard, 'fields' | 'buttons'>,
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
    story: [],
    storyIsOpen: false,
    sections: [],
    smallPrint: [],
    ...given,
    hasStory: (given.story ?? []).length > 0,
  }),
})

type FormButton = FormCard['buttons'][number]

/** A button that sends the fields of its form. */
export const submits = (button: Button): FormButton => ({
  ...button,
  type: 'Action.Execute',
  inputs: 'auto',
})

/** A way out of a form. It does not send the form's fields. */
export const leaves = (button: Button): FormButton => ({
  ...button,
  type: 'Action.Execute',
  inputs: 'none',
})

/** The card with a person's name on it: in local mode all messages arrive in one chat. */
export const addressed = (card: Card, to: string): Card =>
  ({ ...card, data: { ...card.data, to: named(to) } }) as Card // the same template keeps the same data type
