import { asRead, boardRecord } from '../../domain/board/board.ts'
import type { BoardEvent, BoardSettings } from '../../domain/board/types.ts'
import { BOARD_ID } from '../../domain/board/types.ts'
import type { BoardStore } from '../../ports/board.ts'
import { remembered } from '../shared/remembered.ts'
import type { Connection } from './connection.ts'
import { recordTable } from './record-table.ts'

/** Keeps the board settings, a single record. */
export function boardTable(connection: Connection): BoardStore {
  const records = recordTable<BoardSettings, BoardEvent>(connection, {
    kind: boardRecord.kind,
    table: 'board',
    columns: [],
    valuesOf: () => [],
    asRead,
  })
  const headNow = async () =>
    connection.get<{ head: string }>('SELECT head FROM board WHERE id = ?', BOARD_ID)?.head
  return { ...records, current: remembered(headNow, () => records.load(BOARD_ID)) }
}
