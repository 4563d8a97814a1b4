import { soundsUrgent } from '../../domain/observation/danger.ts'
import { refOf } from '../../domain/records.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import { cleanText, TEXT_LIMIT } from '../../domain/words/text.ts'
import { yearOf } from '../../domain/words/time.ts'
import { getObservation } from '../../usecases/observation/get-observation.ts'
import { listObservations } from '../../usecases/observation/list-observations.ts'
import { supportCard } from '../cards/asking-cards.ts'
import { messageCard } from '../cards/build.ts'
import { whereCard } from '../cards/draft-cards.ts'
import { openReport } from '../records/triage.ts'
import { addWords } from './add-words.ts'
import { introducing } from './begin.ts'
import { draftIn, isJustNow, laterIn } from './draft.ts'
import { begun, withMore, wordsOf } from './engine.ts'
import { raising, urgentIn } from './position.ts'
import { readCommand } from './read-command.ts'
import { readIntent } from './read-intent.ts'
import { readMention } from './read-mention.ts'
import type { SaidReference } from './read-reference.ts'
import type { Fields, Response, Turning } from './turn.ts'
import { openAgain } from './wishes.ts'

// To which report words belong. Where that is not plain it is asked, and they are kept meanwhile.

const OFFERED_AT_MOST = 3

/** What somebody sent a short while ago and can still add to, newest first. */
export async function sentJustNow({ deps, actor }: Turning): Promise<readonly string[]> {
  const { rows } = await listObservations(
    deps,
    {
      view: 'mine',
      stages: ['awaitingTriage', 'underWay'],
      order: 'newestFirst',
      page: { size: OFFERED_AT_MOST },
    },
    actor,
  )
  return rows.filter(({ raisedAt }) => isJustNow(raisedAt, deps.clock.now())).map(({ ref }) => ref)
}

/** Keeps words beside whatever is open, and asks where they belong; 999 first where they press. */
export function askedWhere(
  turning: Turning,
  said: string,
  { refs = [], note = '' }: { readonly refs?: readonly string[]; readonly note?: string } = {},
): Response {
  const { dialog, deps, actor } = turning
  const told = { refs, note, ...urgentIn(turning, said) }
  const words = cleanText(said)
  if (actor.agency === null) {
    const card = whereCard({ draft: '', words, ...told, refs: [] })
    return { say: [card], dialog: introducing(turning, said) }
  }
  const open = draftIn(dialog)
  // Nothing but words so far, and asked about just before: more of them belong to it.
  const isWaiting = dialog?.type === 'raising' && dialog.paused && open?.kind === null
  const longer = isWaiting && open ? withMore(open, words) : undefined
  const draft = longer ?? begun(deps.newId(), null, words)
  const card = whereCard({ draft: draft.id, words: wordsOf(draft), ...told })
  if (!dialog || !open || longer) return { say: [card], dialog: raising(turning, draft, true) }
  return { say: [card], dialog: { ...dialog, later: [...laterIn(dialog), draft] } }
}

/** Somebody speaks of harming themselves: whom to turn to, before anything else. */
export const supported = ({ board, dialog }: Turning, text: string): Response => ({
  say: [supportCard(board, { draft: draftIn(dialog)?.id ?? null, words: cleanText(text) })],
})

/** What was not taken as part of a report is to be one after all. */
export const keepWords = async (turning: Turning, { words = '' }: Fields): Promise<Response> =>
  words === ''
    ? { say: [], replace: messageCard('Please type it once more') }
    : { ...(await dangerSaid(turning, words)), replace: messageCard('Kept') }

/** Words that sound like danger while nothing is asked (I1). */
export const dangerSaid = async (turning: Turning, said: string, note = ''): Promise<Response> =>
  askedWhere(turning, said, { refs: await sentJustNow(turning), note })

/** A report of one's own by its reference as it was written; without its year this year's or last. */
async function ownReport(
  { deps, actor }: Turning,
  { year, number }: SaidReference,
): Promise<string | undefined> {
  const now = yearOf(deps.clock.now())
  for (const of of year === null ? [now, now - 1] : [year]) {
    const ref = refOf('observation', of, number)
    try {
      const { view } = await getObservation(deps, ref, actor)
      if (view.seenAs === 'reporter') return ref
    } catch (error) {
      if (!isRefusal(error, 'not-found')) throw error
    }
  }
  return undefined
}

/**
 * Words that name a report of one's own are added to it, or it is asked where they belong.
 * @param isAnswer they may be the answer to a question, where they only mention a report
 * @returns `undefined` where they name none
 */
export async function mentioned(
  turning: Turning,
  text: string,
  isAnswer: boolean,
): Promise<Response | undefined> {
  const mention = readMention(text)
  if (!mention || (isAnswer && !mention.isAddressed)) return undefined
  const ref = await ownReport(turning, mention.reference)
  if (ref === undefined) return undefined
  const { words, isAddressed } = mention
  if (words.length > TEXT_LIMIT) return undefined
  if (!isAddressed) return askedWhere(turning, text, { refs: [ref] })
  const isQuestion = readCommand(words) || readIntent(words) || words.endsWith('?')
  if (isQuestion && !soundsUrgent(words)) return openReport(turning, { ref })
  const response = await addWords(turning, ref, words)
  if (response.dialog !== undefined) return response
  const again = openAgain(turning)
  return { ...again, ...response, say: [...response.say, ...again.say] }
}
