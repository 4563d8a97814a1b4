import { isPlainDate } from '../../domain/words/time.ts'
import type { Choice, FormCard, FormField } from './card-data.ts'
import { fitted, jsonBytes, sectionsBytes, shortened } from './text.ts'

// A form holds what people typed several times: as values, in sections and as data of its buttons.
// These functions keep all of it together below `CARD_BYTES_AT_MOST`, whatever was typed.

const FORM_BYTES = 27_000
/** The most that the template adds around the data, in bytes: see form.template.json. */
const TEMPLATE_BYTES = { form: 900, story: 250, field: 500, button: 80 }
const CHOICES_BYTES = 10_000
const PROBLEM_CHARACTERS = 500
const NOTE_CHARACTERS = 1_000

/** Bytes left for what was typed, beside the parts of a form that cannot be shortened. */
const roomOn = (form: FormCard): number =>
  FORM_BYTES -
  TEMPLATE_BYTES.form -
  (form.hasStory ? TEMPLATE_BYTES.story : 0) -
  TEMPLATE_BYTES.field * form.fields.length -
  TEMPLATE_BYTES.button * form.buttons.length -
  jsonBytes(form.summary) -
  jsonBytes({
    ...form,
    sections: [],
    story: [],
    fields: form.fields.map((f) => ({ ...f, value: '' })),
  })

const CUT =
  'This is too long for a card: only its beginning is kept here. Shorten it, or write it in the tab.'

function fittedFields(fields: readonly FormField[], room: number): readonly FormField[] {
  const shortenedTo = (characters: number) =>
    fields.map((field) =>
      field.kind === 'text' && field.value.length > characters
        ? {
            ...field,
            value: shortened(field.value, characters),
            problem: `${field.problem} ${CUT}`.trim(),
          }
        : field,
    )
  const levels = [Number.POSITIVE_INFINITY, 4_000, 3_000, 2_000, 1_000, 500]
  const fits = (some: readonly FormField[]) =>
    some.reduce((sum, { value, problem }) => sum + jsonBytes(value) + jsonBytes(problem), 0) <= room
  return levels.map(shortenedTo).find(fits) ?? shortenedTo(250)
}

/** The form as it fits on a card. Says what was cut. */
export function fittedForm(form: FormCard): FormCard {
  const bounded = { ...form, note: shortened(form.note, NOTE_CHARACTERS) }
  const room = roomOn(bounded)
  const fields = fittedFields(form.fields, room)
  const typed = jsonBytes(fields.map(({ value, problem }) => [value, problem]))
  const sections = fitted(form.sections, room - typed)
  // The story gets what the others leave. The rest of it is in the tab.
  const story = fitted(form.story, room - typed - sectionsBytes(sections))
  return { ...bounded, fields, sections, story }
}

function fittedChoices(choices: readonly Choice[]): readonly Choice[] {
  let bytes = 0
  return choices.filter((choice) => {
    bytes += jsonBytes(choice)
    return bytes <= CHOICES_BYTES
  })
}

/** A value its input can hold. For any other, clients show nothing or complain. */
function heldBy({ kind, value, multi }: FormField, choices: readonly Choice[]): string {
  if (kind === 'text') return value
  if (kind === 'date') return isPlainDate(value) ? value : ''
  return (multi ? value.split(',') : [value])
    .filter((code) => choices.some((choice) => choice.value === code))
    .join(',')
}

/** A field with a value its input can show, whatever was sent for it. */
export function fittedField(field: FormField): FormField {
  const choices = fittedChoices(field.choices)
  const left = field.choices.length - choices.length
  const more = left > 0 ? ` ${left} more do not fit here: they are in the tab.` : ''
  return {
    ...field,
    choices,
    value: heldBy(field, choices),
    help: `${field.help}${more}`.trim(),
    problem: shortened(field.problem, PROBLEM_CHARACTERS),
  }
}
