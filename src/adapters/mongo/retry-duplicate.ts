import { isDuplicate } from './refusing.ts'

/**
 * Two upserts of one key at the same moment may both try to insert it; the one that comes second
 * finds it there when it tries again.
 */
export async function retryDuplicate<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return work()
  }
}
