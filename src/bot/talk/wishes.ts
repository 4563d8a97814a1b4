import type { Answer } from '../../domain/observation/types.ts'
import { cleanText } from '../../domain/words/text.ts'
import { explainCard, meansCard, whichCard } from '../cards/asking-cards.ts'
import { messageCard } from '../cards/build.ts'
import type { Button, Card } from '../cards/card-data.ts'
import { agencyCard } from '../cards/talk-cards.ts'
import { officeFact } from '../cards/text.ts'
import { added } from './add-words.ts'
import { cardFor, readersOfSent } from './card-for-intent.ts'
import type { Draft } from './draft.ts'
import { draftIn, isListening } from './draft.ts'
import { questionAt, withAnswer } from './engine.ts'
import { forgetting } from './keep-next.ts'
import { draftOf, GONE, position, stale } from './position.ts'
import type { Intent } from './read-intent.ts'
import { INTENTS } from './read-intent.ts'
import { sentBy } from './sent-reports.ts'
import { askingCard, isMore, moreQuestion } from './tell-more.ts'
import type { Fields, Response, Turning } from './turn.ts'
import { TO_DELETE, which } from './which-report.ts'

// Questions and wishes at any moment. They are answered, and what was open stays open.

const RAISE: Button = { title: 'Tell us something', verb: 'raise', data: {} }
const CALL_ME: Answer = { question: 'callMe', value: { type: 'choice', code: 'yes' } }

const isHeard = ({ dialog, deps }: Turning) =>
  dialog !== null && isListening(dialog, deps.clock.now())

/** The open question, shown again below the answer so that nobody loses their place. */
export function openAgain(turning: Turning): Pick<Response, 'say' | 'dialog'> {
  const { dialog, board } = turning
  if (!dialog || dialog.type === 'recording' || !isHeard(turning)) return { say: [] }
  if (dialog.type === 'introducing') return { say: [agencyCard(board)] }
  if (isMore(dialog)) return { say: [askingCard(dialog)] }
  // The card of all answers may hold unsent changes, so it is not drawn again.
  return dialog.draft.at === 'check' ? { say: [] } : position(turning, dialog.draft)
}

/** A question or a wish was typed. */
export async function asked(turning: Turning, intent: Intent, text: string): Promise<Response> {
  const { dialog } = turning
  const draft = draftIn(dialog)
  if (intent.code === 'whatDoYouMean') return explained(turning)
  if (isMore(dialog) && isHeard(turning) && isAboutSent(intent)) {
    const done = await askedSent(turning, intent, [dialog.ref], text)
    return { ...done, say: [...done.say, ...openAgain(turning).say] }
  }
  if (draft && !isHeard(turning) && isAboutSent(intent)) {
    const both = await which(turning, draft, intent, text)
    if (both) return both
  }
  if (draft && !(isMore(dialog) && isHeard(turning)))
    return askedUnsent(turning, intent, draft, text)
  const refs = await sentBy(turning)
  if (isAboutSent(intent) && refs.length > 0) return askedSent(turning, intent, refs, text)
  const situation = refs.length > 0 ? 'sent' : 'none'
  const again = openAgain(turning)
  const buttons = again.say.length > 0 ? [] : [RAISE]
  const sent = intent.code === 'whoReads' ? await readersOfSent(turning, refs[0]) : undefined
  const card = cardFor(turning, intent, situation, { buttons, ...(sent && { sent }) })
  return { ...again, say: [card, ...again.say] }
}

function askedUnsent(turning: Turning, intent: Intent, draft: Draft, text: string): Response {
  if (intent.code === 'deleteReport') return forgetting(turning, 'deleteDraft')
  const data = { draft: draft.id }
  const wants = intent.code === 'callMe'
  const next = wants
    ? { ...draft, answers: withAnswer(draft.answers, CALL_ME.question, CALL_ME.value) }
    : draft
  const question = isHeard(turning) ? questionAt(next) : undefined
  const mayBeAnswer = question?.answer.type === 'text' && !text.includes('?')
  const isStopping = intent.code === 'changedMind' || intent.code === 'nameOff'
  const buttons: readonly Button[] = [
    ...(intent.code === 'changeAnswer' && question ? [{ title: 'Back', verb: 'back', data }] : []),
    ...(isStopping
      ? [
          { title: 'Stop', verb: 'stop', data },
          { title: 'Delete it', verb: 'deleteDraft', data },
        ]
      : []),
    ...(question ? [] : [{ title: 'Go on', verb: 'goOn', data }]),
    ...(mayBeAnswer
      ? [
          {
            title: 'That was my answer',
            verb: 'answer',
            data: { ...data, question: question.code, value: cleanText(text) },
          },
        ]
      : []),
  ]
  const { dialog } = turning
  const on =
    dialog?.type === 'raising' ? { ...turning, dialog: { ...dialog, draft: next } } : turning
  const again = openAgain(on)
  const kept = on.dialog && wants ? { dialog: on.dialog } : {}
  return { ...kept, ...again, say: [cardFor(on, intent, 'unsent', { buttons }), ...again.say] }
}

/** About a report that was sent, where there is one. */
const isAboutSent = ({ wish, code }: Intent): boolean =>
  wish === true || code === 'changedMind' || code === 'changeAnswer'

const WHICH =
  'Which report do you mean? I add what you wrote to it, and whoever reads it sees that.'
const SHALL_I = 'I can add to one of these that you would like it deleted.'

async function askedSent(
  turning: Turning,
  intent: Intent,
  refs: readonly string[],
  text: string,
): Promise<Response> {
  const [only = '', ...others] = refs
  if (intent.wish && others.length === 0) return wished(turning, intent, only, text)
  if (intent.wish) {
    const data = { intent: intent.code, said: cleanText(text) }
    return { say: [whichCard(intent.title, WHICH, refs, data)] }
  }
  if (intent.code === 'changeAnswer') {
    const buttons = refs.map((ref) => ({
      title: `Add to ${ref}`,
      verb: 'addSomething',
      data: { ref },
    }))
    return { say: [cardFor(turning, intent, 'sent', { buttons })] }
  }
  return {
    say: [cardFor(turning, intent, 'sent'), whichCard('Shall I?', SHALL_I, refs, TO_DELETE)],
  }
}

/** "delete" with nothing half finished. It may mean a sent report, or nothing. */
export async function nothingToDelete(turning: Turning): Promise<Response> {
  const refs = await sentBy(turning)
  if (refs.length === 0) return { say: [messageCard('There is nothing to delete')] }
  return { say: [whichCard('Nothing is half finished', SHALL_I, refs, TO_DELETE)] }
}

/** A wish about a report that was sent is kept on it. Nothing more is promised. */
async function wished(
  turning: Turning,
  intent: Intent,
  ref: string,
  said: string,
): Promise<Response> {
  const text = cleanText(said)
  const answers = intent.code === 'callMe' ? [CALL_ME] : []
  const isAdded = await added(turning, ref, { text, answers }, 'wish')
  if (!isAdded)
    return {
      say: [
        messageCard(`${ref} is closed, so nothing can be added to it`, {
          intro: [
            'Nobody reads what is written about it now. Ring the board office, and quote the reference.',
          ],
          facts: [officeFact(turning.board)],
        }),
      ],
    }
  const buttons = [{ title: 'Open my report', verb: 'openReport', data: { ref } }]
  return { say: [cardFor(turning, intent, 'sent', { ref, buttons })] }
}

/** The report a wish is about was chosen. */
export async function wishPressed(turning: Turning, fields: Fields): Promise<Response> {
  const { ref = '', said = '' } = fields
  const intent = INTENTS.find(({ code }) => code === fields['intent'])
  const draft = fields['draft'] ? draftOf(turning, fields) : undefined
  if (fields['draft'] && !draft) return stale(turning, GONE)
  if (intent && draft && said !== '')
    return {
      replace: messageCard('What is not sent yet'),
      ...askedUnsent(turning, intent, draft, said),
    }
  if (!intent || said === '') return { say: [], replace: messageCard('Please type it once more') }
  const response = await wished(turning, intent, ref, said)
  return { ...response, replace: messageCard(`About ${ref}`) }
}

function explained(turning: Turning): Response {
  const { dialog } = turning
  if (!dialog || !isHeard(turning))
    return {
      say: [
        explainCard(
          'I take what you notice at work, near misses and good practice alike, and you hear what became of it. Type it in your own words: “The wrong letter nearly went out.”',
          [RAISE, { title: 'Help', verb: 'help', data: {} }],
        ),
      ],
    }
  const again = openAgain(turning)
  return { ...again, say: [explanation(dialog), ...again.say] }
}

function explanation(dialog: NonNullable<Turning['dialog']>): Card {
  if (dialog.type === 'introducing')
    return explainCard(
      'Choose the agency you work for, so that the right people read what you send.',
    )
  if (isMore(dialog)) return meansCard(moreQuestion(dialog))
  if (dialog.type === 'recording')
    return explainCard('Fill in the form above, and press “Record it” when it is right.')
  const question = questionAt(dialog.draft)
  if (question) return meansCard(question)
  return explainCard(
    dialog.draft.at === 'check'
      ? 'The card above holds all your answers. Change what is not right, and press Send. Nobody reads any of it before that.'
      : 'Choose the kind that is closest. It need not fit: whoever reads it can change it. For example: “near miss” where something nearly went wrong.',
  )
}
