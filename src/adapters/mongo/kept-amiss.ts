import type { ChainedKind } from '../../ports/trail.ts'
import type { LogEntry } from './event-log.ts'
import type { RecordDocument } from './record-collection.ts'
import type { LineDocument } from './trail-collection.ts'
import { lineDocument } from './trail-collection.ts'

/** What is kept beside a document and belongs to it. */
interface Beside {
  /** Every event of the record. */
  readonly log: readonly LogEntry[]
  /** Its lines in the auditor's list. */
  readonly lines: readonly LineDocument[]
  /** Events that stand both in a document of their own and in the record's. */
  readonly doubles: readonly LogEntry[]
  /** Every field that the program writes. */
  readonly known: ReadonlySet<string>
}

/** What this store keeps beside a record for itself and does not follow from the record. */
export function amissOf(
  kind: ChainedKind,
  document: RecordDocument,
  { log, lines, doubles, known }: Beside,
): readonly string[] {
  const { version, delivered, untold, listed, unlisted, events } = document
  return [
    ...wrong(
      Object.keys(document).some((field) => !known.has(field)) ||
        log.some((entry) => Object.keys(entry).some((field) => !FIELDS.has(field))),
      'there is a field that the program does not write',
    ),
    ...wrong(
      untold !== delivered < version,
      'the mark that somebody is still to be told does not fit to who was told',
    ),
    ...wrong(
      unlisted !== listed < events || listed > events,
      'the mark of what the auditor’s list has does not fit to its events',
    ),
    ...linesAmiss(kind, document, log, lines),
    ...wrong(
      doubles.some((entry) => !isSame(entry, log[entry.seq - 1])),
      'earlier events are kept a second time, and otherwise',
    ),
    ...(kind === 'access'
      ? wrong(!isBareChain(document, log), 'something is kept beside its readings')
      : []),
  ]
}

/** Every field of an event. */
const FIELDS = new Set(['seq', 'at', 'by', 'cause', 'type', 'data', 'hash'])

const wrong = (is: boolean, clause: string): readonly string[] => (is ? [clause] : [])

function linesAmiss(
  kind: ChainedKind,
  { _id: id, listed }: RecordDocument,
  log: readonly LogEntry[],
  lines: readonly LineDocument[],
): readonly string[] {
  const bySeq = new Map(lines.map((line) => [line.seq, line]))
  const missing = log.find(({ seq }) => seq <= listed && !bySeq.has(seq))
  const other = lines.find((line) => {
    const entry = log[line.seq - 1]
    // A line may be there twice, under an id that belongs to no event.
    return !entry || !isSame(line, lineDocument(kind, id, entry))
  })
  return [
    ...wrong(missing !== undefined, `event ${missing?.seq} is missing in the auditor’s list`),
    ...wrong(
      other !== undefined,
      `what the auditor’s list says of event ${other?.seq} is not what it is`,
    ),
  ]
}

/** Whether two flat documents hold the same. */
function isSame(one: object, other: object | undefined): boolean {
  if (!other) return false
  const [a, b] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value)
}

/** Whether it is a record without a state and without messages, as a log of readings is kept. */
const isBareChain = (
  { version, events, delivered, changed, submission, causes, state }: RecordDocument,
  log: readonly LogEntry[],
): boolean =>
  version === events &&
  delivered === 0 &&
  changed === Date.parse(log.at(-1)?.at ?? '') &&
  submission === log[0]?.cause &&
  causes === '[]' &&
  state === 'null'
