import type { Answer, Observation, RaisedTo } from '../../domain/observation/types.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { Stored } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import type { RecordDeps } from '../records/change-record.ts'
import { makeRecord } from '../records/make-record.ts'

export interface RaiseRequest {
  readonly kind: KindCode
  readonly answers: readonly Answer[]
  /** Absent means the reporter's own agency. */
  readonly to?: RaisedTo | undefined
  /** Made once for each report. Sending it twice raises one observation (I7). */
  readonly submission: string
  readonly actor: Actor
}

/** Raises an observation for its reporter: see `makeRecord`. */
export const raiseObservation = (
  deps: RecordDeps & Pick<Deps, 'references'>,
  { kind, answers, to = 'agency', submission, actor }: RaiseRequest,
): Promise<Stored<Observation>> =>
  makeRecord(deps, 'observation', {
    command: { type: 'raise', kind, answers, to },
    submission,
    actor,
  })
