import type { ReactNode } from 'react'
import { useLoad } from '../api/use-load.ts'
import { Loading } from '../ui/loading.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ProblemView } from '../ui/problem-view.tsx'

interface Props<Code> {
  readonly title: string
  readonly load: () => Promise<Code>
  readonly children: (code: Code) => ReactNode
}

/**
 * A page whose code is fetched when somebody comes here. Not with `lazy`: after a fallback, React
 * holds back the next content for a third of a second.
 */
export function LatePage<Code>({ title, load, children }: Props<Code>) {
  const { data, problem } = useLoad(title, load)
  if (data) return children(data)
  return (
    <>
      <PageHeading title={title} />
      {problem ? (
        // A browser may keep a failed import for ever, so trying again loads the whole page.
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
