import type { Digest } from '../domain/machinery/chain.ts'
import type { WorkingCalendar } from '../domain/words/working-days.ts'
import type { Clock, NewId } from '../ports/clock.ts'
import type { Stores } from '../ports/stores.ts'

/** What the use-cases need from outside; each names the few it uses. */
export interface Deps
  extends Pick<
    Stores,
    | 'board'
    | 'records'
    | 'duties'
    | 'references'
    | 'deliveries'
    | 'conversations'
    | 'turns'
    | 'trail'
    | 'access'
    | 'keeping'
    | 'pace'
  > {
  readonly clock: Clock
  readonly newId: NewId
  readonly calendar: WorkingCalendar
  readonly digest: Digest
}
