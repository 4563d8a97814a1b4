import type { BoardNow } from '../../domain/board/board-now.ts'
import { referralNow } from '../../domain/board/board-now.ts'
import { DESPERATE_AT_MOST } from '../../domain/observation/distress.ts'
import type { Question } from '../../domain/taxonomies/types.ts'
import { beginning } from '../../domain/words/text.ts'
import type { Intent } from '../talk/read-intent.ts'
import { messageCard } from './build.ts'
import type { Button, Card, Fact } from './card-data.ts'
import { contactLine, officeFact } from './text.ts'

/** Names used in an answer. All are safe in a sentence of ours. */
export type Names = Readonly<
  Record<'what' | 'readers' | 'officeReaders' | 'agency' | 'ref' | 'days', string>
>

const factOf = (board: BoardNow): Readonly<Record<Intent['facts'][number], Fact>> => ({
  office: officeFact(board),
  support: { title: 'Support for you', value: contactLine(board.contacts.support) },
  referral: { title: 'Referral route', value: contactLine(referralNow(board)) },
  whistleblowing: {
    title: 'Advice on speaking up',
    value: contactLine(board.contacts.whistleblowing),
  },
})

/** Whether something is unsent, was sent, or neither: the answer depends on it. */
export type Situation = 'unsent' | 'sent' | 'none'

/** The answer to a question or a wish, with whom to turn to. */
export function answerCard(
  intent: Intent,
  board: BoardNow,
  {
    names,
    situation,
    canGoPast,
    note = '',
    buttons,
  }: {
    readonly names: Names
    readonly situation: Situation
    readonly canGoPast: boolean
    readonly note?: string
    readonly buttons: readonly Button[]
  },
): Card {
  const says = [
    ...intent.says,
    ...((canGoPast ? intent.office : intent.noOffice) ?? []),
    ...(intent[situation] ?? []),
  ]
  const facts = factOf(board)
  return messageCard(intent.title, {
    note,
    intro: says.map((text) =>
      text.replace(/\{(\w+)\}/g, (gap, name: string) =>
        name in names ? names[name as keyof Names] : gap,
      ),
    ),
    facts: intent.facts.map((name) => facts[name]),
    buttons,
  })
}

/** "What do you mean?": explains the open question, with an example of an answer. */
export const meansCard = ({ asks, means = '', example = '' }: Question): Card =>
  messageCard('What is meant', {
    intro: [`“${asks}”`, means, example === '' ? '' : `For example: ${example}`].filter(
      (said) => said !== '',
    ),
  })

/** The same explanation where no question is open. */
export const explainCard = (says: string, buttons: readonly Button[] = []): Card =>
  messageCard('What is meant', { intro: [says], buttons })

/**
 * A person who speaks of harming themselves hears first whom to turn to. What is open keeps its
 * place.
 */
export const supportCard = (
  board: BoardNow,
  { draft, words }: { readonly draft: string | null; readonly words: string },
): Card => {
  const { support, office } = factOf(board)
  return messageCard('You need not carry this alone', {
    urgent: 'If you may hurt yourself, or are in danger, call 999 now.',
    intro: [
      'I am sorry that it is this hard. I am only a bot, and nobody reads this chat. Please talk to somebody now.',
      'What you just wrote is in no report.',
      ...(draft === null ? [] : ['What you were telling me is kept. It can wait.']),
    ],
    facts: [support, office],
    buttons: [
      ...(draft === null
        ? []
        : [
            { title: 'Go on', verb: 'goOn', data: { draft } },
            { title: 'Stop for now', verb: 'stop', data: { draft } },
          ]),
      {
        title: 'Keep it for a report',
        verb: 'keepWords',
        data: { words: beginning(words, DESPERATE_AT_MOST) },
      },
    ],
  })
}

/** Asks which of several reports somebody means. */
export const whichCard = (
  title: string,
  says: string,
  refs: readonly string[],
  data: Button['data'],
): Card =>
  messageCard(title, {
    intro: [says],
    buttons: refs.map((ref) => ({ title: ref, verb: 'wish', data: { ...data, ref } })),
  })
