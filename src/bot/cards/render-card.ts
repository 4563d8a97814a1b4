import { Template } from 'adaptivecards-templating'
import type { Card, TemplateName } from './card-data.ts'
import formTemplate from './form.template.json' with { type: 'json' }
import kindsTemplate from './kinds.template.json' with { type: 'json' }
import listTemplate from './list.template.json' with { type: 'json' }
import messageTemplate from './message.template.json' with { type: 'json' }
import questionTemplate from './question.template.json' with { type: 'json' }
import { withoutFunctions } from './without-functions.ts'

/** An Adaptive Card as it goes over the wire. */
export type CardJson = Readonly<Record<string, unknown>>

// Parsed once. Expanding is synchronous and leaves nothing behind in the template.
const TEMPLATES: Readonly<Record<TemplateName, Template>> = {
  message: new Template(messageTemplate),
  kinds: new Template(kindsTemplate),
  question: new Template(questionTemplate),
  form: new Template(formTemplate),
  list: new Template(listTemplate),
}

/** Teams' newest pages allow more, its older ones less. This is safe by all of them. */
export const CARD_BYTES_AT_MOST = 28_000

// "${" that a person wrote is text; "${" left over from a template is a defect. A code point that
// is no character, and so is never in anybody's words, replaces the dollar of the first meanwhile.
const STAND_IN = '\ufdd0'
const MASKED = `${STAND_IN}{`

/**
 * Draws a card. The only caller of the templating library.
 * @throws TypeError when the data lacks something the template names, or the card is too large:
 * both are defects of ours, whatever a person wrote
 */
export function renderCard({ template, data }: Card): CardJson {
  const text = JSON.stringify(data)
  const isMasked = text.includes('${') || text.includes(STAND_IN)
  const $root: unknown = isMasked
    ? JSON.parse(text.replaceAll(STAND_IN, '').replaceAll('${', MASKED))
    : data
  const card = TEMPLATES[template].expand({ $root: $root as Record<string, unknown> })
  const expanded = JSON.stringify(card)
  if (expanded.includes('${')) throw new TypeError(`card ${template}: data is missing for a field`)
  const filled: CardJson = isMasked ? JSON.parse(expanded.replaceAll(MASKED, '${')) : card
  const drawn = expanded.includes('{{') ? withoutFunctions(filled) : filled
  const json = drawn === card ? expanded : JSON.stringify(drawn)
  if (Buffer.byteLength(json) > CARD_BYTES_AT_MOST)
    throw new TypeError(`card ${template}: larger than ${CARD_BYTES_AT_MOST} bytes`)
  return drawn
}
