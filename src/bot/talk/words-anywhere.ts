import { soundsUrgent } from '../../domain/observation/danger.ts'
import { refOf } from '../../domain/records.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import { cleanText, TEXT_LIMIT } from '../../domain/words/text.ts'
import { yearOf } from '../../domain/words/time.ts'
import { askedReports } from '../../usecases/observation/asked-reports.ts'
import { getObservation } from '../../usecases/observation/get-observation.ts'
import { supportCard } from '../cards/asking-cards.ts'
import { messageCard } from '../cards/build.ts'
import { whereCard } from '../cards/draft-cards.ts'
import { openReport } from '../records/triage.ts'
import { addWords } from './add-words.ts'
import { introducing } from './begin.ts'
import { addedTo } from './between.ts'
import { draftIn, laterIn } from './draft.ts'
import { begun, isStory, withMore, wordsOf } from './engine.ts'
import { raising, urgentIn } from './position.ts'
import { readCommand } from './read-command.ts'
import { readIntent } from './read-intent.ts'
import { readKind } from './read-kind.ts'
import { readMention } from './read-mention.ts'
import { readMore } from './read-more.ts'
import type { SaidReference } from './read-reference.ts'
import { sentJustNow, sentLately } from './sent-reports.ts'
import { isMore } from './tell-more.ts'
import type { Fields, Response, Turning } from './turn.ts'
import { openAgain } from './wishes.ts'

// Finds the report that words belong to. Where that is not plain, asks and keeps them meanwhile.

/** Keeps words beside what is open and asks where they belong. Words that press show 999 first. */
export function askedWhere(
  turning: Turning,
  said: string,
  {
    refs = [],
    note = '',
    besides = false,
  }: {
    readonly refs?: readonly string[]
    readonly note?: string
    /** Also offers what waits unsent. */
    readonly besides?: boolean
  } = {},
): Response {
  const { dialog, deps, actor } = turning
  const told = { refs, note, ...urgentIn(turning, said) }
  const words = cleanText(said)
  if (actor.agency === null) {
    const card = whereCard({ draft: '', words, ...told, refs: [] })
    return { say: [card], dialog: introducing(turning, said) }
  }
  const open = draftIn(dialog)
  // Only words so far, and asked about just before: more of them belong to it.
  const isWaiting = dialog?.asksWhere?.draft === open?.id && open?.kind === null
  const longer = isWaiting && open ? withMore(open, words) : undefined
  const draft = longer ?? begun(deps.newId(), null, words)
  const hasUnsent = besides && open !== null && !longer
  const card = whereCard({ draft: draft.id, words: wordsOf(draft), hasUnsent, ...told })
  const [only = null, ...others] = refs
  const asksWhere = { draft: draft.id, ref: others.length > 0 ? null : only }
  if (!dialog || !open || longer)
    return { say: [card], dialog: raising(turning, draft, true, { asksWhere }) }
  return { say: [card], dialog: { ...dialog, asksWhere, later: [...laterIn(dialog), draft] } }
}

/** Somebody speaks of harming themselves: whom to turn to, before anything else. */
export const supported = ({ board, dialog }: Turning, text: string): Response => ({
  say: [supportCard(board, { draft: draftIn(dialog)?.id ?? null, words: cleanText(text) })],
})

/** Words not taken as part of a report become one after all. */
export const keepWords = async (turning: Turning, { words = '' }: Fields): Promise<Response> =>
  words === ''
    ? { say: [], replace: messageCard('Please type it once more') }
    : { ...(await dangerSaid(turning, words)), replace: messageCard('Kept') }

/** Words that sound like danger while nothing is asked (I1). */
export const dangerSaid = async (turning: Turning, said: string, note = ''): Promise<Response> =>
  askedWhere(turning, said, { refs: await sentJustNow(turning), note })

/**
 * Words that belong to what was told before. A report sent just now comes before one that waits
 * unsent, and it is asked. With nothing sent they belong to the one that waits.
 * @returns `undefined` where they belong to neither
 */
export async function moreOfIt(
  turning: Turning,
  text: string,
  isAsked: boolean,
): Promise<Response | undefined> {
  const draft = draftIn(turning.dialog)
  const more = readMore(text)
  const isOther = readKind(text)?.begins === true
  if (isAsked && isMore(turning.dialog)) return undefined
  if (isAsked ? more !== 'ofSent' : isOther || !(more || (draft?.kind === null && isStory(text))))
    return undefined
  const just = await sentJustNow(turning)
  const isEarlier = more === 'ofSent' || (more && !draft)
  const refs = just.length > 0 || !isEarlier ? just : await sentLately(turning)
  if (refs.length > 0) return askedWhere(turning, text, { refs, besides: !isAsked })
  return draft && more && !isAsked ? addedTo(turning, draft, text) : undefined
}

/**
 * Words of somebody who is asked something about a report of theirs: most likely their answer.
 * @returns `undefined` where nothing is asked, or they begin another report
 */
export async function answeringWhere(
  turning: Turning,
  text: string,
): Promise<Response | undefined> {
  if (readKind(text)?.begins) return undefined
  const refs = await askedReports(turning.deps, turning.actor)
  if (refs.length === 0) return undefined
  const note = `You were asked something about ${inWords.format(refs)}. If this is your answer, add it there.`
  return askedWhere(turning, text, { refs, note, besides: true })
}

const inWords = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** One's own report by its reference as written. Without a year: this year's, else last year's. */
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
 * @param isAnswer they may answer a question, and only mention a report
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
