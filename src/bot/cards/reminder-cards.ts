import type { BoardSettings } from '../../domain/board/types.ts'
import { REMINDERS } from '../../domain/machinery/reminders.ts'
import { dateOf, sayDay } from '../../domain/words/time.ts'
import type { Reminded } from '../../usecases/reminding/what-to-remind.ts'
import { messageCard } from './build.ts'
import type { Card, Link } from './card-data.ts'
import { namedRoute } from './text.ts'

const SHOWN = 12

/** What waits and by when: its reference, the matter and the date, never what was written. */
function sayReminded(
  { matter, due, agency, isLate, isTheirs }: Reminded,
  board: BoardSettings,
): string {
  const day = sayDay(dateOf(due))
  const place = isTheirs ? '' : ` With ${namedRoute(board, { agency, person: null })}.`
  return isLate
    ? `${matter.is} is late: it was due on ${day}.${place}`
    : `${matter.does} by ${day}.${place}`
}

/** One message a day: what is due or late, and what is late elsewhere. */
export const remindersCard = (
  lines: readonly Reminded[],
  board: BoardSettings,
  link: Link,
): Card => ({
  template: 'list',
  data: {
    to: '',
    title: REMINDERS.reminders.title,
    summary: REMINDERS.reminders.title,
    note: '',
    intro: [
      ...(lines.some(({ isTheirs }) => !isTheirs)
        ? [
            'Where an agency is named, you are told because it is late, and somebody there is reminded too; or because nobody who looks at reports there is at work.',
          ]
        : []),
      ...(lines.length > SHOWN ? [`The first ${SHOWN} of ${lines.length}.`] : []),
    ],
    rows: lines.slice(0, SHOWN).map((line) => ({
      title: line.ref,
      says: sayReminded(line, board),
      open: 'Open',
      verb: line.kind === 'observation' ? 'openReport' : 'openRecord',
      data: { ref: line.ref },
      others: [],
    })),
    buttons: [{ title: 'My work', verb: 'myWork', data: {} }],
    links: [link],
  },
})

/** What may be danger, alone and at once. */
export const pressingCard = (line: Reminded, board: BoardSettings): Card =>
  messageCard(REMINDERS.reminder.title.replace('{ref}', line.ref), {
    intro: [
      line.isTheirs
        ? 'Open it now, and say that you are on it. If a child is in danger, ring 999 first.'
        : 'Nobody there has opened or answered it: they were told, or are all away. Ask them, or somebody who stands in for them, now. The business manager can pass it on to another agency.',
    ],
    facts: [
      { title: 'What waits', value: sayReminded(line, board) },
      ...(line.isTheirs
        ? []
        : [{ title: 'Agency', value: namedRoute(board, { agency: line.agency, person: null }) }]),
    ],
    buttons: [{ title: 'Open', verb: 'openReport', data: { ref: line.ref } }],
  })
