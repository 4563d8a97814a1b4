import type { Answer } from '../../domain/observation/types.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import { cleanText } from '../../domain/words/text.ts'
import { changeRecord } from '../../usecases/records/change-record.ts'
import { messageCard } from '../cards/build.ts'
import { wroteSection } from '../cards/draft-cards.ts'
import { urgentLine } from '../cards/safety.ts'
import { officeFact } from '../cards/text.ts'
import type { Draft } from './draft.ts'
import { draftIn, laterIn } from './draft.ts'
import { begun } from './engine.ts'
import { position, raising, urgentIn } from './position.ts'
import type { Fields, Response, Turning } from './turn.ts'

interface Added {
  readonly text: string | null
  readonly answers: readonly Answer[]
}

/**
 * Adds to a report that was sent.
 * @param once what this addition is known by: the same again, such as a button pressed twice at the
 * same moment, adds nothing more
 * @returns whether it was still possible
 */
export async function added(
  { deps, actor }: Turning,
  ref: string,
  { text, answers }: Added,
  once: string,
): Promise<boolean> {
  try {
    await changeRecord(deps, 'observation', {
      id: ref,
      command: { type: 'add', text, answers },
      actor,
      submission: once,
    })
  } catch (error) {
    if (isRefusal(error, 'not-possible-now')) return false
    throw error
  }
  deps.nudge()
  return true
}

/**
 * What an answer is known by: where the conversation stands, what was asked and what was said. Other
 * words to the same question are another addition.
 */
export const onceHere = ({ dialog, turn, deps }: Turning, part: string, said: Added): string =>
  `${dialog?.editedAt ?? turn.key}:${part}:${deps.digest(JSON.stringify(said))}`

/** Adds words to a report that was sent. If it is closed by now, keeps them as a new one. */
export async function addWords(
  turning: Turning,
  ref: string,
  words: string,
  once = `${turning.turn.key}:words`,
): Promise<Response> {
  const text = cleanText(words)
  const isAdded = await added(turning, ref, { text, answers: [] }, once)
  return isAdded ? { say: [addedCard(turning, ref, text)] } : keptAsNew(turning, ref, text)
}

/** A button that says danger, since words cannot always be recognised as danger (I1). */
export async function atRisk(turning: Turning, fields: Fields): Promise<Response> {
  const { ref = '' } = fields
  const answers: readonly Answer[] = [
    { question: 'dangerNow', value: { type: 'choice', code: 'yes' } },
  ]
  // Each press tells again: it may be something new.
  const once = `${turning.turn.key}:atRisk`
  const isAdded = await added(turning, ref, { text: null, answers }, once)
  const says = isAdded
    ? `I have added to ${ref} that a child may be at risk. Whoever reads it is told now.`
    : `${ref} is closed, so nobody is told by this. Ring the board office as well, and quote the reference.`
  const card = messageCard('First, look after the child', {
    urgent: urgentLine(turning.board),
    intro: [says],
    facts: isAdded ? [] : [officeFact(turning.board)],
  })
  return { say: [card], replace: messageCard('Said') }
}

/** Says what becomes of added words, and promises nothing else. */
export const saysAdded = (turning: Turning, ref: string, text: string): string =>
  urgentIn(turning, text).urgent
    ? `I have added that to ${ref}. Whoever reads it is told again, as a child may be at risk.`
    : `I have added that to ${ref}, where whoever reads it sees it.`

const addedCard = (turning: Turning, ref: string, text: string) =>
  messageCard('Added. Thank you', {
    ...urgentIn(turning, text),
    intro: [saysAdded(turning, ref, text)],
    sections: wroteSection(text),
    buttons: [{ title: 'Open my report', verb: 'openReport', data: { ref } }],
  })

/** The report was closed meanwhile, so the words begin a new one. */
export function keptAsNew(turning: Turning, ref: string, text: string): Response {
  const { dialog, deps } = turning
  const draft: Draft = begun(deps.newId(), null, text)
  const open = draftIn(dialog)
  const card = messageCard(`${ref} is closed, so nothing can be added to it`, {
    ...urgentIn(turning, text),
    intro: [
      'I have kept what you wrote as the beginning of a new report. Nothing has been sent.',
      ...(open ? ['Below is the other report that you began.'] : []),
    ],
    sections: wroteSection(text),
    buttons: open
      ? [{ title: 'Go on with the new report', verb: 'goOn', data: { draft: draft.id } }]
      : [],
  })
  const later = open ? [...laterIn(dialog), draft] : laterIn(dialog)
  const next = position(turning, open ?? draft, { resume: open !== null })
  return {
    say: [card, ...next.say],
    dialog: raising(turning, open ?? draft, open !== null, { later }),
  }
}
