import { isRefusal } from '../../domain/words/errors.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { BotDeps } from '../talk/turn.ts'

/** After this long a form counts as given up, and its card may be updated. */
const KEPT_MS = 24 * 60 * 60_000

type Kept = Pick<BotDeps, 'turns' | 'clock' | 'newId'>

/** Kept beside the person's own conversation, for as long. */
const placeOf = (person: PersonId, ref: string) => `form/${person}/${ref}`

/** Whether somebody has a form open on their card of an observation. */
export const isFormOpen = async (
  { turns }: Pick<Kept, 'turns'>,
  person: PersonId,
  ref: string,
): Promise<boolean> => (await turns.dialog(placeOf(person, ref))).state !== null

/** Notes that a form is open, or no longer. Nothing that is typed into it is kept here. */
export async function noteForm(
  { turns, clock, newId }: Kept,
  { person, ref, isOpen }: { readonly person: PersonId; readonly ref: string; isOpen: boolean },
): Promise<void> {
  const place = placeOf(person, ref)
  const { version, state } = await turns.dialog(place)
  if (!isOpen && state === null) return
  const now = clock.now()
  try {
    await turns.finish({
      person: place,
      key: `${place}/${newId()}`,
      answer: null,
      keepUntil: now,
      dialog: {
        from: version,
        state: isOpen ? { type: 'form' } : null,
        expiresAt: isOpen ? new Date(Date.parse(now) + KEPT_MS).toISOString() : null,
      },
    })
  } catch (error) {
    // Pressed twice at the same moment: the other press has noted it.
    if (!isRefusal(error, 'conflict')) throw error
  }
}
