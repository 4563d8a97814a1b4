/** How many sequences are tried, and from where: the only place here that reads the environment. */
export interface Runs {
  readonly numRuns: number
  /** Longer than this nothing is tried. */
  readonly timeLimitMs: number
  readonly path?: string
}

/**
 * PROPERTY_SEED says where every property begins: see `fixed-seed.ts`. In `-1234567@12:0:3` it also
 * says how to get to the simplest that was found of a failure.
 * @param usual how many sequences are tried where nobody asks for more: PROPERTY_RUNS multiplies it
 */
export function runsOf(usual: number): Runs {
  const times = Number(process.env['PROPERTY_RUNS'] ?? 1)
  if (!(times > 0)) throw new RangeError('PROPERTY_RUNS is how many times as many are tried')
  const [, path] = (process.env['PROPERTY_SEED'] ?? '').split('@')
  return {
    numRuns: Math.ceil(usual * times),
    timeLimitMs: 20_000 * Math.max(1, times), // only a machine that is busy takes as long
    ...(path === undefined ? {} : { path }),
  }
}
