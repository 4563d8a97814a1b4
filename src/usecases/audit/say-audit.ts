import type { Break } from '../../domain/shared/chain.ts'
import type { AuditResult } from './audit-all.ts'

const HOW: Readonly<Record<Break['why'], (seq: number) => string>> = {
  missing: (seq) => `event ${seq} is missing`,
  changed: (seq) => `event ${seq} is not as it was kept: it, or its seal, was changed`,
  tooMany: (seq) => `there are more events than there should be, from event ${seq} on`,
  headDiffers: (seq) =>
    `the end differs: event ${seq} is not the last one that the record knows of`,
  stateDiffers: (seq) => `the record is not what its events make of it, as of event ${seq}`,
}

/** Which record it is, without anything of what is in it. */
export function sayRecord(kind: string, id: string): string {
  if (kind === 'board') return 'the board settings'
  return kind === 'access' ? `the log of who read ${id}` : id
}

/** Where a chain breaks and how, as a part of a sentence. */
export const sayBreak = ({ kind, id, seq, why }: Break): string =>
  `in ${sayRecord(kind, id)} ${HOW[why](seq)}`

const many = (count: number, one: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : `${one}s`}`

/** What was looked at, as a part of a sentence. */
export const sayLookedAt = ({ records, events, readings }: AuditResult): string =>
  `${many(records, 'record')}, ${many(events - readings, 'event')} and ${many(readings, 'reading')}`
