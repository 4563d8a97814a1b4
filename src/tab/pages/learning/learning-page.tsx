import { makeStyles, tokens } from '@fluentui/react-components'
import { useLoad } from '../../api/use-load.ts'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { monthNow } from '../../ui/dates.ts'
import { LevelContext } from '../../ui/level-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { FiguresView } from './figures-view.tsx'
import { RangePicker, rangeIn } from './range-picker.tsx'

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
})

/** Is it working? What people tell us, and how soon somebody decides. */
export function LearningPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useStyles()
  const { api } = useSession()
  const year = Number(monthNow(new Date()).slice(0, 4))
  const range = rangeIn(query, year)
  const { data, problem, retry } = useLoad(`figures ${range.quarters} ${range.to}`, (signal) =>
    api.figures(range, signal),
  )
  return (
    <>
      <div className={styles.top}>
        <PageHeading title="Learning" />
        <RangePicker range={range} year={year} />
      </div>
      <LevelContext value={2}>
        {problem && (
          <ProblemView
            problem={problem}
            onRetry={retry}
            back={{ href: href.home(), label: 'Go to Home' }}
          />
        )}
        {!problem && !data && <Loading rows={8} />}
        {data && <FiguresView figures={data} />}
      </LevelContext>
    </>
  )
}
