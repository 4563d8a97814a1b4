import { makeStyles, tokens } from '@fluentui/react-components'
import { useLoad } from '../api/use-load.ts'
import { href } from '../route/href.ts'
import { useSession } from '../session/session-context.ts'
import { monthNow } from '../ui/dates.ts'
import { LevelContext } from '../ui/level-context.ts'
import { Loading } from '../ui/loading.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ProblemView } from '../ui/problem-view.tsx'
import { FiguresView } from './figures-view.tsx'
import { lastMonths } from './last-months.ts'
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
  const range = rangeIn(query)
  const { data, problem, retry } = useLoad(`figures ${range}`, (signal) =>
    api.figures(lastMonths(range, monthNow(new Date())), signal),
  )
  return (
    <>
      <div className={styles.top}>
        <PageHeading title="Learning" />
        <RangePicker range={range} />
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
