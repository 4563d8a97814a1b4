import type { ObservationDetail } from '../../../contract/observations.ts'
import type { Changed } from '../../api/client-types.ts'

/** What each view of an observation is given. */
export interface ViewProps {
  readonly observation: ObservationDetail
  readonly onDone: (changed: Changed<'observation'>, says: string) => void
  readonly onStale: () => Promise<void>
}
