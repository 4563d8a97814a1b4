import type { BoardEvent, BoardSettings } from '../domain/board/types.ts'
import type { RecordStore, Stored } from './records.ts'

/** Keeps the board settings: one record, read on nearly every turn. */
export interface BoardStore extends RecordStore<BoardSettings, BoardEvent> {
  /** The settings as they stand, frozen; `undefined` before the board has been opened. */
  current(): Promise<Stored<BoardSettings> | undefined>
}
