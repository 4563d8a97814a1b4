import type { Asking, KeptDuty } from '../domain/machinery/duties.ts'
import type { Kind } from '../domain/records.ts'
import type { RecordRef } from '../domain/words/ids.ts'
import type { Instant } from '../domain/words/time.ts'
import type { Page, PageRequest } from './page.ts'

/** One thing that waits, of any kind of record: nothing anybody wrote. */
export interface DutyRow extends Omit<KeptDuty, 'rungs' | 'isAside'> {
  readonly kind: Kind
  readonly record: RecordRef
}

/**
 * What waits, kept together with its records: a save replaces all that waited before. Rows are
 * ordered by rank, due, kind, record and key, so that pages neither repeat nor skip.
 */
export interface DutyLists {
  /** What waits for somebody by the keys they hold: the rule is `isWaitingFor`. */
  waiting(asking: Asking, page: PageRequest): Promise<Page<DutyRow>>
  /** What was due before an instant, for any holder. What lapses is never late. */
  late(now: Instant, atMost: number): Promise<readonly DutyRow[]>
}
