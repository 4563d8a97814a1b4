import type { SetupPart } from '../../contract/people.ts'
import type { DescribedName } from '../../contract/records.ts'
import { kindIsDescribed, RECORD_PAGES } from './record-pages.ts'

const withQuery = (path: string, query?: URLSearchParams) =>
  query && query.toString() !== '' ? `${path}?${query}` : path

/** Addresses of the pages; `readRoute` reads them. */
export const href = {
  home: () => '#/',
  triage: (query?: URLSearchParams) => withQuery('#/triage', query),
  observation: (ref: string, query?: URLSearchParams) =>
    withQuery(`#/triage/${encodeURIComponent(ref)}`, query),
  late: () => '#/late',
  lateRecord: (ref: string) => `#/late/${encodeURIComponent(ref)}`,
  outline: (ref: string) => `#/outlines/${encodeURIComponent(ref)}`,
  lateOutline: (ref: string) => `#/outlines/${encodeURIComponent(ref)}?from=late`,
  report: (ref: string) => `#/reports/${encodeURIComponent(ref)}`,
  /** The list of a kind that is shown as it is described. */
  records: (kind: DescribedName, query?: URLSearchParams) =>
    withQuery(`#/${RECORD_PAGES[kind]}`, query),
  /** The page of a record of any kind. */
  record: (kind: string, ref: string) => {
    const page = kindIsDescribed(kind) ? RECORD_PAGES[kind] : 'triage'
    return `#/${page}/${encodeURIComponent(ref)}`
  },
  learning: (query?: URLSearchParams) => withQuery('#/learning', query),
  setup: (part?: SetupPart) => (part === undefined ? '#/setup' : `#/setup/${part}`),
  audit: (query?: URLSearchParams) => withQuery('#/audit', query),
}
