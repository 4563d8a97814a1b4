import { refOf } from '../../domain/records.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import { cleanText } from '../../domain/words/text.ts'
import { yearOf } from '../../domain/words/time.ts'
import { messageCard } from '../cards/build.ts'
import { wroteSection } from '../cards/draft-cards.ts'
import { openRecord } from '../records/show-record.ts'
import type { SaidReference } from './read-reference.ts'
import { readWork } from './read-work.ts'
import type { Response, Turning } from './turn.ts'
import { openAgain } from './wishes.ts'

/**
 * The record of this reference as they may see it. Without a year: this year's, else last year's.
 */
async function opened(
  turning: Turning,
  { kind, year, number }: SaidReference,
): Promise<Response | undefined> {
  const now = yearOf(turning.deps.clock.now())
  for (const of of year === null ? [now, now - 1] : [year]) {
    try {
      return await openRecord(turning, { ref: refOf(kind, of, number) })
    } catch (error) {
      if (!isRefusal(error, 'not-found')) throw error
    }
  }
  return undefined
}

/**
 * Words that ask for something to be done with a record open it with its buttons. Words alone do
 * nothing. The rest of what they say is shown back.
 * @param isAnswer they may answer a question; then only the plainest words count
 * @returns `undefined` where they are no such words, or the record is not theirs to see
 */
export async function workSaid(
  turning: Turning,
  text: string,
  isAnswer: boolean,
): Promise<Response | undefined> {
  const work = readWork(text)
  if (!work || (isAnswer && !work.isPlain)) return undefined
  const response = await opened(turning, work.reference)
  if (!response) return undefined
  const words = cleanText(text)
  const kept = messageCard('What you wrote went to nobody', {
    intro: [
      'I do nothing with a record by words alone. Use the buttons above, and write it there.',
    ],
    sections: wroteSection(words),
    buttons: [{ title: 'Keep it for a report', verb: 'keepWords', data: { words } }],
  })
  const again = openAgain(turning)
  return { ...again, say: [...response.say, ...(work.isPlain ? [] : [kept]), ...again.say] }
}
