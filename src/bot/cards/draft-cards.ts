import type { BoardNow } from '../../domain/board/board-now.ts'
import { referralNow } from '../../domain/board/board-now.ts'
import { agencyOf } from '../../domain/board/directory.ts'
import type { Observation } from '../../domain/observation/types.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import { labelOf, observationKinds } from '../../domain/taxonomies/lists.ts'
import { beginning } from '../../domain/words/text.ts'
import type { PlainDate } from '../../domain/words/time.ts'
import { sayDate, sayDay } from '../../domain/words/time.ts'
import type { Draft } from '../talk/draft.ts'
import { DRAFT_DAYS } from '../talk/draft.ts'
import { wordsOf } from '../talk/engine.ts'
import { messageCard } from './build.ts'
import type { Button, Card, Section } from './card-data.ts'
import { urgentLine } from './safety.ts'
import { contactLine, linesOf, named, sayKeptFrom, shortened } from './text.ts'

/** The receipt. It is shown only once the report is stored (I7). */
export function receiptCard(
  { ref, observation }: { readonly ref: string; readonly observation: Observation },
  board: BoardNow,
  {
    readers,
    dueOn,
    hasMore,
  }: { readonly readers: string; readonly dueOn: PlainDate; readonly hasMore: boolean },
): Card {
  return messageCard(`Thank you. Your reference is ${ref}`, {
    urgent: observation.sameDay ? urgentLine(board) : '',
    intro: [
      ...(observation.sameDay ? ['It is marked as urgent for whoever reads it.'] : []),
      ...(observation.pastAgency
        ? [sayKeptFrom(named(agencyOf(board, observation.reporterAgency)?.name ?? 'your agency'))]
        : []),
      `What happens next: it goes to ${readers}. The decision is due by ${sayDate(dueOn)}, and you hear it with the reason. If somebody says before that they are on it, you hear that as well.`,
      ...(board.hour.isOpen || observation.sameDay ? [] : [closedLine(board)]),
      ...(hasMore ? ['A few more things would help, if you have a minute.'] : []),
    ],
    facts: [
      { title: 'Questions', value: contactLine(board.contacts.office) },
      { title: 'Support for you', value: contactLine(board.contacts.support) },
    ],
    buttons: [
      ...(hasMore ? [{ title: 'Tell us more', verb: 'more', data: { ref } }] : []),
      { title: 'Open my report', verb: 'openReport', data: { ref } },
    ],
  })
}

/** For a report sent out of office hours: nobody is promised to be there. */
const closedLine = (board: BoardNow): string =>
  `The offices are closed now, so it may not be read before the morning of ${sayDay(board.hour.readOn)}. If you are worried about a child before then, ring ${contactLine(referralNow(board))}.`

const SHOWN_CHARACTERS = 600

/** What somebody wrote, shown back to them; empty where they wrote nothing. */
export const wroteSection = (words: string): readonly Section[] =>
  words === '' ? [] : [{ heading: 'You wrote', lines: linesOf(shortened(words, SHOWN_CHARACTERS)) }]

const draftButtons = (draft: Draft): readonly Button[] => [
  { title: 'Go on', verb: 'goOn', data: { draft: draft.id } },
  { title: 'Tell us something else', verb: 'another', data: { draft: draft.id } },
  { title: 'Start again', verb: 'startAgain', data: { draft: draft.id } },
  { title: 'Delete it', verb: 'deleteDraft', data: { draft: draft.id } },
]

/** Offers a half-finished report again. */
export const resumeCard = (draft: Draft, note = '', urgent = ''): Card =>
  messageCard(
    draft.kind
      ? `You were telling me about ${aKind(draft.kind)}`
      : 'You were about to tell me something',
    {
      urgent,
      note,
      intro: ['Nothing of it has been sent. Go on, start again, or delete it?'],
      sections: wroteSection(wordsOf(draft)),
      buttons: draftButtons(draft),
    },
  )

export const KEPT_TITLE = 'Kept as the next thing you tell us'

/** Words that belong to nothing open are kept as a report of their own. */
export const keptCard = (
  { id, words }: { readonly id: string; readonly words: string },
  { urgent = '', to }: { readonly urgent?: string; readonly to: string },
): Card =>
  messageCard(KEPT_TITLE, {
    urgent,
    intro: [`Nothing of it has been sent. I come back to it after ${to}.`],
    sections: wroteSection(words),
    buttons: [{ title: `Add it to ${to}`, verb: 'join', data: { draft: id } }],
  })

const ENDING_SHOWN = 60

/**
 * The button shows how the ending begins and how long it is: a card has no room for all of it
 * twice.
 */
const apart = (title: string, { draft, words }: Ending): Button => ({
  title,
  verb: 'apart',
  data: { draft, begins: beginning(words, ENDING_SHOWN), characters: String(words.length) },
})

interface Ending {
  readonly draft: string
  readonly words: string
}

/**
 * Words of danger become part of the report about to be sent, unless their writer says otherwise.
 */
export const addedCard = (data: Ending, urgent: string): Card =>
  messageCard('Added to what you are about to send', {
    urgent,
    intro: ['Nothing has been sent yet. Answer below, look at it once more, and press Send.'],
    sections: wroteSection(data.words),
    buttons: [apart('Make it a report of its own', data)],
  })

/** The words become part of a report that is stopped, unless their writer says otherwise. */
export const moreCard = (data: Ending, urgent = ''): Card =>
  messageCard('Added to what you have not sent yet', {
    urgent,
    sections: wroteSection(data.words),
    buttons: [apart('Make it a report of its own', data)],
  })

/** Two stories in one message. One report holds one thing. */
export const twoCard = (data: Ending): Card =>
  messageCard('Are these two things?', {
    intro: [
      'One report holds one thing, so that each gets its own answer. I can keep this part as the next report, or go on below with both as one.',
    ],
    sections: wroteSection(data.words),
    buttons: [apart('Keep it as the next one', data)],
  })

const FORGETS = {
  deleteDraft: { asks: 'Delete what you told me?', yes: 'Yes, delete it' },
  startAgain: { asks: 'Start again, and delete what you told me?', yes: 'Yes, start again' },
} as const

/** Asked before words are forgotten. */
export const forgetCard = (
  how: keyof typeof FORGETS,
  { draft, words }: { readonly draft: string; readonly words: string },
): Card =>
  messageCard(FORGETS[how].asks, {
    intro: ['Nothing of it has been sent, and it cannot be brought back.'],
    sections: wroteSection(words),
    buttons: [
      { title: 'Keep it', verb: 'goOn', data: { draft } },
      { title: FORGETS[how].yes, verb: how, data: { draft, sure: 'yes' } },
    ],
  })

/** "My report" may mean the one sent just now or the unsent one: asks which. */
export const bothCard = (
  { draft, words }: { readonly draft: string; readonly words: string },
  refs: readonly string[],
  data: Button['data'],
): Card =>
  messageCard('Which report do you mean?', {
    intro: ['One was sent, and one was not. Nothing has been done with either of them.'],
    sections: [{ heading: 'Not sent yet', lines: linesOf(shortened(words, SHOWN_CHARACTERS)) }],
    buttons: [
      ...refs.map((ref) => ({ title: `${ref}, sent`, verb: 'wish', data: { ...data, ref } })),
      { title: 'The one not sent yet', verb: 'wish', data: { ...data, draft } },
      { title: 'Keep both', verb: 'stop', data: { draft } },
    ],
  })

interface Waiting {
  readonly draft: string
  readonly words: string
  /** Their reports to which it may belong. */
  readonly refs?: readonly string[]
  /** Another report waits unsent. */
  readonly hasUnsent?: boolean
  readonly urgent?: string
  readonly note?: string
}

/**
 * Words that are kept and belong to nothing yet. Their writer decides whether, and where, they
 * belong.
 */
export const whereCard = ({
  draft,
  words,
  refs = [],
  hasUnsent = false,
  urgent = '',
  note = '',
}: Waiting): Card =>
  messageCard(
    refs.length > 0 || hasUnsent
      ? 'Where does this belong?'
      : 'Do you want to tell us about it as well?',
    {
      urgent,
      note,
      intro: ['I have kept what you wrote. Nothing of it has been sent, and nobody has been told.'],
      sections: wroteSection(words),
      buttons: [
        ...refs.map((ref) => ({ title: `Add to ${ref}`, verb: 'join', data: { draft, ref } })),
        ...(hasUnsent
          ? [{ title: 'Add to what is not sent yet', verb: 'join', data: { draft } }]
          : []),
        {
          title: refs.length > 0 || hasUnsent ? 'New report' : 'Tell us about it',
          verb: 'goOn',
          data: { draft },
        },
        { title: 'Not now', verb: 'stop', data: { draft } },
      ],
    },
  )

export const stoppedCard = (draft: Draft): Card =>
  messageCard('Stopped. Nothing has been sent', {
    intro: [
      `I keep what you told me for ${DRAFT_DAYS} days and then delete it. You can go on whenever you like.`,
    ],
    buttons: draftButtons(draft),
  })

/** "a near miss", "an ordinary case", "something feels wrong" as it reads in a sentence. */
export function aKind(kind: KindCode): string {
  const label = labelOf(observationKinds, kind).toLowerCase()
  if (kind === 'disquiet') return 'something that feels wrong'
  if (kind === 'goodPractice') return label
  return /^[aeiou]/.test(label) ? `an ${label}` : `a ${label}`
}
