import type { Situation } from '../cards/asking-cards.ts'
import { answerCard } from '../cards/asking-cards.ts'
import type { Button, Card } from '../cards/card-data.ts'
import { readersOf, readersOfDraft } from '../cards/check-card.ts'
import { named } from '../cards/text.ts'
import { DRAFT_DAYS, draftIn } from './draft.ts'
import { readersIn } from './position.ts'
import type { Intent } from './read-intent.ts'
import type { Turning } from './turn.ts'

interface Shown {
  readonly ref?: string
  readonly buttons?: readonly Button[]
  readonly sent?: { readonly ref: string; readonly readers: string }
}

/** The answer to a question or wish, with the names it holds for this person. */
export function cardFor(
  turning: Turning,
  intent: Intent,
  situation: Situation,
  { ref = '', buttons = [], sent }: Shown = {},
): Card {
  const readers = readersIn(turning)
  const draft = draftIn(turning.dialog)
  const canGoPast = readers.office !== null && draft?.to !== 'office' && !sent
  const past: readonly Button[] =
    intent.office && canGoPast
      ? [
          {
            title: 'To the board office',
            verb: 'toOffice',
            data: { draft: draft?.id ?? '' },
          },
        ]
      : []
  return answerCard(intent, turning.board, {
    situation,
    canGoPast,
    names: {
      what: sent ? `Your report ${sent.ref}` : 'What you send',
      readers: sent?.readers ?? (draft ? readersOfDraft(draft, readers) : readers.usual),
      officeReaders: readers.office ?? '',
      agency: named(readers.agency),
      ref,
      days: String(DRAFT_DAYS),
    },
    buttons: [...past, ...buttons],
  })
}

/** Who reads the latest report that was sent. It may have gone past those who usually read. */
export async function readersOfSent({ deps, board }: Turning, ref: string | undefined) {
  const stored = ref === undefined ? undefined : await deps.records.observation.load(ref)
  return stored && { ref: stored.id, readers: readersOf(board, stored.state) }
}
