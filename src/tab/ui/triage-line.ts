import type { ObservationRow } from '../../contract/observations.ts'
import { dayOf } from './dates.ts'
import { waited } from './waited.ts'

/** What a triager wants to know of one row: how worried, whose, since when, who is on it. */
export function triageLine(row: ObservationRow): string {
  const stand = {
    awaitingTriage: `waiting ${waited(row.waitedWorkingDays)}`,
    underWay: `decided: ${row.outcome?.label ?? 'not known'}`,
    closed: row.closedAt === null ? 'closed' : `closed ${dayOf(row.closedAt)}`,
  }[row.stage]
  const who = row.assignedTo?.name ?? (row.acknowledged ? 'somebody is on it' : null)
  return [row.worry?.label, row.agency.name, stand, row.stage === 'closed' ? null : who]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ')
}
