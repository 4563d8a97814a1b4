import type { FieldOf } from '../machinery/fields/kinds.ts'
import { agencyTypes, labelOf } from '../taxonomies/lists.ts'
import type { Actor } from '../words/actor.ts'
import type { Missing } from '../words/errors.ts'
import { accountId } from '../words/ids.ts'
import { oneLine } from '../words/text.ts'
import { boardRecord } from './board.ts'
import { accountKey, agencyOf } from './directory.ts'
import type { Tried } from './enter-many.ts'
import { tryTogether } from './enter-many.ts'
import { AGENCY_MOVES } from './moves/agencies.ts'
import { PEOPLE_MOVES } from './moves/people.ts'
import { quoting, saySurplus, sayTwice } from './sheet-saying.ts'
import type { Agency, BoardContext, BoardSettings, DirectoryChange, Person } from './types.ts'

/** What a spreadsheet can hold. */
export const SHEETS = ['agencies', 'people'] as const
export type Sheet = (typeof SHEETS)[number]

const FORMS = { agencies: AGENCY_MOVES.addAgency.fields, people: PEOPLE_MOVES.addPerson.fields }

/** A column: a field of the form that adds one, under its label. */
export interface SheetColumn {
  readonly field: string
  readonly label: string
  readonly required: boolean
}

export const sheetColumns = (sheet: Sheet): readonly SheetColumn[] =>
  Object.entries<FieldOf>(FORMS[sheet])
    .filter(([, { given }]) => given !== true)
    .map(([field, { label, optional }]) => ({ field, label, required: optional !== true }))

/** The most lines that are entered at once. */
export const SHEET_LINES = 2000

/** Cells by field. */
type SheetRow = Readonly<Record<string, string>>

/** A line as it was read, with the cells of the columns that are there. */
export interface SheetLine {
  readonly line: number
  readonly cells: SheetRow
  /** What stands beyond the last column. Absent where nothing does. */
  readonly surplus?: string
}

/** What entering a line would do. */
export interface PlannedLine {
  readonly line: number
  readonly name: string
  readonly does: 'adds' | 'changes' | 'nothing' | 'wrong'
  /** What is wrong, by the field of its column; '' means the line as a whole. */
  readonly problems: readonly Missing[]
  /** What of an entry would be another than now, as a sheet writes it. */
  readonly changed: readonly {
    readonly field: string
    readonly from: string
    readonly to: string
  }[]
}

export interface SheetPlan {
  readonly lines: readonly PlannedLine[]
  readonly changes: readonly DirectoryChange[]
  /** How many are entered and not in the sheet. They stay as they are. */
  readonly others: number
}

const key = (text: string) => oneLine(text).toLowerCase()

const byLabel = (said: string) =>
  agencyTypes.items.find(({ code, label }) => [key(code), key(label)].includes(key(said)))?.code ??
  said

const byName = (said: string, { agencies }: BoardSettings) =>
  agencies.find(({ id, name }) => key(name) === key(said) || id === said)?.id ??
  // Any value will do: if no list has it, the check says so at its column.
  (said as Agency['id'])

/** An empty cell is `null`; a missing column leaves what there is. */
const orNone = (cell: string | undefined, now: string | undefined): string | null =>
  cell === undefined ? (now ?? null) : oneLine(cell) || null

const numberIn = (cell: string | undefined, now: number | undefined): number | null => {
  if (cell === undefined) return now ?? null
  const typed = cell.trim()
  if (typed === '') return null
  // Separators of thousands stand before three digits. Spreadsheets may write a whole number with
  // decimals.
  const [, whole = ''] = /^(\d{1,9}|\d{1,3}(?:[\s,.]\d{3}){1,2})(?:[.,]0{1,2})?$/.exec(typed) ?? []
  return whole === '' ? -1 : Number(whole.replace(/\D/g, ''))
}

const agencyKey = ({ name }: Pick<Agency, 'name'>) => key(name)

type Wanted =
  | { readonly change: DirectoryChange; readonly same: boolean }
  | { readonly say: string }

function wantedAgency({ cells }: SheetLine, known: Agency | undefined): Wanted {
  const entry = {
    name: cells['name'] ?? '',
    agencyType: byLabel(cells['agencyType'] ?? ''),
    supporter: orNone(cells['supporter'], known?.supporter),
    staff: numberIn(cells['staff'], known?.staff),
  }
  if (!known) return { change: { type: 'addAgency', id: null, ...entry }, same: false }
  if (!known.active)
    return { say: `${known.name} is retired. Open it again first, or take this line out.` }
  const same =
    oneLine(entry.name) === known.name &&
    entry.agencyType === known.type &&
    entry.supporter === (known.supporter ?? null) &&
    entry.staff === (known.staff ?? null)
  return { change: { type: 'changeAgency', agency: known.id, ...entry }, same }
}

function wantedPerson(
  { cells }: SheetLine,
  known: Person | undefined,
  board: BoardSettings,
): Wanted {
  const entry = {
    name: cells['name'] ?? '',
    jobTitle: orNone(cells['jobTitle'], known?.jobTitle),
    agency: byName(cells['agency'] ?? '', board),
  }
  if (known?.active === false)
    return { say: `${known.name} has left. Bring them back first, or take this line out.` }
  if (!known) {
    const account = { tenantId: cells['tenantId'] ?? '', objectId: cells['objectId'] ?? '' }
    return { change: { type: 'addPerson', id: null, ...entry, ...account }, same: false }
  }
  const same =
    oneLine(entry.name) === known.name &&
    (entry.jobTitle ?? '') === known.jobTitle &&
    entry.agency === known.agency
  return { change: { type: 'changePerson', person: known.id, ...entry }, same }
}

/** Who or what each line is about, found the same way among the existing entries. */
function matching(sheet: Sheet, board: BoardSettings) {
  if (sheet === 'agencies') {
    const known = new Map(board.agencies.map((agency) => [agencyKey(agency), agency]))
    return {
      size: known.size,
      keyFields: ['name'],
      keyOf: ({ cells }: SheetLine) => key(cells['name'] ?? ''),
      wanted: (line: SheetLine, its: string) => wantedAgency(line, known.get(its)),
      has: (its: string) => known.has(its),
    }
  }
  const known = new Map(board.people.map((person) => [accountKey(person), person]))
  return {
    size: known.size,
    keyFields: ['tenantId', 'objectId'],
    keyOf: ({ cells }: SheetLine) =>
      accountKey({ tenantId: cells['tenantId'] ?? '', objectId: cells['objectId'] ?? '' }),
    wanted: (line: SheetLine, its: string) => wantedPerson(line, known.get(its), board),
    has: (its: string) => known.has(its),
  }
}

const differing = (now: SheetRow = {}, after: SheetRow = {}): PlannedLine['changed'] =>
  Object.entries(after).flatMap(([field, to]) => {
    const { [field]: from = '' } = now
    return from === to ? [] : [{ field, from, to }]
  })

/** What entering a spreadsheet would do, line by line. Entries not in it stay unchanged. */
export function planSheet(
  sheet: Sheet,
  lines: readonly SheetLine[],
  board: BoardSettings,
  context: BoardContext,
  actor: Actor,
): SheetPlan {
  const { size, keyFields, keyOf, wanted, has } = matching(sheet, board)
  const first = new Map<string, number>()
  const looked = lines.map((line) => {
    const its = keyOf(line)
    // A line without what it is known by is no second one of another such line.
    const isNamed = keyFields.every((field) => line.cells[field])
    const earlier = isNamed ? first.get(its) : undefined
    if (earlier === undefined && isNamed) first.set(its, line.line)
    const want: Wanted =
      line.surplus !== undefined
        ? { say: saySurplus(line.surplus) }
        : earlier === undefined
          ? wanted(line, its)
          : { say: sayTwice(earlier) }
    return { line, its, want, isKnown: has(its) }
  })
  const changes = looked.flatMap(({ want }) =>
    'change' in want && !want.same ? [want.change] : [],
  )
  const { tried, board: after } = tryTogether(boardRecord, changes, board, context, actor)
  const outcomes: ReadonlyMap<DirectoryChange, Tried> = new Map(
    changes.map((change, index) => [change, tried[index] ?? { events: [] }]),
  )
  const rowsOf = (its: BoardSettings) =>
    new Map(sheetOf(sheet, its).map((cells) => [keyOf({ line: 0, cells }), cells]))
  const [rowsNow, rowsAfter] = [rowsOf(board), rowsOf(after)]
  const planned = looked.map(({ line, its, want, isKnown }): PlannedLine => {
    const said = { line: line.line, name: oneLine(line.cells['name'] ?? ''), changed: [] }
    const wrong = (problems: readonly Missing[]) => ({ ...said, does: 'wrong' as const, problems })
    if ('say' in want) return wrong([{ need: '', say: want.say }])
    const outcome = want.same ? undefined : outcomes.get(want.change)
    if (outcome && 'missing' in outcome) return wrong(quoting(outcome.missing, line.cells))
    const does = want.same ? 'nothing' : isKnown ? 'changes' : 'adds'
    const changed = does === 'changes' ? differing(rowsNow.get(its), rowsAfter.get(its)) : []
    return { ...said, does, problems: [], changed }
  })
  const inSheet = [...first.keys()].filter(has).length
  return { lines: planned, changes, others: size - inSheet }
}

/** The entries line by line, under the fields of the columns. */
export function sheetOf(sheet: Sheet, board: BoardSettings): readonly SheetRow[] {
  if (sheet === 'agencies')
    return board.agencies
      .filter(({ active }) => active)
      .map(({ name, type, supporter = '', staff }) => ({
        name,
        agencyType: labelOf(agencyTypes, type),
        supporter,
        staff: staff === undefined ? '' : String(staff),
      }))
  return board.people
    .filter(({ active }) => active)
    .map(({ name, jobTitle, agency, tenantId, objectId }) => ({
      name,
      jobTitle,
      agency: agencyOf(board, agency)?.name ?? '',
      // Written as if entered by hand: a board's first people may have been written otherwise.
      tenantId: accountId(tenantId),
      objectId: accountId(objectId),
    }))
}
