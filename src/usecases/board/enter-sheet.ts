import type { Sheet, SheetLine, SheetPlan } from '../../domain/board/sheet.ts'
import { planSheet, sheetColumns, sheetOf } from '../../domain/board/sheet.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { holds } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { Stored } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import { currentStoredBoard } from '../records/context-now.ts'
import { changeBoard } from './change-board.ts'

type BoardDeps = Pick<Deps, 'board' | 'clock'>

function refuseOthers(actor: Actor): void {
  if (!holds(actor, 'businessManager'))
    throw new DomainError('not-your-role', { action: 'enterMany', needs: ['businessManager'] })
}

/** What entering a spreadsheet would do. Nothing is changed. */
export async function checkSheet(
  deps: BoardDeps,
  sheet: Sheet,
  lines: readonly SheetLine[],
  actor: Actor,
): Promise<SheetPlan & { readonly version: number }> {
  refuseOthers(actor)
  const { state, version } = await currentStoredBoard(deps)
  return { ...planSheet(sheet, lines, state, { now: deps.clock.now() }, actor), version }
}

/** Enters a whole spreadsheet as one change. If any line is wrong, nothing is entered. */
export async function enterSheet(
  deps: BoardDeps,
  sheet: Sheet,
  lines: readonly SheetLine[],
  by: { readonly actor: Actor; readonly version: number; readonly submission: string },
): Promise<Stored<BoardSettings>> {
  const plan = await checkSheet(deps, sheet, lines, by.actor)
  const missing = plan.lines.flatMap(({ line, problems }) =>
    problems.map(({ need, say }) => ({ need: `${line}.${need}`, say: `Line ${line}: ${say}` })),
  )
  if (missing.length > 0) throw new DomainError('incomplete', { missing: missing.slice(0, 100) })
  return changeBoard(deps, { ...by, command: { type: 'enterMany', changes: plan.changes } })
}

/** The entries as a spreadsheet; the first row names its columns. */
export async function exportSheet(
  deps: BoardDeps,
  sheet: Sheet,
  actor: Actor,
): Promise<readonly (readonly string[])[]> {
  refuseOthers(actor)
  const { state } = await currentStoredBoard(deps)
  const columns = sheetColumns(sheet)
  return [
    columns.map(({ label }) => label),
    ...sheetOf(sheet, state).map((cells) => columns.map(({ field }) => cells[field] ?? '')),
  ]
}
