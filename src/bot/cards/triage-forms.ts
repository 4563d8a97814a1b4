import { startingWords } from '../../domain/observation/wording.ts'
import { OBSERVATION_MOVES } from '../../domain/observation/workflow.ts'
import { asSentence } from '../../domain/shared/text.ts'
import type { OutcomeCode } from '../../domain/taxonomies/lists.ts'
import { labelOf, offered, outcomeOf, triageOutcomes } from '../../domain/taxonomies/lists.ts'
import { formField, leaves, submits } from './build.ts'
import type { Card } from './card-data.ts'
import { decisionSections } from './report-cards.ts'
import { jsonBytes } from './text.ts'
import type { FormState } from './triage-form.ts'
import { dataOf, form, problemAt, reasonField } from './triage-form.ts'

/** First step of a decision: what should happen, with what was written above it. */
export const outcomeForm = (state: FormState): Card =>
  form(state, `Decide on ${state.seen.ref}`, {
    storyIsOpen: true,
    fields: [
      formField({
        kind: 'choice',
        id: 'outcome',
        label: 'What should happen with it?',
        style: 'expanded',
        required: true,
        value: state.typed['outcome'] ?? '',
        choices: offered(triageOutcomes).map(({ code, label }) => ({ title: label, value: code })),
        problem: problemAt(state, 'outcome'),
      }),
    ],
    buttons: [submits({ title: 'Go on', verb: 'writeDecision', data: dataOf(state) })],
  })

/** Second step: why, and what the reporter will read, prefilled for the outcome. */
export function decisionForm(state: FormState): Card {
  const { seen, typed } = state
  const help = outcomeOf(typed['outcome'] ?? '')
  if (!help) return outcomeForm(state)
  const outcome = help.code as OutcomeCode // the list and the union are tested to be the same
  const data = { ...dataOf(state), outcome }
  const words = typed['words'] ?? startingWords(outcome, seen.ref, seen.board.profile)
  return form(state, `${seen.ref}: ${labelOf(triageOutcomes, outcome)}`, {
    fields: [
      reasonField(state, 'At least 20 characters. The reporter reads it.'),
      formField({
        kind: 'text',
        id: 'words',
        label: 'What the reporter will read',
        value: words,
        required: true,
        help: /\{[^{}]+\}/.test(words) ? 'Fill in what stands in {curly brackets}.' : '',
        problem: problemAt(state, 'words'),
      }),
      formField({
        kind: 'date',
        id: 'nextReviewOn',
        label: 'Look again on (optional)',
        value: typed['nextReviewOn'] ?? '',
        help: OBSERVATION_MOVES.decide.fields.nextReviewOn.help,
        problem: problemAt(state, 'nextReviewOn'),
      }),
    ],
    buttons: [submits({ title: 'Preview', verb: 'previewDecision', data })],
    intro: [asSentence(`Needed for this: ${help.needs}`), help.follows],
  })
}

/** The preview carries the decision twice, for sending and for changing it, and shows it once. */
const CARRIED_BYTES = 20_000
const TOO_LONG = 'This is too long for the preview. Shorten it, or decide in the tab.'
const SHOWN_IN_PART = 'Only the beginning of it is shown here. All of it will be sent.'

/** Last step: the decision as the reporter will read it, to send or to change. */
export function decisionPreview(state: FormState): Card {
  const { outcome = '', reason = '', words = '', nextReviewOn = '' } = state.typed
  const data = { ...dataOf(state), outcome, reason, words, nextReviewOn }
  if (2 * jsonBytes(data) > CARRIED_BYTES)
    return decisionForm({ ...state, note: `${state.note} ${TOO_LONG}`.trim() })
  const sections = decisionSections({ outcome: outcome as OutcomeCode, words, reason }) // checked before
  const preview = (note: string) =>
    form({ ...state, note }, 'This is how the reporter will read it', {
      fields: [],
      sections,
      buttons: [
        submits({ title: 'Send the decision', verb: 'decide', data }),
        leaves({ title: 'Change it', verb: 'writeDecision', data }),
      ],
    })
  const card = preview(state.note)
  const isWhole = JSON.stringify(card.data.sections) === JSON.stringify(sections)
  return isWhole ? card : preview(`${state.note} ${SHOWN_IN_PART}`.trim())
}
