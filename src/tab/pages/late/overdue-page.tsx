import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useLoad } from '../../api/use-load.ts'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { LevelContext } from '../../ui/level-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { wasDue } from './what-is-late.tsx'

const useStyles = makeStyles({
  says: { margin: 0, maxWidth: '65ch' },
  line: { padding: `${tokens.spacingVerticalS} 0` },
})

/**
 * What is late on the whole board, for those who oversee it. Holds no names and nothing anybody
 * wrote.
 */
export function OverduePage() {
  const styles = useStyles()
  const { api } = useSession()
  const { data, problem, retry } = useLoad('late', (signal) => api.listLate({}, signal))
  return (
    <>
      <PageHeading title="What is late">What is late</PageHeading>
      {problem && <ProblemView problem={problem} onRetry={retry} />}
      {!problem && !data && <Loading rows={3} />}
      {data && (
        <LevelContext value={2}>
          {data.lines.length === 0 ? (
            <EmptyState icon={<CheckmarkCircleRegular />} says="Nothing is late." />
          ) : (
            <>
              <p className={styles.says}>
                References and dates only: what was written, and who wrote it, stay with those who
                look at it. Whoever it waits for is reminded.
              </p>
              <Panel title="By agency">
                <Facts
                  facts={data.byAgency.map(({ agency, count }) => ({
                    term: agency.name,
                    value: `${count}`,
                  }))}
                />
              </Panel>
              <Panel title="By matter">
                <Facts
                  facts={data.byMatter.map(({ matter, count }) => ({
                    term: matter,
                    value: `${count}`,
                  }))}
                />
              </Panel>
              <Panel title="What is urgent, then what has been late for longest">
                <RowList
                  label="What is late"
                  rows={data.lines}
                  keyOf={({ ref, matter }) => `${ref} ${matter}`}
                >
                  {({ ref, kind, matter, agency, due, lateWorkingDays }) => (
                    <div className={styles.line}>
                      <Link
                        href={kind === 'observation' ? href.lateOutline(ref) : href.lateRecord(ref)}
                      >
                        {ref}
                      </Link>{' '}
                      {matter} {wasDue({ due, lateWorkingDays })}. {agency.name}
                    </div>
                  )}
                </RowList>
                {data.isMore && <p className={styles.says}>There are more than these.</p>}
              </Panel>
            </>
          )}
        </LevelContext>
      )}
    </>
  )
}
