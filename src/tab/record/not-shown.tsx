import { Link } from '@fluentui/react-components'
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search'
import type { ApiProblem, ProblemCode } from '../api/api-problem.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ProblemView } from '../ui/problem-view.tsx'
import { Unsent } from './unsent.tsx'

/** After these, loading again does not help. */
const MISSING: readonly ProblemCode[] = ['not-found', 'malformed']
const OUT_OF_SIGHT: readonly ProblemCode[] = [...MISSING, 'not-your-role']

interface Props {
  readonly reference: string
  readonly problem: ApiProblem
  readonly onRetry: () => void
  readonly back: { readonly href: string; readonly label: string }
}

/** In place of a record that cannot be shown: why, and what its reader typed about it. */
export function NotShown({ reference, problem, onRetry, back }: Props) {
  return (
    <>
      {MISSING.includes(problem.code) ? (
        <EmptyState
          icon={<DocumentSearchRegular />}
          says="We cannot find this reference. Check it, or ask the board office."
        >
          <Link href={back.href}>{back.label}</Link>
        </EmptyState>
      ) : (
        <ProblemView problem={problem} onRetry={onRetry} back={back} />
      )}
      {OUT_OF_SIGHT.includes(problem.code) && <Unsent reference={reference} allowed={[]} />}
    </>
  )
}
