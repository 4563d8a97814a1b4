import type { KeptDuty } from '../../domain/machinery/duties.ts'
import type { DutyRow } from '../../ports/duties.ts'

type Key = readonly [rank: number, due: string, kind: string, record: string, key: string]

/** Every part is ASCII and instants have one length, so both stores compare them alike. */
export const orderOf = ({ rank, due, kind, record, key }: DutyRow): Key => [
  rank,
  due,
  kind,
  record,
  key,
]

export const ORDER_TYPES = ['number', 'string', 'string', 'string', 'string'] as const

export function compareOrder(one: readonly (string | number)[], other: typeof one): number {
  for (const [index, part] of one.entries()) {
    const against = other[index] ?? ''
    if (part !== against) return part < against ? -1 : 1
  }
  return 0
}

export const rowOf = (
  kind: DutyRow['kind'],
  record: DutyRow['record'],
  { rungs: _rungs, isAside: _isAside, ...duty }: KeptDuty,
): DutyRow => ({ kind, record, ...duty })
