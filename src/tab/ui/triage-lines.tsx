import { makeStyles, tokens } from '@fluentui/react-components'
import type { ObservationRow } from '../../contract/observations.ts'
import { dayOf } from './dates.ts'
import { waited } from './waited.ts'

const useStyles = makeStyles({
  line: { display: 'block' },
  next: { display: 'block', fontWeight: tokens.fontWeightMedium },
})

function factsOf(row: ObservationRow): string {
  const stands = {
    awaitingTriage: `waiting ${waited(row.waitedWorkingDays)}`,
    underWay: `decided: ${row.outcome?.label ?? 'not known'}`,
    closed: row.closedAt === null ? 'closed' : `closed ${dayOf(row.closedAt)}`,
  }[row.stage]
  const who = row.assignedTo?.name ?? (row.acknowledged ? 'somebody is on it' : null)
  // The next step also says since when.
  const stand = row.waitsFor === null || row.stage === 'underWay' ? stands : null
  return [row.worry?.label, row.agency.name, stand, row.stage === 'closed' ? null : who]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ')
}

/** One row for a triager: what comes next, how worried, whose, since when. */
export function TriageLines({ row }: { readonly row: ObservationRow }) {
  const styles = useStyles()
  return (
    <>
      {row.waitsFor !== null && <span className={styles.next}>{row.waitsFor}</span>}
      <span className={styles.line}>{factsOf(row)}</span>
    </>
  )
}
