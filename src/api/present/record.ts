import type { RecordDetail, RecordRow } from '../../contract/any-record.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { ShownRow } from '../../domain/registered.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Seen } from '../../usecases/records/get-record.ts'
import { presentOffered } from './allowed.ts'
import { presentLateAbout } from './late.ts'
import { presentPerson } from './names.ts'

/**
 * One record as one person sees it, as its kind says how it is shown. Only what is named here
 * leaves.
 */
export function presentRecord<N extends Kind>(kind: N, seen: Seen<N>): RecordDetail {
  const { ref, version, view, history, board, allowed, late } = seen
  const { shown } = anyRecord(kind)
  if (!shown) throw new TypeError(`a kind of record that is not described: ${kind}`)
  const { title, stage, facts, sections, links } = shown.of(view, board)
  return {
    ref,
    version,
    title,
    stage,
    facts: facts.map(({ label, value }) => ({ label, value })),
    sections: sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
    links: [...links],
    history: history.map(({ seq, at, by, event }) => ({
      seq,
      at,
      by: presentPerson(board, by),
      says: shown.sayEvent(event, board),
    })),
    late: presentLateAbout(late),
    allowed: presentOffered(allowed),
  }
}

/** A record as one line of a list. */
export const presentRecordRow =
  <Row extends { readonly ref: RecordRef }>(
    show: (row: Row, board: BoardSettings) => ShownRow,
    board: BoardSettings,
  ) =>
  (row: Row): RecordRow => {
    const { title, stage, says } = show(row, board)
    return { ref: row.ref, title, stage, says }
  }
