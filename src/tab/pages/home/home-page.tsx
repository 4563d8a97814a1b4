import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useLoad } from '../../api/use-load.ts'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LevelContext } from '../../ui/level-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { ObservationLink } from '../../ui/observation-link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { SameDayBadge } from '../../ui/same-day-badge.tsx'
import { TriageLines } from '../../ui/triage-lines.tsx'
import { AskedOfBoard } from './asked-of-board.tsx'
import { MyReports } from './my-reports.tsx'
import { ProposedToMe } from './proposed-to-me.tsx'
import { SafetyLine } from './safety-line.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 1000px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
})

/** What waits for me, and what became of what I told. */
export function HomePage() {
  const styles = useStyles()
  const { api, me } = useSession()
  const { data, problem, retry } = useLoad('home', (signal) => api.home({}, signal))
  const waiting = data?.waiting
  return (
    <>
      <SafetyLine referral={me.board.referral} />
      <PageHeading title="Home" />
      <LevelContext value={2}>
        {problem && <ProblemView problem={problem} onRetry={retry} />}
        {!problem && (
          <div className={styles.columns}>
            <Panel title="Waits for me" aside={waiting && waiting.total > 0 ? waiting.total : ''}>
              {!waiting && <Loading />}
              {data?.waiting.rows.length === 0 && (
                <EmptyState
                  icon={<CheckmarkCircleRegular />}
                  says={
                    data.asked.open > 0
                      ? 'No report waits for you. A question to the board is open: it stands below.'
                      : 'Nothing waits for you.'
                  }
                />
              )}
              {waiting && waiting.rows.length > 0 && (
                <RowList label="Waits for me" rows={waiting.rows} keyOf={({ ref }) => ref}>
                  {(row) => (
                    <ObservationLink
                      row={row}
                      to={href.observation(row.ref)}
                      badge={row.sameDay && <SameDayBadge />}
                    >
                      <TriageLines row={row} />
                    </ObservationLink>
                  )}
                </RowList>
              )}
              {waiting && waiting.total > waiting.rows.length && (
                <Link href={href.triage()}>See all {waiting.total} in Triage</Link>
              )}
            </Panel>
            <MyReports mine={data?.mine ?? null} />
            {data && data.proposed.length > 0 && <ProposedToMe proposed={data.proposed} />}
            {data && data.asked.total > 0 && <AskedOfBoard asked={data.asked} />}
          </div>
        )}
      </LevelContext>
    </>
  )
}
