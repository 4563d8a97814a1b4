import { agencyOf } from '../../domain/board/directory.ts'
import { destinationsOf } from '../../domain/observation/routing.ts'
import { sayPerson } from '../../domain/observation/saying.ts'
import { startingWords } from '../../domain/observation/wording.ts'
import type { OutcomeCode } from '../../domain/taxonomies/lists.ts'
import {
  feedbackModes,
  labelOf,
  observationKinds,
  offered,
  outcomeOf,
  triageOutcomes,
} from '../../domain/taxonomies/lists.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import { formCard, formField, leaves, submits } from './build.ts'
import type { Card, Choice, Section } from './card-data.ts'
import { choiceName, jsonBytes, linesOf, named } from './text.ts'
import type { FormState } from './triage-form.ts'
import { dataOf, form, problemAt, reasonField } from './triage-form.ts'

export type { FormState } from './triage-form.ts'

/** First step of a decision: what should happen. */
export const outcomeForm = (state: FormState): Card =>
  form(
    state,
    `Decide on ${state.seen.ref}`,
    [
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
    [submits({ title: 'Go on', verb: 'writeDecision', data: dataOf(state) })],
  )

/** Second step: why, and what the reporter will read, prefilled for the outcome. */
export function decisionForm(state: FormState): Card {
  const { seen, typed } = state
  const help = outcomeOf(typed['outcome'] ?? '')
  if (!help) return outcomeForm(state)
  const outcome = help.code as OutcomeCode // the list and the union are tested to be the same
  const data = { ...dataOf(state), outcome }
  return form(
    state,
    `${seen.ref}: ${labelOf(triageOutcomes, outcome)}`,
    [
      reasonField(state, 'At least 20 characters. The reporter reads it.'),
      formField({
        kind: 'text',
        id: 'words',
        label: 'What the reporter will read',
        value: typed['words'] ?? startingWords(outcome, seen.ref, seen.board.profile),
        required: true,
        help: 'Fill in what stands in {curly brackets}.',
        problem: problemAt(state, 'words'),
      }),
      formField({
        kind: 'date',
        id: 'nextReviewOn',
        label: 'Look again on (optional)',
        value: typed['nextReviewOn'] ?? '',
        problem: problemAt(state, 'nextReviewOn'),
      }),
    ],
    [submits({ title: 'Preview', verb: 'previewDecision', data })],
    [`Needed for this: ${help.needs}. What follows: ${help.creates}.`],
  )
}

/** The preview carries the decision twice, for sending and for changing it, and shows it once. */
const CARRIED_BYTES = 20_000
const TOO_LONG = 'This is too long for the preview. Shorten it, or decide in the tab.'
const SHOWN_IN_PART = 'Only the beginning of it is shown here. All of it will be sent.'

/** Last step: the decision as the reporter will read it, to send or to change. */
export function decisionPreview(state: FormState): Card {
  const { seen, typed } = state
  const data = { ...dataOf(state), ...typed }
  if (2 * jsonBytes(data) > CARRIED_BYTES)
    return decisionForm({ ...state, note: `${state.note} ${TOO_LONG}`.trim() })
  const sections: readonly Section[] = [
    {
      heading: `Decision: ${labelOf(triageOutcomes, typed['outcome'] ?? '')}`,
      lines: linesOf(typed['words'] ?? ''),
    },
    { heading: 'Why', lines: linesOf(typed['reason'] ?? '') },
  ]
  const preview = (note: string) =>
    formCard('This is how the reporter will read it', {
      summary: `${seen.ref}: preview of the decision`,
      note,
      fields: [],
      sections,
      buttons: [
        submits({ title: 'Send the decision', verb: 'decide', data }),
        leaves({ title: 'Change it', verb: 'writeDecision', data }),
        leaves({ title: 'Cancel', verb: 'showTriage', data: { ref: seen.ref } }),
      ],
    })
  const card = preview(state.note)
  const isWhole = JSON.stringify(card.data.sections) === JSON.stringify(sections)
  return isWhole ? card : preview(`${state.note} ${SHOWN_IN_PART}`.trim())
}

/** `agency` or `agency/person`, as the choices of the reassign form carry it. */
export const placeOf = (agency: string, person: string | null): string =>
  person === null ? agency : `${agency}/${person}`

const placesFor = ({ view, board }: SeenObservation): readonly Choice[] =>
  destinationsOf(view, board).flatMap(({ agency, name, anybody, people }) => [
    ...(anybody
      ? [{ title: `${choiceName(name)}: whoever is on duty`, value: placeOf(agency, null) }]
      : []),
    ...people.map((person) => ({
      title: `${choiceName(name)}: ${choiceName(sayPerson(board, person))}`,
      value: placeOf(agency, person),
    })),
  ])

export const reassignForm = (state: FormState): Card =>
  form(
    state,
    `Reassign ${state.seen.ref}`,
    [
      formField({
        kind: 'choice',
        id: 'place',
        label: 'Who should look at it?',
        value: state.typed['place'] ?? '',
        required: true,
        choices: placesFor(state.seen),
        problem: problemAt(state, 'to', 'to.agency', 'to.person'),
      }),
      reasonField(state),
    ],
    [submits({ title: 'Reassign', verb: 'reassign', data: dataOf(state) })],
    [
      `It is with ${named(agencyOf(state.seen.board, state.seen.view.route.agency)?.name ?? 'another agency')} now.`,
    ],
  )

export const correctKindForm = (state: FormState): Card =>
  form(
    state,
    `Correct the kind of ${state.seen.ref}`,
    [
      formField({
        kind: 'choice',
        id: 'kind',
        label: 'What is it really?',
        value: state.typed['kind'] ?? '',
        required: true,
        choices: offered(observationKinds)
          .filter(({ code }) => code !== state.seen.view.kind)
          .map(({ code, label }) => ({ title: label, value: code })),
        problem: problemAt(state, 'kind'),
      }),
      reasonField(state),
    ],
    [submits({ title: 'Correct it', verb: 'correctKind', data: dataOf(state) })],
    [
      `It was raised as ${labelOf(observationKinds, state.seen.view.kindByReporter).toLowerCase()}. What the reporter called it is kept.`,
    ],
  )

export const feedbackForm = (state: FormState): Card =>
  form(
    state,
    `Give feedback on ${state.seen.ref}`,
    [
      formField({
        kind: 'choice',
        id: 'mode',
        label: 'What kind of feedback is this?',
        style: 'expanded',
        value: state.typed['mode'] ?? 'tellWhatWasDone',
        required: true,
        choices: offered(feedbackModes).map(({ code, meaning }) => ({
          title: meaning,
          value: code,
        })),
        problem: problemAt(state, 'mode'),
      }),
      formField({
        kind: 'text',
        id: 'text',
        label: 'What the reporter should hear',
        value: state.typed['text'] ?? '',
        required: true,
        problem: problemAt(state, 'text'),
      }),
    ],
    [submits({ title: 'Send the feedback', verb: 'giveFeedback', data: dataOf(state) })],
  )

export const reopenForm = (state: FormState): Card =>
  form(
    state,
    `Open ${state.seen.ref} again`,
    [reasonField(state, 'It goes back to waiting for a decision, and the reporter is told.')],
    [submits({ title: 'Open again', verb: 'reopen', data: dataOf(state) })],
  )
