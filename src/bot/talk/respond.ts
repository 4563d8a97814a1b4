import { soundsUrgent } from '../../domain/observation/danger.ts'
import { soundsDesperate } from '../../domain/observation/distress.ts'
import { assertNever, isRefusal } from '../../domain/words/errors.ts'
import { sayRefusal } from '../../usecases/say-refusal.ts'
import { CHANGED, changedCard, NO_FILES, noFilesCard } from '../cards/channel-cards.ts'
import { sayCard } from '../cards/talk-cards.ts'
import { dialogOpened, dialogSent } from '../records/task-dialog.ts'
import { VERB_HANDLERS } from '../records/verb-handlers.ts'
import { isVerb } from '../records/verbs.ts'
import { personaCalled } from './act-as.ts'
import type { DialogState } from './draft.ts'
import { draftIn, isListening, opened, withDraft } from './draft.ts'
import { questionAt } from './engine.ts'
import { betweenSaid, introducingAsked } from './keep-next.ts'
import { raisingSaid } from './raise.ts'
import type { Command } from './read-command.ts'
import { readCommand } from './read-command.ts'
import { readIntent } from './read-intent.ts'
import { readKind } from './read-kind.ts'
import { commanded, introducingSaid, said, welcomed } from './small-talk.ts'
import { answerToMore, isMore, moreQuestion } from './tell-more.ts'
import type { Input, Response, Turning } from './turn.ts'
import { asked } from './wishes.ts'
import { dangerSaid, mentioned, sentJustNow, supported } from './words-anywhere.ts'

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
    return { say: [sayCard(sayRefusal(error), { intro })] }
  }
}

async function responseTo(turning: Turning): Promise<Response> {
  const { input } = turning.turn
  switch (input.type) {
    case 'greeted':
      return welcomed(turning)
    case 'pressed':
      return isVerb(input.verb)
        ? VERB_HANDLERS[input.verb](inFront(turning, input), input.fields)
        : { say: [sayCard('This button is no longer in use. Type “help” to see what I can do.')] }
    case 'dialogOpened':
      return dialogOpened(turning, input.said, { note: input.hasFiles ? NO_FILES : '' })
    case 'dialogSent':
      return dialogSent(turning, input)
    case 'said':
      return input.hasFiles ? withFiles(turning, input.text) : toWords(turning, input.text)
    case 'changed':
      return soundsUrgent(input.text)
        ? dangerSaid(turning, input.text, CHANGED[input.how].title)
        : { say: [changedCard(input.how)] }
    default:
      return assertNever(input)
  }
}

/** A button belongs to the report on its card, wherever that waits; what is joined stays waiting. */
function inFront(turning: Turning, { verb, fields }: Extract<Input, { type: 'pressed' }>): Turning {
  if (verb === 'join') return turning
  return { ...turning, dialog: opened(turning.dialog, fields['draft'] ?? '') }
}

/** The command that was typed. An answer may begin with "be", so only a name makes that one. */
function commandIn(
  { deps, board, dialog }: Turning,
  text: string,
  isAsked: boolean,
): Command | undefined {
  const command = readCommand(text)
  if (command?.type === 'reference' && command.isBare && isAsked && isNumberMeant(dialog))
    return undefined
  if (command?.type !== 'actAs') return command
  if (!deps.localMode) return undefined
  const isMeant = command.whom === '' || personaCalled(board, command.whom) !== undefined
  return isMeant || (!isAsked && /^\s*act as/i.test(text)) ? command : undefined
}

/** Files are refused first; the words that came with them are taken as they are. */
async function withFiles(turning: Turning, text: string): Promise<Response> {
  const response = text === '' ? { say: [] } : await toWords(turning, text)
  const stands = response.dialog === undefined ? turning.dialog : response.dialog
  const draft = draftIn(stands)
  const noted = stands && draft ? { dialog: withDraft(stands, { ...draft, hadFiles: true }) } : {}
  return { ...response, ...noted, say: [noFilesCard(), ...response.say] }
}

/** Where words are asked for a number may be one. */
function isNumberMeant(dialog: DialogState | null): boolean {
  const question = isMore(dialog)
    ? moreQuestion(dialog)
    : dialog?.type === 'raising'
      ? questionAt(dialog.draft)
      : undefined
  return question?.answer.type === 'text'
}

async function toWords(turning: Turning, text: string): Promise<Response> {
  const { dialog, deps } = turning
  const isAsked = dialog !== null && isListening(dialog, deps.clock.now())
  const command = commandIn(turning, text, isAsked)
  if (command && !(isAsked && DIALOG_WORDS.includes(command.type)))
    return commanded(turning, command)
  if (!command && soundsDesperate(text)) return supported(turning, text)
  const isUrgent = !command && soundsUrgent(text)
  const intent = command || isUrgent ? undefined : readIntent(text)
  if (intent) return asked(turning, intent, text)
  const about = command ? undefined : await mentioned(turning, text, isAsked)
  if (about) return about
  if (isUrgent && !isAsked && !readKind(text) && (await sentJustNow(turning)).length > 0)
    return dangerSaid(turning, text)
  if (dialog?.type === 'introducing' && dialog.asks)
    return introducingAsked(turning, dialog.asks, text)
  if (dialog?.type === 'introducing') return introducingSaid(turning, command?.type, text)
  if (isAsked && isMore(dialog)) return answerToMore(turning, dialog, command?.type, text)
  const draft = draftIn(dialog)
  if (!draft) {
    const begun = await said({ ...turning, dialog: null }, text)
    return dialog ? { dialog: null, ...begun } : begun
  }
  return isAsked
    ? raisingSaid(turning, draft, command?.type, text)
    : betweenSaid(turning, draft, text)
}
