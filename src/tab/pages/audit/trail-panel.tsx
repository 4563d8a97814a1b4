import { makeStyles, tokens } from '@fluentui/react-components'
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { memo } from 'react'
import type { TrailLine } from '../../../contract/audit.ts'
import type { Pages } from '../../api/use-pages.ts'
import { exactTimeOf } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { RowList } from '../../ui/row-list.tsx'
import type { AuditFilter } from './audit-filter.ts'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
    '@media (min-width: 800px)': {
      gridTemplateColumns: '11rem minmax(0, 4fr) minmax(0, 5fr) minmax(0, 5fr)',
    },
  },
  says: { fontWeight: tokens.fontWeightSemibold },
  fine: { fontVariantNumeric: 'tabular-nums', unicodeBidi: 'isolate' },
  beside: { color: tokens.colorNeutralForeground2 },
})

const LINKS = { changes: 'event', readings: 'reading' } as const satisfies Record<
  AuditFilter['log'],
  string
>

const EMPTY = {
  changes: 'Nothing was changed that fits this. Ask for a longer time, or for everybody.',
  readings: 'Nobody has read anything that fits this. Ask for a longer time, or for everybody.',
} as const satisfies Record<AuditFilter['log'], string>

const Line = memo(function Line({ line, link }: { line: TrailLine; link: string }) {
  const styles = useStyles()
  const { at, by, says, record, number } = line
  return (
    <div className={styles.line}>
      <time dateTime={at} className={styles.fine}>
        {exactTimeOf(at)}
      </time>
      <span className={styles.says}>{says}</span>
      <span className={styles.fine}>
        {record.name}
        <span className={styles.beside}>
          , {link} {number}
        </span>
      </span>
      <span>
        {by.name}
        {by.workplace !== null && <span className={styles.beside}>, {by.workplace}</span>}
      </span>
    </div>
  )
})

interface Props {
  readonly title: string
  readonly filter: AuditFilter
  readonly pages: Pages<TrailLine>
}

/** The lines of one log, the newest first. */
export function TrailPanel({ title, filter: { log }, pages }: Props) {
  const { rows, problem, retry } = pages
  const isUnknown = problem?.code === 'not-found'
  return (
    <Panel title={title}>
      {!rows && !problem && <Loading rows={6} />}
      {!rows && problem && !isUnknown && <ProblemView problem={problem} onRetry={retry} />}
      {!rows && isUnknown && (
        <EmptyState
          icon={<DocumentSearchRegular />}
          says="There is no record with this reference. Check it: references look like OBS-2026-0042."
        />
      )}
      {rows?.length === 0 && <EmptyState icon={<HistoryRegular />} says={EMPTY[log]} />}
      {rows && rows.length > 0 && (
        <RowList label={title} rows={rows} keyOf={({ record, number }) => `${record.id} ${number}`}>
          {(line) => <Line line={line} link={LINKS[log]} />}
        </RowList>
      )}
      <MoreRows pages={pages} />
    </Panel>
  )
}
