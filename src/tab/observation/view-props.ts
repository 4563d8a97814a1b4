import type { ObservationDetail } from '../../contract/observations.ts'

/** What each view of an observation is given. */
export interface ViewProps {
  readonly observation: ObservationDetail
  readonly onDone: (changed: ObservationDetail, says: string) => void
  readonly onStale: () => Promise<void>
}
