import type { ObservationQuery } from '../../../contract/observations.ts'
import { Stage } from '../../../contract/observations.ts'

/** Which part of the queue is shown. Kept in the address, so that a link brings it back. */
export interface TriageFilter {
  readonly stage: Stage
  readonly kind: string
  readonly agency: string
}

const AT_ONCE = 25

export const triageFilter = {
  read: (query: URLSearchParams): TriageFilter => ({
    stage: Stage.catch('awaitingTriage').parse(query.get('stage')),
    kind: query.get('kind') ?? '',
    agency: query.get('agency') ?? '',
  }),

  write: (filter: TriageFilter): URLSearchParams => {
    const chosen = Object.entries(filter).filter(
      ([name, value]) => value !== '' && !(name === 'stage' && value === 'awaitingTriage'),
    )
    return new URLSearchParams(chosen)
  },

  /** What to ask the service: the oldest wait first, but of closed ones the latest. */
  asked: ({ stage, kind, agency }: TriageFilter): Partial<ObservationQuery> => ({
    view: 'triage',
    stage: [stage],
    order: stage === 'closed' ? 'newestFirst' : 'oldestFirst',
    size: AT_ONCE,
    ...(kind === '' ? {} : { kind: [kind] }),
    ...(agency === '' ? {} : { agency: [agency] }),
  }),
}
