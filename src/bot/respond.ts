import { assertNever, isRefusal } from '../domain/shared/errors.ts'
import { sayCard } from './cards/talk-cards.ts'
import { SILENCE_MINUTES } from './conversation/draft.ts'
import { readCommand } from './conversation/read-command.ts'
import { dialogOpened, dialogSent } from './respond-dialog.ts'
import { answerToMore, isMore } from './respond-more.ts'
import { position, raisingSaid, startRaising } from './respond-raising.ts'
import { commanded, said, welcomed } from './respond-talk.ts'
import { sentenceFor } from './sentences.ts'
import type { Response, Turning } from './turn.ts'
import { VERB_HANDLERS } from './verb-handlers.ts'
import { isVerb } from './verbs.ts'

/** Words that mean something in the middle of a report and nothing outside it. */
const DIALOG_WORDS = ['back', 'skip', 'stop', 'goOn', 'startAgain', 'deleteDraft', 'send']

/** What the bot answers to one thing a person did. A refusal is an answer too. */
export async function respond(turning: Turning): Promise<Response> {
  try {
    return await responseTo(turning)
  } catch (error) {
    if (!isRefusal(error) || error.code === 'unavailable') throw error
    const intro = turning.turn.caller.actingAs
      ? [`You are acting as ${turning.turn.caller.actingAs}.`]
      : []
    return { say: [sayCard(sentenceFor(error), { intro })] }
  }
}

async function responseTo(turning: Turning): Promise<Response> {
  const { input } = turning.turn
  switch (input.type) {
    case 'greeted':
      return welcomed(turning)
    case 'pressed':
      return isVerb(input.verb)
        ? VERB_HANDLERS[input.verb](turning, input.fields)
        : { say: [sayCard('This button is no longer in use. Type “help” to see what I can do.')] }
    case 'dialogOpened':
      return dialogOpened(turning, input.said)
    case 'dialogSent':
      return dialogSent(turning, input)
    case 'said':
      return toWords(turning, input.text)
    default:
      return assertNever(input)
  }
}

async function toWords(turning: Turning, text: string): Promise<Response> {
  const { dialog, deps } = turning
  const command = readCommand(text)
  const inDialog = dialog !== null && !(dialog.type === 'raising' && dialog.paused)
  if (command && !(inDialog && DIALOG_WORDS.includes(command.type)))
    return commanded(turning, command, text)
  if (dialog?.type === 'introducing') return startRaising(turning, { said: dialog.said })
  if (dialog?.type === 'raising') {
    const silentMs = Date.parse(deps.clock.now()) - Date.parse(dialog.editedAt)
    if (dialog.paused || silentMs > SILENCE_MINUTES * 60_000)
      return position(turning, dialog.draft, { resume: true, note: NOT_TAKEN })
    return raisingSaid(turning, dialog.draft, command?.type, text)
  }
  if (isMore(dialog)) return answerToMore(turning, dialog, command?.type, text)
  return said(turning, text)
}

const NOT_TAKEN = 'I have not taken what you just wrote as an answer. It is still here in the chat.'
