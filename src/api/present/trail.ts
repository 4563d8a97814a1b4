import type { ChainState, TrailLine, TrailPage } from '../../contract/audit.ts'
import type { Named } from '../../contract/common.ts'
import { agencyOf, personOf } from '../../domain/board/directory.ts'
import { BOARD_EVENT_LABELS } from '../../domain/board/events.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { forEachKind, RECORDS } from '../../domain/records.ts'
import type { EventRow } from '../../domain/registered.ts'
import { entryOf } from '../../domain/words/entry.ts'
import type { Page } from '../../ports/page.ts'
import type { ChainedKind, Door, TrailLog, TrailLine as Written } from '../../ports/trail.ts'
import type { CheckedChain, CheckedRecord } from '../../usecases/audit/check-record.ts'
import { sayWithin } from '../../usecases/audit/say-audit.ts'
import { presentWho } from './names.ts'

const DOOR_LABELS: Readonly<Record<Door, string>> = {
  tab: 'Read in the tab',
  card: 'Read on a card in the chat',
  outline: 'Saw the outline, without what was written',
}

/** The words for every possible line. */
const LINE_LABELS: Readonly<Record<ChainedKind, Readonly<Record<string, string>>>> = {
  ...forEachKind((kind) =>
    Object.fromEntries(
      Object.entries<EventRow>(RECORDS[kind].events).map(([type, { label }]) => [type, label]),
    ),
  ),
  board: BOARD_EVENT_LABELS,
  access: DOOR_LABELS,
}

/** The name of a record in a log: its reference, or what it is. */
const RECORD_NAMES: Readonly<Record<string, (id: string) => string>> = {
  board: () => 'Board settings',
  audit: (log) => `The audit log itself: ${log}`,
}

function presentRecord(kind: string, id: string): Named {
  const key = kind === 'access' ? id : `${kind}/${id}`
  const [of = '', ...rest] = key.split('/')
  const its = rest.join('/')
  return { id: key, name: entryOf(RECORD_NAMES, of)?.(its) ?? its }
}

const presentLine = ({ kind, id, seq, at, by, type }: Written, board: BoardSettings): TrailLine => {
  const person = personOf(board, by)
  return {
    at,
    by: {
      ...presentWho(board, by),
      workplace: person ? (agencyOf(board, person.agency)?.name ?? null) : null,
    },
    says: LINE_LABELS[kind][type] ?? 'Something that this version does not know',
    record: presentRecord(kind, id),
    number: seq,
  }
}

/** A page of a log. Only what is named here leaves, and nothing of it was written by people. */
export const presentTrail = (
  { rows, total, next }: Page<Written>,
  board: BoardSettings,
): TrailPage => ({ rows: rows.map((line) => presentLine(line, board)), total, next })

/** The name of a chain in a sentence, and of its links. */
const CHAINS: Readonly<
  Record<TrailLog, { readonly name: (record: string) => string; readonly link: string }>
> = {
  changes: { name: (record) => `The chain of ${record}`, link: 'event' },
  readings: { name: (record) => `The log of who read ${record}`, link: 'reading' },
}

function presentChain(log: TrailLog, record: string, chain: CheckedChain | null) {
  const { name, link } = CHAINS[log]
  if (!chain)
    return { log, whole: true, events: 0, says: `No reading of ${record} has been noted.` }
  const { events, broken } = chain
  const says = broken
    ? `${name(record)} is not whole: ${sayWithin(broken)}.`
    : `${name(record)} is whole: ${events} ${link}${events === 1 ? '' : 's'}.`
  return { log, whole: broken === null, events, says }
}

/** Whether the chains of one record are whole, in sentences. */
export function presentChainState({ record, changes, readings }: CheckedRecord): ChainState {
  const named = presentRecord(record.kind, record.id)
  const its = record.kind === 'board' ? 'the board settings' : named.name
  return {
    record: named,
    chains: [
      presentChain('changes', its, changes),
      // Everybody may read the board settings, so readings of them are not noted.
      ...(record.kind === 'board' ? [] : [presentChain('readings', its, readings)]),
    ],
  }
}
