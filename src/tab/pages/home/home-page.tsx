import { makeStyles, tokens } from '@fluentui/react-components'
import { useLoad } from '../../api/use-load.ts'
import { useSession } from '../../session/session-context.ts'
import { LevelContext } from '../../ui/level-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { AskedOfBoard } from './asked-of-board.tsx'
import { MyReports } from './my-reports.tsx'
import { SafetyLine } from './safety-line.tsx'
import { WaitsForMe } from './waits-for-me.tsx'

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
              {waiting && <WaitsForMe waiting={waiting} />}
            </Panel>
            <MyReports mine={data?.mine ?? null} />
            {data && data.asked.total > data.asked.open && <AskedOfBoard asked={data.asked} />}
          </div>
        )}
      </LevelContext>
    </>
  )
}
