/** What the command line says, for every part. */
export interface BenchOptions {
  /** A server to measure the MongoDB stores on; `null` leaves them out. */
  readonly mongodb: string | null
  /** Where stores and other files of a run are made and removed again; its disk is measured. */
  readonly folder: string
  /** Where the programs leave CPU profiles; `null` for none. */
  readonly profiles: string | null
  /** One short window each: shows that it runs, and nothing else. Nothing is kept of it. */
  readonly quick: boolean
  /** Does this at the end, however the end comes. The last one added is done first. */
  readonly atEnd: (cleanUp: () => Promise<void>) => void
  readonly say: (line: string) => void
}

export interface Target {
  readonly target: string
  readonly wanted: string
  readonly measured: string
  readonly met: boolean
}

/** What a part leaves in `bench/results.json`. */
export interface PartResult {
  readonly targets: readonly Target[]
  readonly [measured: string]: unknown
}

/** One part of the bench: prints its tables, and gives what is kept. */
export type Part = (options: BenchOptions) => Promise<PartResult>
