import { useMemo } from 'react'
import type { ObservationQuery, ObservationRow } from '../../contract/observations.ts'
import type { ApiClient } from './client-types.ts'
import type { Pages } from './use-pages.ts'
import { usePages } from './use-pages.ts'

type Query = Partial<Omit<ObservationQuery, 'after'>>

const keyOf = ({ ref }: ObservationRow) => ref

/** Observations in pages. `refresh` rises when they may have changed. */
export function useObservations(api: ApiClient, query: Query, refresh = 0): Pages<ObservationRow> {
  const listing = useMemo(() => ({ list: api.listObservations, keyOf }), [api])
  return usePages(listing, query, refresh)
}
