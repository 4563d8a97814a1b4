/** Something took longer than its time limit. */
export class TookTooLong extends Error {
  constructor(what: string) {
    super(`${what} took too long`)
    this.name = 'TookTooLong'
  }
}

/**
 * Waits for something that has no time limit of its own.
 * @param what in a few words, for the log
 * @throws TookTooLong when it takes longer; what was begun goes on unheard
 */
export async function withinTime<Result>(
  doing: Promise<Result>,
  ms: number,
  what: string,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(what)), ms)
  })
  return Promise.race([doing, late]).finally(() => clearTimeout(timer))
}
