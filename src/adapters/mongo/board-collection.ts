import { asRead } from '../../domain/board/board.ts'
import type { BoardEvent, BoardSettings } from '../../domain/board/types.ts'
import { BOARD_ID } from '../../domain/board/types.ts'
import type { BoardStore } from '../../ports/board.ts'
import { remembered } from '../shared/remembered.ts'
import type { EarlierModel } from './event-log.ts'
import type { RecordKind, RecordModel } from './record-collection.ts'
import { recordCollection } from './record-collection.ts'

type NoColumns = Readonly<Record<never, never>>

export const boardKind: RecordKind<BoardSettings, NoColumns> = {
  kind: 'board',
  collection: 'board',
  columns: {},
  columnsOf: () => ({}),
  asRead,
}

/** Keeps the board settings, a single record. */
export function boardCollection(model: RecordModel<NoColumns>, earlier: EarlierModel): BoardStore {
  const records = recordCollection<BoardSettings, BoardEvent, NoColumns>(model, earlier, boardKind)
  const headNow = async () =>
    (await model.findOne({ _id: BOARD_ID }, { head: 1 }).lean<{ head: string }>())?.head
  return { ...records, current: remembered(headNow, () => records.load(BOARD_ID)) }
}
