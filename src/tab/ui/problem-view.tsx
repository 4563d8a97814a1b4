import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components'
import type { ApiProblem } from '../api/api-problem.ts'
import { PLACE } from './page-heading.tsx'

interface Props {
  readonly problem: ApiProblem
  readonly onRetry?: () => void
  /** A way out besides trying again. */
  readonly back?: { readonly href: string; readonly label: string }
}

/** Why nothing can be shown, with a way on and a way back. */
export function ProblemView({ problem, onRetry, back }: Props) {
  // An old page can never read a new answer.
  const isOutdated = problem.code === 'unreadable'
  const retry = () => {
    if (isOutdated) return window.location.reload()
    // The button disappears with the problem and would take the focus with it.
    document.getElementById(PLACE)?.focus()
    onRetry?.()
  }
  return (
    <div role="alert">
      <MessageBar intent={problem.isUnsure ? 'warning' : 'error'} layout="multiline">
        <MessageBarBody>{problem.detail}</MessageBarBody>
        <MessageBarActions>
          {onRetry && (
            <Button size="small" onClick={retry}>
              {isOutdated ? 'Reload the page' : 'Try again'}
            </Button>
          )}
          {back && <Link href={back.href}>{back.label}</Link>}
        </MessageBarActions>
      </MessageBar>
    </div>
  )
}
