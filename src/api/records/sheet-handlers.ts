import { OPERATIONS } from '../../contract/operations.ts'
import type { SheetPlan } from '../../contract/people.ts'
import { sheetColumns } from '../../domain/board/sheet.ts'
import { checkSheet, enterSheet, exportSheet } from '../../usecases/board/enter-sheet.ts'
import { detailOf } from './board-detail.ts'
import { readSheet, writeCsv } from './csv.ts'
import type { Handler } from './handler.ts'
import { handlerFor } from './handler.ts'

/** How many lines are shown. The others are counted. */
const SHOWN = 200

/** Handlers of the operations on spreadsheets, by the operation's name. */
export const SHEET_HANDLERS: Readonly<Record<string, Handler>> = {
  exportSheet: handlerFor(
    OPERATIONS.exportSheet,
    async ({ deps, caller }, { query: { sheet } }) => ({
      name: `${sheet}.csv`,
      csv: writeCsv(await exportSheet(deps, sheet, caller.actor)),
    }),
  ),
  checkSheet: handlerFor(
    OPERATIONS.checkSheet,
    async ({ deps, caller }, { body: { sheet, csv } }): Promise<SheetPlan> => {
      const plan = await checkSheet(deps, sheet, readSheet(sheet, csv), caller.actor)
      const labels = new Map(sheetColumns(sheet).map(({ field, label }) => [field, label]))
      const count = (which: string) => plan.lines.filter(({ does }) => does === which).length
      return {
        version: plan.version,
        adds: count('adds'),
        changes: count('changes'),
        nothing: count('nothing'),
        others: plan.others,
        wrong: plan.lines
          .flatMap(({ line, problems }) =>
            problems.map(({ need, say }) => ({ line, column: labels.get(need) ?? '', say })),
          )
          .slice(0, SHOWN),
        named: plan.lines
          .flatMap(({ line, name, does, changed }) =>
            does === 'adds' || does === 'changes'
              ? [
                  {
                    line,
                    name,
                    does,
                    changed: changed.map(({ field, from, to }) => ({
                      column: labels.get(field) ?? '',
                      from,
                      to,
                    })),
                  },
                ]
              : [],
          )
          .slice(0, SHOWN),
      }
    },
  ),
  enterSheet: handlerFor(
    OPERATIONS.enterSheet,
    async (call, { body: { sheet, csv, version, submission } }) => {
      const by = { actor: call.caller.actor, version, submission }
      return detailOf(await enterSheet(call.deps, sheet, readSheet(sheet, csv), by), call)
    },
  ),
}
