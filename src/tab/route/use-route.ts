import { useMemo, useState, useSyncExternalStore } from 'react'
import type { Route } from './route.ts'
import { readRoute } from './route.ts'

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

function placeOf(route: Route): string {
  const within = 'ref' in route ? route.ref : 'part' in route ? route.part : null
  return `${route.page}/${within ?? ''}`
}

export interface Visit {
  readonly route: Route
  /** Rises with each change of place, from 0. A changed filter is the same place. */
  readonly number: number
}

/** Where the tab is, from the address. */
export function useRoute(): Visit {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash)
  const route = useMemo(() => readRoute(hash), [hash])
  const place = placeOf(route)
  const [visit, setVisit] = useState({ place, number: 0 })
  if (visit.place !== place) setVisit({ place, number: visit.number + 1 })
  return { route, number: visit.place === place ? visit.number : visit.number + 1 }
}
