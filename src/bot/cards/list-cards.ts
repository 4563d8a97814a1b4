import type { BoardSettings } from '../../domain/board/types.ts'
import type { ObservationRow } from '../../domain/observation/columns.ts'
import { sayStanding } from '../../domain/observation/saying.ts'
import { labelOf, observationKinds } from '../../domain/taxonomies/lists.ts'
import { oneLine } from '../../domain/words/text.ts'
import type { AgedRow } from '../../usecases/observation/list-observations.ts'
import type { Waiting } from '../../usecases/reminding/list-waiting.ts'
import type { Draft } from '../talk/draft.ts'
import { wordsOf } from '../talk/engine.ts'
import type { Card, Link } from './card-data.ts'
import { answerButton } from './report-cards.ts'
import { named, namedRoute, plain, shortened } from './text.ts'

const rowOf = (row: Pick<ObservationRow, 'ref' | 'kind'>, verb: string, says: string) => ({
  title: `${row.ref}: ${labelOf(observationKinds, row.kind)}`,
  says,
  open: 'Open',
  verb,
  data: { ref: row.ref },
  others: [],
})

const DRAFT_CHARACTERS = 80

/** A report that was begun and not sent stands first, with both ways on. */
const draftRow = (draft: Draft) => ({
  title: `Not sent: ${draft.kind ? labelOf(observationKinds, draft.kind) : 'no kind chosen yet'}`,
  says: plain(shortened(oneLine(wordsOf(draft)), DRAFT_CHARACTERS)),
  open: 'Go on',
  verb: 'goOn',
  data: { draft: draft.id },
  others: [{ title: 'Delete', verb: 'deleteDraft', data: { draft: draft.id } }],
})

export const myReportsCard = (
  rows: readonly AgedRow[],
  total: number,
  link: Link,
  drafts: readonly Draft[] = [],
): Card => ({
  template: 'list',
  data: {
    to: '',
    title: 'My reports',
    summary: 'My reports',
    note: '',
    intro:
      rows.length === 0 && drafts.length === 0
        ? ['You have not told us anything yet. Type what you noticed, or press the button.']
        : total > rows.length
          ? [`The latest ${rows.length} of ${total}.`]
          : [],
    rows: [
      ...drafts.map(draftRow),
      ...rows.map((row) => rowOf(row, 'openReport', `${sayStanding(row)} ${row.saysDue}`.trim())),
    ],
    buttons: [{ title: 'Tell us something', verb: 'raise', data: {} }],
    links: [link],
  },
})

/** How one that waits is opened. */
const OPENS = { record: 'showTriage', outline: 'openReport', report: 'openReport' } as const

/** What waits for somebody, of every kind of record, in the order of Home. */
export const myWorkCard = ({ rows, total }: Waiting, board: BoardSettings, link: Link): Card => ({
  template: 'list',
  data: {
    to: '',
    title: 'My work',
    summary: 'What waits for you',
    note: '',
    intro:
      rows.length === 0
        ? ['Nothing waits for you.']
        : [
            ...(total > rows.length ? [`The first ${rows.length} of ${total}.`] : []),
            'What is urgent comes first, then decisions and agreements, then the rest: each by when it is due.',
          ],
    rows: rows.map(({ ref, kind, title, agency, opens, says, about }) => ({
      title: `${ref}: ${title}`,
      says: [
        says,
        ...about.map((one) => `${named(one)}.`),
        ...(opens === 'outline' ? [`With ${namedRoute(board, { agency, person: null })}.`] : []),
      ].join(' '),
      open: 'Open',
      verb: kind === 'observation' ? OPENS[opens] : 'openRecord',
      data: { ref },
      others: opens === 'report' ? [answerButton(ref)] : [],
    })),
    buttons: [],
    links: [link],
  },
})
