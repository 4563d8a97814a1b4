import type { BoardNow } from '../../domain/board/board-now.ts'
import { sayAnswer } from '../../domain/observation/answers.ts'
import type { AnswerValue } from '../../domain/observation/types.ts'
import { kindOf, labelOf, observationKinds } from '../../domain/taxonomies/lists.ts'
import type { Item, Question } from '../../domain/taxonomies/types.ts'
import type { Draft } from '../talk/draft.ts'
import { questionAt, stepOf } from '../talk/engine.ts'
import { NOT_SURE_FIELD } from '../talk/read-answer.ts'
import { messageCard } from './build.ts'
import type { Button, Card } from './card-data.ts'
import { safetyLine } from './safety.ts'
import { fitted, linesOf, shortened } from './text.ts'

/** With more choices than this, a list is easier than buttons. */
const BUTTONS_AT_MOST = 6

/** S4: praise and concern side by side, at the same size, nothing chosen beforehand. */
export function kindsCard(
  board: BoardNow,
  draft: Draft | null,
  { beforehand = '', note = '' }: Pick<Asked, 'beforehand' | 'note'> = {},
): Card {
  const kept = draft?.said != null || (draft?.answers.length ?? 0) > 0
  return {
    template: 'kinds',
    data: {
      to: '',
      title: 'What would you like to tell us about?',
      summary: 'What would you like to tell us about?',
      safety: safetyLine(board),
      intro: [
        ...(kept ? ['I have kept what you wrote. Choose what it is closest to.'] : []),
        ...[note, beforehand].filter((said) => said !== ''),
      ],
      groups: (
        [
          ['Something that went well', 'appreciative'],
          ['Something that worries you', 'concern'],
        ] as const
      ).map(([title, group]) => ({
        title,
        kinds: observationKinds.items
          .filter((kind) => kind.group === group && !kind.retired)
          .map(({ code, label, says }) => ({
            label,
            says,
            verb: 'chooseKind',
            data: { kind: code, draft: draft?.id ?? '' },
          })),
      })),
      buttons: draft ? [{ title: 'Stop', verb: 'stop', data: { draft: draft.id } }] : [],
    },
  }
}

interface Asked {
  readonly safety?: string
  readonly urgent?: string
  readonly note?: string
  /** Who reads it, said before anything is told. */
  readonly beforehand?: string
}

export const choicesOf = (question: Question): readonly Item[] =>
  'items' in question.answer ? question.answer.items : []

/** The question of a draft, with a button for each choice, Back and Stop. */
export function questionCard(
  draft: Draft,
  { safety = '', urgent = '', note = '', beforehand = '' }: Asked = {},
): Card {
  const question = questionAt(draft)
  if (!question || !draft.kind) throw new TypeError('a draft that is at no question')
  const { place, of } = stepOf(draft, question)
  const isAskedOfAll =
    question.lastFor !== undefined && question.lastFor === kindOf(draft.kind)?.group
  const data = { draft: draft.id, question: question.code }
  const given = draft.answers.find((answer) => answer.question === question.code)?.value
  return askingCard(question, data, {
    safety,
    urgent,
    note,
    step: `${labelOf(observationKinds, draft.kind)}, question ${place} of ${of}`,
    hints: [
      ...(isAskedOfAll ? ['We ask this of everybody, whatever they tell us.'] : []),
      ...(beforehand === '' ? [] : [beforehand]),
    ],
    given,
    buttons: [
      ...(given ? [{ title: 'Keep this answer', verb: 'goOn', data }] : []),
      { title: 'Back', verb: 'back', data },
      { title: 'Stop', verb: 'stop', data },
    ],
  })
}

/** One of the optional questions after the receipt: each can be skipped. */
export function moreCard(
  ref: string,
  question: Question,
  { urgent = '', note = '' }: Asked = {},
): Card {
  const data = { ref, question: question.code }
  return askingCard(question, data, {
    safety: '',
    urgent,
    note,
    step: `${ref}, if you have a minute`,
    hints: [],
    given: undefined,
    buttons: [
      { title: 'Skip', verb: 'skip', data },
      { title: 'That is all', verb: 'stop', data },
      { title: 'A child may be at risk', verb: 'atRisk', data: { ref } },
    ],
  })
}

function askingCard(
  question: Question,
  data: Readonly<Record<string, unknown>>,
  {
    safety,
    urgent,
    note,
    step,
    hints,
    given,
    buttons,
  }: {
    readonly safety: string
    readonly urgent: string
    readonly note: string
    readonly step: string
    readonly hints: readonly string[]
    readonly given: AnswerValue | undefined
    readonly buttons: readonly Button[]
  },
): Card {
  const { answer, asks, label, help } = question
  const items = choicesOf(question)
  const isList = answer.type === 'choices' || items.length > BUTTONS_AT_MOST
  const answerWith = (title: string, value: string): Button => ({
    title,
    verb: 'answer',
    data: { ...data, value },
  })
  const choices = isList
    ? []
    : answer.type === 'tick'
      ? [answerWith('Yes', 'true')]
      : answer.type === 'text'
        ? answer.orNotSure
          ? [answerWith('Not sure', NOT_SURE_FIELD)]
          : []
        : items.map(({ label: title, code }) => answerWith(title, code))
  return {
    template: 'question',
    data: {
      to: '',
      title: asks,
      summary: asks,
      safety,
      urgent,
      step,
      note,
      hints: [
        ...(help ? [help] : []),
        ...(answer.type === 'text' ? ['Type your answer in the chat.'] : []),
        ...hints,
      ],
      sections: given
        ? fitted([
            { heading: 'You said', lines: linesOf(shortened(sayAnswer(question, given), 600)) },
          ])
        : [],
      hasChoices: choices.length > 0,
      choices,
      hasField: isList,
      field: isList
        ? [
            {
              label,
              multi: answer.type === 'choices',
              choices: items.map((item) => ({ title: item.label, value: item.code })),
            },
          ]
        : [],
      submit: isList ? [{ title: 'Next', verb: 'answer', data }] : [],
      buttons,
    },
  }
}

/** What a question card turns into once it has been answered by a button. */
export const answeredCard = (question: Question, value: AnswerValue): Card =>
  messageCard(question.asks, {
    sections: [{ heading: 'You said', lines: linesOf(shortened(sayAnswer(question, value), 600)) }],
  })
