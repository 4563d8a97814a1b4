import type { BoardSettings } from '../../domain/board/types.ts'
import type { ObservationRow } from '../../domain/observation/columns.ts'
import { sayStanding, sayWhatWaits } from '../../domain/observation/saying.ts'
import { labelOf, observationKinds } from '../../domain/taxonomies/lists.ts'
import { oneLine } from '../../domain/words/text.ts'
import { dateOf, sayDate } from '../../domain/words/time.ts'
import type { getHome } from '../../usecases/observation/get-home.ts'
import type { AgedRow } from '../../usecases/observation/list-observations.ts'
import type { Draft } from '../talk/draft.ts'
import { wordsOf } from '../talk/engine.ts'
import type { Card, Link } from './card-data.ts'
import { namedRoute, plain, shortened } from './text.ts'

const rowOf = (row: Pick<ObservationRow, 'ref' | 'kind'>, verb: string, says: string) => ({
  title: `${row.ref}: ${labelOf(observationKinds, row.kind)}`,
  says,
  open: 'Open',
  verb,
  data: { ref: row.ref },
  others: [],
})

const DRAFT_CHARACTERS = 80

/** What was begun and not sent stands first, with both ways on. */
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
      ...rows.map((row) => rowOf(row, 'openReport', sayStanding(row))),
    ],
    buttons: [{ title: 'Tell us something', verb: 'raise', data: {} }],
    links: [link],
  },
})

/** What waits for somebody: to agree to, to answer as the board, to decide. */
export const myWorkCard = (
  {
    waiting: { rows, total },
    asked,
    proposed,
  }: Pick<Awaited<ReturnType<typeof getHome>>, 'waiting' | 'asked' | 'proposed'>,
  board: BoardSettings,
  link: Link,
): Card => ({
  template: 'list',
  data: {
    to: '',
    title: 'My work',
    summary: 'What waits for you',
    note: '',
    intro:
      rows.length + asked.open + proposed.length === 0
        ? ['Nothing waits for you.']
        : total > rows.length
          ? [`The first ${rows.length} of ${total}: what is urgent, then what is due first.`]
          : [],
    rows: [
      ...proposed.map((row) =>
        rowOf(
          row,
          'openReport',
          `Somebody asks you to agree, until ${row.proposedUntil === null ? 'it is answered' : sayDate(row.proposedUntil)}.`,
        ),
      ),
      ...asked.rows
        .filter(({ stage }) => stage !== 'closed')
        .map((row) =>
          rowOf(
            row,
            'openReport',
            `A question to the board: may call for a statutory review. With ${namedRoute(board, { agency: row.agency, person: null })}, raised on ${sayDate(dateOf(row.raisedAt))}.`,
          ),
        ),
      ...rows.map((row) =>
        rowOf(
          row,
          'showTriage',
          [sayWhatWaits(row, row.waitedWorkingDays), row.saysDue].filter(Boolean).join(' '),
        ),
      ),
    ],
    buttons: [],
    links: [link],
  },
})
