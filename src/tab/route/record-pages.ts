import type { DescribedName } from '../../contract/records.ts'

/** The address of the page of each kind that is shown as it is described. */
export const RECORD_PAGES = {
  activity: 'activities',
  action: 'actions',
  review: 'reviews',
} as const satisfies Record<DescribedName, string>

export type RecordsPageName = (typeof RECORD_PAGES)[DescribedName]

export const kindIsDescribed = (kind: string): kind is DescribedName =>
  Object.hasOwn(RECORD_PAGES, kind)

/** The kind whose page has this address. */
export const kindAt = (page: string): DescribedName | undefined =>
  // By the type of the table.
  (Object.keys(RECORD_PAGES) as DescribedName[]).find((kind) => RECORD_PAGES[kind] === page)
