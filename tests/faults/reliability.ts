import { TestRunner } from 'vitest'

/** What one fault means to people: a line of the table on reliability. */
export interface ReliabilityRow {
  /** What goes wrong, in a few words. */
  readonly fault: string
  /** What the person it happens to sees. */
  readonly seen: string
  /** What is kept, and what is lost where something is. */
  readonly kept: string
  /** The store it was tried on: `SQLite`, `MongoDB`, `both`; `none` where there is none in it. */
  readonly store: string
}

declare module 'vitest' {
  interface TaskMeta {
    reliability?: readonly ReliabilityRow[]
  }
}

/**
 * Puts a row into the table on reliability, on condition that the test passes: called last, it says
 * what the test has just shown.
 */
export function shows(row: ReliabilityRow): void {
  const test = TestRunner.getCurrentTest()
  if (!test) throw new Error('a row of the table belongs to the test that shows it')
  test.meta.reliability = [...(test.meta.reliability ?? []), row]
}
