import type { BoardNow } from '../../domain/board/board-now.ts'
import { agenciesToJoin } from '../../domain/board/directory.ts'
import { PROMISE } from '../../domain/observation/promise.ts'
import { formCard, formField, messageCard, submits } from './build.ts'
import type { Button, Card } from './card-data.ts'
import { safetyLine } from './safety.ts'
import { choiceName, contactLine, named } from './text.ts'

const RAISE: Button = { title: 'Tell us something', verb: 'raise', data: {} }
const MY_REPORTS: Button = { title: 'My reports', verb: 'myReports', data: {} }
const MY_WORK: Button = { title: 'My work', verb: 'myWork', data: {} }
const HELP: Button = { title: 'Help', verb: 'help', data: {} }
const NEXT: Button = { title: 'What happens next?', verb: 'next', data: {} }
const ACT_AS: Button = { title: 'Act as somebody else', verb: 'actAs', data: {} }

/** The part of a person on which the bot's words depend. */
export interface Talker {
  readonly board: BoardNow
  readonly triages: boolean
  /** They see what is late on the whole board. */
  readonly oversees?: boolean
  /** Local mode: the name and the part the chat speaks as. Else ''. */
  readonly actingAs: string
}

export const menuButtons = ({ triages, actingAs }: Talker): readonly Button[] => [
  RAISE,
  MY_REPORTS,
  ...(triages ? [MY_WORK] : []),
  ...(actingAs === '' ? [] : [ACT_AS]),
  HELP,
]

/** Marks local mode wherever the bot introduces itself. */
export const localNote = ({ actingAs }: Talker): string =>
  actingAs === ''
    ? ''
    : `Local mode: you are acting as ${named(actingAs)}. Type “act as” to be somebody else. What other people are sent waits until you act as them.`

export const welcomeCard = (talker: Talker): Card =>
  messageCard('Tell us what you notice', {
    safety: safetyLine(talker.board),
    note: localNote(talker),
    intro: [
      'I am a bot. Tell me about a near miss, good practice, something that feels wrong, or anything else others could learn from. It takes about ninety seconds, and you will hear what became of it.',
      'Just type it: “near miss: …”, or press a button.',
    ],
    buttons: menuButtons(talker),
  })

export const helpCard = (talker: Talker): Card =>
  messageCard('What I can do', {
    note: localNote(talker),
    safety: safetyLine(talker.board),
    intro: ['Press a button, or type one of these.'],
    facts: [
      { title: 'raise', value: 'tell us something: three or four short questions' },
      { title: 'my reports', value: 'what you told us, and what happened to it' },
      { title: 'learning', value: 'record what people took from supervision or a meeting' },
      { title: 'a reference', value: 'such as OBS-2026-0042: how it stands' },
      { title: 'my work', value: 'what waits for you, and by when' },
      ...(talker.oversees
        ? [{ title: 'what is late', value: 'on the whole board: references and dates' }]
        : []),
      { title: 'figures, set up', value: 'open these pages of the tab' },
      { title: 'what happens next', value: 'who reads it, and when you hear' },
      { title: 'back, skip, stop', value: 'while I am asking' },
      { title: 'A person', value: contactLine(talker.board.contacts.office) },
    ],
    buttons: menuButtons(talker).filter(({ verb }) => verb !== 'help'),
  })

const within = (days: number) => `within ${days === 1 ? 'one working day' : `${days} working days`}`

export const nextCard = ({ board }: Talker): Card =>
  messageCard('What happens next', {
    intro: [
      `A senior professional of your agency, or their deputy, reads what you send. A decision is due ${within(PROMISE.decide.usual)}, ${within(PROMISE.decide.veryWorried)} if you are very worried. If a child may be at risk now, it is due the same day, or the next office morning when the offices are closed. You hear it, and why.`,
      'Before it is closed you hear what was done. At every point you can ask for your report by its reference.',
      'They see your name. Your report is for learning; it is not used to find somebody to blame.',
    ],
    facts: [
      { title: 'Questions', value: contactLine(board.contacts.office) },
      { title: 'Support for you', value: contactLine(board.contacts.support) },
    ],
    buttons: [RAISE, MY_REPORTS],
  })

export const thanksCard = (): Card =>
  messageCard('You are welcome. Thank you for speaking up.', { buttons: [RAISE, MY_REPORTS] })

/** A useful short reply to anything not understood. */
export const fallbackCard = (talker: Talker): Card =>
  messageCard('I can take a report, or tell you how one stands', {
    intro: ['Would you like to tell us about something? You can also type a reference.'],
    buttons: [...menuButtons(talker).filter(({ verb }) => verb !== 'help'), NEXT, HELP],
  })

/** A sentence for a refusal, with ways on. */
export const sayCard = (
  title: string,
  { intro = [], buttons = [HELP] }: { intro?: readonly string[]; buttons?: readonly Button[] } = {},
): Card => messageCard(title, { intro, buttons })

/** Asks a person without an entry, once, where they work. */
export function agencyCard(board: BoardNow, problem = ''): Card {
  const office = `Ask the board office: ${contactLine(board.contacts.office)}`
  const agencies = agenciesToJoin(board)
  if (agencies.length === 0)
    return messageCard('Where do you work?', {
      safety: safetyLine(board),
      intro: [
        'We have not met before, and no agency is entered yet that you could choose. I keep what you wrote.',
        office,
      ],
    })
  return formCard('Where do you work?', {
    safety: safetyLine(board),
    intro: [
      'We have not met before. Choose your agency once, so that what you tell us goes to the right people. I keep what you wrote.',
      `Not in the list? ${office}`,
      'A senior of that agency reads what you send, and sees your name. Telling us here is not a referral.',
    ],
    fields: [
      formField({
        kind: 'choice',
        id: 'agency',
        label: 'Your agency',
        required: true,
        choices: agencies.map(({ id, name }) => ({ title: choiceName(name), value: id })),
        problem,
      }),
    ],
    buttons: [submits({ title: 'Go on', verb: 'chooseAgency', data: {} })],
  })
}
