import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import type { Home } from '../../../contract/people.ts'
import { href } from '../../route/href.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ObservationLink } from '../../ui/observation-link.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { SameDayBadge } from '../../ui/same-day-badge.tsx'

type Row = Home['waiting']['rows'][number]

const useStyles = makeStyles({
  line: { display: 'block' },
  next: { display: 'block', fontWeight: tokens.fontWeightMedium },
  more: { margin: 0, color: tokens.colorNeutralForeground2 },
})

function toOf({ kind, ref, opens }: Row): string {
  if (kind !== 'observation') return href.record(kind, ref)
  return { outline: href.outline, report: href.report, record: href.observation }[opens](ref)
}

/** What waits for me, of every kind of record: what it is, what to do, by when. */
export function WaitsForMe({ waiting: { rows, total } }: { readonly waiting: Home['waiting'] }) {
  const styles = useStyles()
  if (rows.length === 0)
    return <EmptyState icon={<CheckmarkCircleRegular />} says="Nothing waits for you." />
  return (
    <>
      <RowList label="Waits for me" rows={rows} keyOf={({ ref, opens }) => `${ref} ${opens}`}>
        {(row) => (
          <ObservationLink
            row={{ ref: row.ref, kind: { label: row.title } }}
            to={toOf(row)}
            badge={row.isUrgent && <SameDayBadge />}
          >
            <span className={styles.next}>{row.says}</span>
            <span className={styles.line}>{[...row.about, row.agency.name].join(' · ')}</span>
          </ObservationLink>
        )}
      </RowList>
      {total > rows.length && (
        <p className={styles.more}>
          These are the first {rows.length} of {total}. The others follow when these are done;
          reports stand in Triage, learning activities in Activities, reviews in Reviews, actions in
          Actions.
        </p>
      )}
    </>
  )
}
