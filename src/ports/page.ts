export interface PageRequest {
  /** From 1 to 100. */
  readonly size: number
  /** Where the page before this one ended; absent for the first page. */
  readonly after?: string
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** How many there are on all pages. */
  readonly total: number
  /** Give it as `after` for the next page; `null` at the end. */
  readonly next: string | null
}
