import { CsvError, parse } from 'csv-parse/sync'
import type { Sheet, SheetLine } from '../../domain/board/sheet.ts'
import { SHEET_LINES, sheetColumns } from '../../domain/board/sheet.ts'
import { ApiProblem } from '../server/api-problem.ts'

const refuse = (detail: string) => new ApiProblem(400, 'malformed', detail)

const SEPARATORS = [';', ',', '\t'] as const

/** For Excel, a first line may name the separator and nothing else. */
const SEPARATOR_TOLD = /^"?sep=([;,\t])"?$/i

/**
 * The separator of cells, and the text without a line that only names it. Without such a line, the
 * most frequent one.
 */
function separated(csv: string): { readonly text: string; readonly delimiter: string } {
  const whole = csv.replace(/^\ufeff/, '')
  const [first = ''] = whole.split(/[\r\n]/, 1)
  const told = SEPARATOR_TOLD.exec(first)?.[1]
  // Leaves the line empty, so that those after it keep their numbers.
  if (told !== undefined) return { text: whole.slice(first.length), delimiter: told }
  const count = (separator: string) => first.split(separator).length
  const delimiter = SEPARATORS.reduce((most, one) => (count(one) > count(most) ? one : most))
  return { text: whole, delimiter }
}

/** Put before a cell so that no spreadsheet takes it for a formula. */
const ESCAPED = /^'(?=[=+\-@\t\r])/
const FORMULA = /^[=+\-@\t\r]/

/** How far the parser is, which its types do not say. */
interface Place {
  readonly records: number
  readonly empty_lines: number
}

interface Read {
  readonly record: readonly string[]
  readonly info: Place
}

/** As a spreadsheet numbers it: a cell of several lines is in one of them. */
const lineAt = ({ records, empty_lines: empty }: Place): number => records + empty

function rowsOf(csv: string): readonly Read[] {
  const { text, delimiter } = separated(csv)
  try {
    const rows = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
    }) as unknown as readonly Read[]
    return rows.filter(({ record }) => record.some((cell) => cell.trim() !== ''))
  } catch (error) {
    // The parser's message quotes the text, so only its place is passed on.
    const whole = error instanceof CsvError ? lineAt(error as unknown as Place) : 0
    throw refuse(
      `This cannot be read as CSV from line ${whole + 1} on: look there for a quotation mark that is opened and not closed.`,
    )
  }
}

const columnKey = (text: string) => text.trim().toLowerCase()

/**
 * The lines of a spreadsheet, by the fields of its columns. Unknown columns are left out.
 * @throws ApiProblem where it is no CSV, too long, or lacks a column that is needed
 */
export function readSheet(sheet: Sheet, csv: string): readonly SheetLine[] {
  const [head, ...rows] = rowsOf(csv)
  if (!head) throw refuse('This file is empty. Export one to see its columns.')
  if (rows.length > SHEET_LINES)
    throw refuse(
      `This has ${rows.length.toLocaleString('en-GB')} lines and at most ${SHEET_LINES.toLocaleString('en-GB')} are taken. Enter it in parts.`,
    )
  const columns = sheetColumns(sheet)
  const names = head.record.map(columnKey)
  const placed = columns.map((column) => ({
    ...column,
    at: names.indexOf(columnKey(column.label)),
  }))
  const missing = placed.filter(({ at, required }) => at < 0 && required)
  if (missing.length > 0)
    throw refuse(
      `The first row has to name the columns. There is none called ${missing.map(({ label }) => `“${label}”`).join(', ')}.`,
    )
  return rows.map(({ record, info }) => ({
    line: lineAt(info),
    ...surplusIn(record.slice(names.length)),
    cells: Object.fromEntries(
      placed
        .filter(({ at }) => at >= 0)
        .map(({ field, at }) => [field, (record[at] ?? '').replace(ESCAPED, '')]),
    ),
  }))
}

function surplusIn(cells: readonly string[]): { readonly surplus?: string } {
  const surplus = cells.filter((cell) => cell.trim() !== '').join(' ')
  return surplus === '' ? {} : { surplus }
}

const cellOf = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /["\r\n,;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** CSV as spreadsheets read it, beginning with the mark of UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
