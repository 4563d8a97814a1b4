import { isKind } from '../../domain/records.ts'
import type { AuditResult } from './audit-all.ts'
import type { Finding, Why, WhyInRecord } from './finding.ts'

/** Findings within a record or a log of readings; in a log, an event is a reading. */
const IN_RECORD: Readonly<Record<WhyInRecord, (finding: Finding, event: string) => string>> = {
  missing: ({ seq }, event) => `${event} ${seq} is missing`,
  changed: ({ seq }, event) =>
    `${event} ${seq} is not as it was kept: it, or its seal, was changed`,
  tooMany: ({ seq }, event) =>
    `there are more ${event}s than there should be, from ${event} ${seq} on`,
  headDiffers: ({ seq }, event) =>
    `the end differs: ${event} ${seq} is not the last one that the record knows of`,
  unreadable: () => 'something is not what the program writes, and cannot be read',
  typeDiffers: ({ seq }, event) => `what lists say of ${event} ${seq} is not what it is`,
  impossible: ({ seq }, event) => `${event} ${seq} cannot have followed on those before`,
  stateDiffers: ({ seq }) => `the record is not what its events make of it, as of event ${seq}`,
  fieldsDiffer: ({ what }) => `the field “${what}” is not what its events make of it`,
  messageAhead: ({ seq }) => `there is no event ${seq}, and somebody was to be told of it`,
  untold: ({ seq }) =>
    `everybody counts as told, and there is no message to the reporter about event ${seq}`,
  noDoor: ({ seq }, event) => `${event} ${seq} names a door that there is not`,
  noReader: ({ seq }, event) => `${event} ${seq} names a reader whom the board does not know`,
  noEvent: () => 'there is a message about something that is the number of no event',
  noNotice: () => 'there is a message of a kind that there is not',
  amiss: ({ what = '' }) => what,
}

/** Findings about a record as a whole, a counter or the store. */
const OTHERWISE: Readonly<
  Record<Exclude<Why, WhyInRecord>, (finding: Finding, record: string) => string>
> = {
  recordGone: ({ what }, record) => `${record} is not there, and there are ${what} of it`,
  counterBehind: ({ seq, what }, record) => `${record} stands at ${seq}, and ${what} is there`,
  noCounter: ({ id }) => `there is a counter “${id}” of nothing that is counted`,
  shapeDiffers: ({ what }) => `in the store itself ${what}`,
  goneSince: ({ seq }, record) => `${record} is gone: it had ${many(seq, 'event')} then`,
  shorterSince: ({ seq }, record) => `${record} is shorter now: it had ${many(seq, 'event')} then`,
  otherSince: ({ seq }, record) =>
    `${record} is another now: what was kept up to event ${seq} was sealed anew`,
  counterFell: ({ seq }, record) => `${record} was set back: it stood at ${seq} then`,
}

const isInRecord = (finding: Finding): finding is Finding<WhyInRecord> => finding.why in IN_RECORD

/** Names a record without showing anything in it. */
export function sayRecord(kind: string, id: string): string {
  switch (kind) {
    case 'board':
      return 'the board settings'
    case 'access':
      return `the log of who read ${id}`
    case 'series':
      return `the counter of references “${id}”`
    default:
      return isKind(kind) ? id : `${kind}/${id}`
  }
}

/** A finding about a record that was named before, as part of a sentence. */
export const sayWithin = (finding: Finding<WhyInRecord>): string =>
  IN_RECORD[finding.why](finding, finding.kind === 'access' ? 'reading' : 'event')

/** A finding as part of a sentence. */
export function sayFinding(finding: Finding): string {
  const record = sayRecord(finding.kind, finding.id)
  if (isInRecord(finding)) return `in ${record} ${sayWithin(finding)}`
  // By what was asked just now.
  return OTHERWISE[finding.why as Exclude<Why, WhyInRecord>](finding, record)
}

const many = (count: number, one: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`

/** What was looked at, as part of a sentence. */
export const sayLookedAt = ({
  records,
  events,
  readings,
}: Pick<AuditResult, 'records' | 'events' | 'readings'>): string =>
  `${many(records, 'record')}, ${many(events - readings, 'event')} and ${many(readings, 'reading')}`

/** What an audit cannot vouch for, said beside what it looked at. */
export const NOT_LOOKED_AT =
  'Not looked at: chats, half-written reports, what became of each message, and who holds which work just now. A chain that was made anew as a whole shows only beside the digest of an earlier audit.'

/** How many findings are said one by one. The first of them are enough to start with. */
const SAID = 50

/** All findings, a sentence each. */
export function sayFindings(findings: readonly Finding[]): readonly string[] {
  const said = findings.slice(0, SAID).map((finding) => `Not whole: ${sayFinding(finding)}.`)
  const left = findings.length - said.length
  return left === 0 ? said : [...said, `And ${many(left, 'more finding')}.`]
}
