import { isDuplicate } from './refusing.ts'

/**
 * Changes a document, which is made first where there is none. Not as one upsert: of several that
 * insert at the same moment FerretDB gives each the document it would have made, and so hands out
 * one number several times. Of several inserts alone one wins, on every server.
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
