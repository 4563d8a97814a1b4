import { SetupPart } from '../../contract/people.ts'
import type { DescribedName } from '../../contract/records.ts'
import type { RecordsPageName } from './record-pages.ts'
import { kindAt, RECORD_PAGES } from './record-pages.ts'

/** The list from which an outline was opened. */
export type OutlineFrom = 'home' | 'late'

/** A place in the tab, as its address says it. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'late'; readonly ref: string | null }
  | { readonly page: 'triage'; readonly ref: string | null; readonly query: URLSearchParams }
  | {
      readonly page: RecordsPageName
      readonly kind: DescribedName
      readonly ref: string | null
      readonly query: URLSearchParams
    }
  | { readonly page: 'reports'; readonly ref: string }
  | { readonly page: 'outlines'; readonly ref: string; readonly from: OutlineFrom }
  | { readonly page: 'learning' | 'audit'; readonly query: URLSearchParams }
  | { readonly page: 'setup'; readonly part: SetupPart | null }
  | { readonly page: 'unknown' }

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    // Nobody made an address with a stray %, so it leads nowhere.
    return null
  }
}

/** Reads `#/triage/OBS-2026-0042?stage=closed` and its like. */
export function readRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const query = new URLSearchParams(search)
  const [page, given, ...more] = path.split('/').filter((part) => part !== '')
  const ref = given === undefined ? null : decoded(given)
  if (more.length > 0 || (given !== undefined && ref === null)) return { page: 'unknown' }
  if (page === undefined || (page === 'home' && ref === null)) return { page: 'home' }
  if (page === 'triage') return { page, ref, query }
  const kind = kindAt(page)
  if (kind) return { page: RECORD_PAGES[kind], kind, ref, query }
  if (page === 'reports' && ref !== null) return { page, ref }
  if (page === 'outlines' && ref !== null)
    return { page, ref, from: query.get('from') === 'late' ? 'late' : 'home' }
  if (page === 'late') return { page, ref }
  if ((page === 'learning' || page === 'audit') && ref === null) return { page, query }
  // The audit had this address before it had a page of its own.
  if (page === 'setup' && ref === 'audit') return { page: 'audit', query }
  if (page === 'setup') {
    const part = SetupPart.nullable().safeParse(ref)
    if (part.success) return { page, part: part.data }
  }
  return { page: 'unknown' }
}
