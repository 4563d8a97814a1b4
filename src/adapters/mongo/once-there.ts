import { isDuplicate } from './refusing.ts'

/**
 * Updates a document, inserting it first if missing. Not an upsert: under load FerretDB hands out
 * one number twice. With separate inserts exactly one wins.
 */
export async function onceThere<Found>(
  change: () => Promise<Found | null>,
  begin: () => Promise<unknown>,
): Promise<Found> {
  for (;;) {
    const found = await change()
    if (found) return found
    await begin().catch((error: unknown) => {
      if (!isDuplicate(error)) throw error // another one was first
    })
  }
}
