import type { Allowed } from '../../domain/machinery/allowed.ts'
import type { ShownField } from '../../domain/machinery/fields/show.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { NoticeText } from '../../domain/registered.ts'
import type { Missing } from '../../domain/words/errors.ts'
import type { Seen } from '../../usecases/records/get-record.ts'
import { formCard, leaves, messageCard, submits } from './build.ts'
import type { Button, Card, Link } from './card-data.ts'
import { inputsOf } from './field-inputs.ts'
import { lateFacts } from './late-card.ts'
import { linesOf, plain, shortened } from './text.ts'

// Cards of a record, made from how its kind is shown and from its workflow.

const openIt = (ref: string): Button => ({ title: 'Open it', verb: 'openRecord', data: { ref } })

/** A message about an event: the reference and a button, nothing anybody wrote. */
export function recordNotice(kind: Kind, notice: string, ref: string): Card {
  const notices: Readonly<Record<string, NoticeText>> = anyRecord(kind).notices
  const text = notices[notice]
  if (!text) throw new TypeError(`unknown notice ${notice}`)
  return messageCard(text.title.replace('{ref}', ref), {
    intro: text.intro === undefined ? [] : [text.intro],
    buttons: [openIt(ref)],
  })
}

/** Rows with more fields do not fit on a card and are written in the tab. */
const FIELDS_IN_A_ROW = 2
const fitsCard = (fields: readonly ShownField[]) =>
  fields.every((field) => field.is !== 'rows' || field.fields.length <= FIELDS_IN_A_ROW)

/** A fact may name everybody who takes part. The tab shows all of them. */
const FACT_CHARACTERS = 300

/** A record as it stands, with what its reader may do. */
export function recordCard<N extends Kind>(
  kind: N,
  { ref, version, view, board, allowed, late }: Seen<N>,
  { link, submission, note = '' }: { link: Link; submission: string; note?: string },
): Card {
  const shown = anyRecord(kind).shown?.of(view, board)
  if (!shown) throw new TypeError(`a kind of record that is not described: ${kind}`)
  const offered = allowed.filter(({ missing, fields }) => missing.length === 0 && fitsCard(fields))
  const buttonsOf = (some: readonly Allowed[]) =>
    some.map(
      ({ action, label }): Button => ({
        title: label,
        verb: 'openAction',
        data: { ref, action, version, submission },
      }),
    )
  const title = `${ref}: ${shown.title}`
  return messageCard(title, {
    note: [note, `${shown.stage}.`].filter((said) => said !== '').join(' '),
    facts: [
      ...lateFacts(late),
      ...shown.facts.map(({ label, value }) => ({
        title: label,
        value: plain(shortened(value, FACT_CHARACTERS)),
      })),
    ],
    sections: shown.sections.map(({ heading, lines }) => ({
      heading,
      lines: lines.flatMap(linesOf),
    })),
    buttons: buttonsOf(offered.filter(({ likely }) => likely)),
    more: buttonsOf(offered.filter(({ likely }) => !likely)),
    links: [link],
  })
}

/** The form of an action, as the workflow describes it. */
export function recordForm(
  { label, send, confirm, fields }: Allowed,
  about: Readonly<Record<string, string | number>>,
  {
    typed,
    missing = [],
    note = '',
  }: {
    readonly typed: Readonly<Record<string, string>>
    readonly missing?: readonly Missing[]
    readonly note?: string
  },
): Card {
  const { ref } = about
  const problemAt = (...needs: readonly string[]) =>
    missing
      .filter(({ need }) => needs.includes(need))
      .map(({ say }) => say)
      .join(' ')
  const inputs = fields.flatMap((field) => inputsOf(field, { typed, problemAt }))
  const shownAt = inputs.map(({ problem }) => problem).join(' ')
  const elsewhere = missing.filter(({ say }) => !shownAt.includes(say)).map(({ say }) => say)
  const cancel = ref ? [leaves({ ...openIt(String(ref)), title: 'Cancel' })] : []
  return formCard(ref ? `${label}: ${ref}` : label, {
    note: [note, ...elsewhere].filter((said) => said !== '').join(' '),
    intro: confirm === null ? [] : [confirm],
    fields: inputs,
    buttons: [submits({ title: send, verb: 'takeAction', data: { ...about } }), ...cancel],
  })
}

const PROMPTS: readonly string[] = [
  'What went well this week, and what made that possible?',
  'What nearly went wrong, and what stopped it?',
  'Is there a case that troubles you, even if you cannot say why?',
  'What did the child tell us, or show us?',
  'Where did working with another agency help, and where did it get in the way?',
  'What should others do again, or differently, because of this?',
]

/** What a senior may ask in supervision. */
export const promptsCard = (): Card =>
  messageCard('Questions to ask in supervision', {
    intro: ['Take the one or two that fit. Leave out names when you record what came of it.'],
    sections: [{ heading: 'Questions', lines: PROMPTS }],
    buttons: [{ title: 'Record learning', verb: 'recordLearning', data: {} }],
  })
