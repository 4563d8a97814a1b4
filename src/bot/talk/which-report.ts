import { cleanText } from '../../domain/words/text.ts'
import { bothCard } from '../cards/draft-cards.ts'
import type { Draft } from './draft.ts'
import { draftIn } from './draft.ts'
import { wordsOf } from './engine.ts'
import type { Intent, IntentCode } from './read-intent.ts'
import { sentJustNow } from './sent-reports.ts'
import type { Response, Turning } from './turn.ts'

const DELETES: IntentCode = 'deleteReport'
export const TO_DELETE = { intent: DELETES, said: 'I would like this report to be deleted.' }

/** One report was sent just now and another waits unsent: asks which is meant. */
export async function which(
  turning: Turning,
  draft: Draft,
  { code }: Pick<Intent, 'code'>,
  text: string,
): Promise<Response | undefined> {
  const refs = await sentJustNow(turning)
  const said = code === 'changedMind' ? TO_DELETE : { intent: code, said: cleanText(text) }
  const words = { draft: draft.id, words: wordsOf(draft) }
  return refs.length > 0 ? { say: [bothCard(words, refs, said)] } : undefined
}

/** "Delete" where it may mean a report that was sent. */
export async function whichToDelete(turning: Turning): Promise<Response | undefined> {
  const draft = draftIn(turning.dialog)
  return draft === null ? undefined : which(turning, draft, { code: 'changedMind' }, '')
}
