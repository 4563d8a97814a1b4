import type {
  ObservationColumns,
  ObservationFilter,
  ObservationOrder,
} from '../domain/observation/columns.ts'
import type { DecisionTime, KindCount } from '../domain/observation/figures.ts'
import type { ObservationScope } from '../domain/observation/routing.ts'
import type { Observation, ObservationEvent } from '../domain/observation/types.ts'
import type { ObservationRef } from '../domain/shared/ids.ts'
import type { Month } from '../domain/shared/time.ts'
import type { Page, PageRequest } from './page.ts'
import type { RecordStore } from './records.ts'

/** One line of a list: narrow columns only, nothing anybody wrote. */
export interface ObservationRow extends ObservationColumns {
  readonly ref: ObservationRef
  readonly version: number
}

export interface ObservationStore extends RecordStore<Observation, ObservationEvent> {
  /** The observation that a submission raised, so that sending twice makes one (I7). */
  raisedBy(submission: string): Promise<ObservationRef | undefined>
  find(
    filter: ObservationFilter,
    order: ObservationOrder,
    page: PageRequest,
  ): Promise<Page<ObservationRow>>
  /**
   * How many were raised of each kind in each month from one to another, zeros left out; of those
   * in a scope alone where one is given.
   */
  kindCounts(from: Month, to: Month, scope?: ObservationScope): Promise<readonly KindCount[]>
  /**
   * How long first decisions took, by the month they were made in; of those in a scope alone where one
   * is given.
   */
  decisionTimes(from: Month, to: Month, scope?: ObservationScope): Promise<readonly DecisionTime[]>
}
