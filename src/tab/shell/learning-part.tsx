import { useLoad } from '../api/use-load.ts'
import { Loading } from '../ui/loading.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ProblemView } from '../ui/problem-view.tsx'

const learningPage = () => import('../learning/learning-page.tsx')

/**
 * The learning page, whose code is fetched when somebody comes here. Not by `lazy`: React holds
 * back for a third of a second what comes after a fallback.
 */
export function LearningPart({ query }: { readonly query: URLSearchParams }) {
  const { data, problem } = useLoad('learning-page', learningPage)
  if (data) return <data.LearningPage query={query} />
  return (
    <>
      <PageHeading title="Learning" />
      {problem ? (
        // A browser may keep a failed import for ever, so trying again means loading the page again.
        <ProblemView
          problem={problem}
          onRetry={() => window.location.reload()}
          back={{ href: '#/', label: 'Go to Home' }}
        />
      ) : (
        <Loading rows={8} />
      )}
    </>
  )
}
