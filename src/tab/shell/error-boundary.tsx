import type { ReactNode } from 'react'
import { Component } from 'react'
import { problemOf } from '../api/problem-of.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { ProblemView } from '../ui/problem-view.tsx'

interface Props {
  /** Going to another place leaves the broken page. */
  readonly visit: number
  readonly children: ReactNode
}

interface State {
  readonly thrown: unknown
  readonly visit: number
}

/** Catches a page that breaks. Says so, with a way on and a way back. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { thrown: null, visit: this.props.visit }

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { thrown }
  }

  static getDerivedStateFromProps({ visit }: Props, state: State): State | null {
    return visit === state.visit ? null : { thrown: null, visit }
  }

  override render() {
    const { thrown } = this.state
    if (thrown === null) return this.props.children
    return (
      <>
        <PageHeading title="This page cannot be shown" />
        <ProblemView
          problem={problemOf(thrown)}
          // What broke the page is still in its memory, so trying again loads it again.
          onRetry={() => window.location.reload()}
          back={{ href: '#/', label: 'Go to Home' }}
        />
      </>
    )
  }
}
