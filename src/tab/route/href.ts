import type { SetupPart } from '../../contract/people.ts'

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
  report: (ref: string) => `#/reports/${encodeURIComponent(ref)}`,
  activities: (query?: URLSearchParams) => withQuery('#/activities', query),
  activity: (ref: string) => `#/activities/${encodeURIComponent(ref)}`,
  learning: (query?: URLSearchParams) => withQuery('#/learning', query),
  setup: (part?: SetupPart) => (part === undefined ? '#/setup' : `#/setup/${part}`),
  audit: (query?: URLSearchParams) => withQuery('#/audit', query),
}
