import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { memo } from 'react'
import type { ObservationRow } from '../../../contract/observations.ts'
import type { Pages } from '../../api/use-pages.ts'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { ObservationLink } from '../../ui/observation-link.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { SameDayBadge } from '../../ui/same-day-badge.tsx'
import { TriageLines } from '../../ui/triage-lines.tsx'
import { Filters } from './filters.tsx'
import type { TriageFilter } from './triage-filter.ts'
import { triageFilter } from './triage-filter.ts'

const useStyles = makeStyles({
  queue: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
  },
})

const EMPTY = {
  awaitingTriage: 'Nothing waits for a decision here. Look at what is under way, or at all kinds.',
  underWay: 'Nothing is under way here. Look at what waits for a decision.',
  closed: 'Nothing has been closed here yet.',
} as const satisfies Record<TriageFilter['stage'], string>

interface RowProps {
  readonly row: ObservationRow
  readonly filter: string
  readonly current: boolean
}

const QueueRow = memo(function QueueRow({ row, filter, current }: RowProps) {
  return (
    <ObservationLink
      row={row}
      to={href.observation(row.ref, new URLSearchParams(filter))}
      current={current}
      badge={row.sameDay && row.stage !== 'closed' && <SameDayBadge />}
    >
      <TriageLines row={row} />
    </ObservationLink>
  )
})

interface Props {
  readonly pages: Pages<ObservationRow>
  readonly filter: TriageFilter
  readonly selected: string | null
}

/** What waits for a decision, the longest wait first, and what became of the rest. */
export function Queue({ pages, filter, selected }: Props) {
  const styles = useStyles()
  const { rows, problem, retry } = pages
  const { me } = useSession()
  const inAddress = triageFilter.write(filter).toString()
  return (
    <div className={styles.queue}>
      <Filters filter={filter} {...me.triage} selected={selected} />
      {!rows && problem && <ProblemView problem={problem} onRetry={retry} />}
      {!rows && !problem && <Loading rows={6} />}
      {rows?.length === 0 && (
        <EmptyState icon={<CheckmarkCircleRegular />} says={EMPTY[filter.stage]} />
      )}
      {rows && rows.length > 0 && (
        <RowList label="Observations" rows={rows} keyOf={({ ref }) => ref}>
          {(row) => <QueueRow row={row} filter={inAddress} current={row.ref === selected} />}
        </RowList>
      )}
      <MoreRows pages={pages} />
    </div>
  )
}
