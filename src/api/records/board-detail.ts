import type { BoardDetail } from '../../contract/people.ts'
import { boardRecord } from '../../domain/board/board.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { allowedFor } from '../../domain/machinery/allowed.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { Stored } from '../../ports/records.ts'
import { whoIs } from '../../usecases/board/who-is.ts'
import { presentBoard } from '../present/board.ts'
import type { Call } from './handler.ts'

/** The settings as the caller sees them now, even after they changed their own duties. */
export function detailOf(stored: Stored<BoardSettings>, { deps, caller }: Call): BoardDetail {
  const { state } = stored
  const actor = whoIs(state, caller.account)
  const context = { now: deps.clock.now() }
  const view = boardRecord.viewOf(state, actor, context)
  if (!view) throw new DomainError('not-found', { what: 'board' })
  return presentBoard(view, stored, allowedFor(boardRecord, state, actor, context), state)
}
