import type { Missing } from '../words/errors.ts'
import { oneLine } from '../words/text.ts'

// What is said of a line of a spreadsheet that cannot be entered.

/** Longer texts are not said again. */
const QUOTED = 80

/** What is missing, with what stands in its cell. */
export const quoting = (
  missing: readonly Missing[],
  cells: Readonly<Record<string, string>>,
): readonly Missing[] =>
  missing.map(({ need, say }) => {
    const cell = oneLine(cells[need] ?? '')
    const isQuoted = cell !== '' && cell.length <= QUOTED
    return { need, say: isQuoted ? `${say} The line has “${cell}”.` : say }
  })

export const sayTwice = (line: number): string =>
  `This is in line ${line} already. Take one of the two lines out.`

export const saySurplus = (text: string): string =>
  `This line has more cells than there are columns: “${oneLine(text).slice(0, QUOTED)}” would be left out. Put quotation marks around a cell that holds a comma or semicolon.`
