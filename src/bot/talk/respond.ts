import { soundsUrgent } from '../../domain/observation/danger.ts'
import { soundsDesperate } from '../../domain/observation/distress.ts'
import { assertNever, isRefusal } from '../../domain/words/errors.ts'
import { cleanText } from '../../domain/words/text.ts'
import { sayRefusal } from '../../usecases/say-refusal.ts'
import { CHANGED, changedCard, NO_FILES, noFilesCard } from '../cards/channel-cards.ts'
import { sayCard } from '../cards/talk-cards.ts'
import { recordLearning } from '../records/show-record.ts'
import { dialogOpened, dialogSent } from '../records/task-dialog.ts'
import { VERB_HANDLERS } from '../records/verb-handlers.ts'
import { isVerb } from '../records/verbs.ts'
import { personaCalled } from './act-as.ts'
import { betweenSaid } from './between.ts'
import type { DialogState } from './draft.ts'
import { draftIn, isListening, opened, withDraft, withoutForm } from './draft.ts'
import { isAddition, questionAt } from './engine.ts'
import { introducingAsked } from './keep-next.ts'
import { workSaid } from './open-work.ts'
import { position } from './position.ts'
import { raisingSaid } from './raise.ts'
import { readAnswer } from './read-answer.ts'
import type { Command } from './read-command.ts'
import { readCommand } from './read-command.ts'
import { readIntent } from './read-intent.ts'
import { readKind } from './read-kind.ts'
import { politely, readMore } from './read-more.ts'
import { sentJustNow } from './sent-reports.ts'
import { commanded, introducingSaid, myReports, said, welcomed } from './small-talk.ts'
import { answerToMore, isMore, moreQuestion } from './tell-more.ts'
import type { Input, Response, Turning } from './turn.ts'
import { whichToDelete } from './which-report.ts'
import { asked, openAgain } from './wishes.ts'
import { answeringWhere, dangerSaid, mentioned, moreOfIt, supported } from './words-anywhere.ts'

/** Words that mean something only within a report. */
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
      return input.hasFiles ? withFiles(turning, input.text) : typed(turning, input.text)
    case 'changed':
      return soundsUrgent(input.text)
        ? dangerSaid(turning, input.text, CHANGED[input.how].title)
        : { say: [changedCard(input.how)] }
    default:
      return assertNever(input)
  }
}

/**
 * A button belongs to the report on its card, wherever that waits. What is joined stays waiting.
 */
function inFront(turning: Turning, { verb, fields }: Extract<Input, { type: 'pressed' }>): Turning {
  if (verb === 'join') return turning
  return { ...turning, dialog: opened(turning.dialog, fields['draft'] ?? '') }
}

/** The typed command. An answer may begin with "be", so only a name makes that one a command. */
function commandIn(
  { deps, board, dialog }: Turning,
  text: string,
  isAsked: boolean,
): Command | undefined {
  const command = readCommand(text) ?? movesIn(text)
  if (isAsked && isChosen(dialog, text)) return undefined
  if (command?.type === 'reference' && command.isBare && isAsked && isNumberMeant(dialog))
    return undefined
  if (command?.type !== 'actAs') return command
  if (!deps.localMode) return undefined
  const isMeant = command.whom === '' || personaCalled(board, command.whom) !== undefined
  return isMeant || (!isAsked && /^\s*act as/i.test(text)) ? command : undefined
}

/** What moves a report on, with the manners around it: "yes please send it". */
function movesIn(text: string): Command | undefined {
  const command = politely(text)
  return command && DIALOG_WORDS.includes(command.type) ? command : undefined
}

/** "Not now" is an answer where it is asked whether a child is at risk now. */
function isChosen(dialog: DialogState | null, text: string): boolean {
  const question = dialog?.type === 'raising' ? questionAt(dialog.draft) : undefined
  return question?.answer.type === 'choice' && readAnswer(question, text) !== undefined
}

/** Refuses files first. Words that came with them are taken as they are. */
async function withFiles(turning: Turning, text: string): Promise<Response> {
  const response = text === '' ? { say: [] } : await typed(turning, text)
  const stands = response.dialog === undefined ? turning.dialog : response.dialog
  const draft = draftIn(stands)
  const noted = stands && draft ? { dialog: withDraft(stands, { ...draft, hadFiles: true }) } : {}
  return { ...response, ...noted, say: [noFilesCard(), ...response.say] }
}

/** Whether the open question asks for words, where a number may be one. */
function isNumberMeant(dialog: DialogState | null): boolean {
  const question = isMore(dialog)
    ? moreQuestion(dialog)
    : dialog?.type === 'raising'
      ? questionAt(dialog.draft)
      : undefined
  return question?.answer.type === 'text'
}

const NOT_YET = 'Nothing of it has been sent yet. Here is where we were.'

/** How their reports stand, with the open question below. */
async function howItStands(turning: Turning): Promise<Response> {
  const mine = await myReports(turning)
  const again = openAgain(turning)
  return { ...again, say: [...mine.say, ...again.say] }
}

/** Text typed while a form for learning is open goes into it, unless it is something else. */
async function typed(turning: Turning, text: string): Promise<Response> {
  const { dialog, deps } = turning
  if (dialog?.type !== 'recording') return toWords(turning, text)
  const command = readCommand(text) ?? movesIn(text)
  if (command?.type === 'recordLearning') return recordLearning(turning)
  const isOther = command || readIntent(text) || readMore(text) || readKind(text)?.begins
  const isSafe = !soundsUrgent(text) && !soundsDesperate(text)
  const isNow = isListening(dialog, deps.clock.now())
  if (isNow && !isOther && isSafe && isAddition(text))
    return recordLearning(turning, cleanText(text))
  const left = withoutForm(dialog)
  return { dialog: left, ...(await toWords({ ...turning, dialog: left }, text)) }
}

async function toWords(turning: Turning, text: string): Promise<Response> {
  const { dialog, deps } = turning
  const isAsked = dialog !== null && isListening(dialog, deps.clock.now())
  const command = commandIn(turning, text, isAsked)
  const waiting = draftIn(dialog)
  if (command?.type === 'send' && waiting && !isAsked)
    return position(turning, waiting, { note: NOT_YET })
  if (command?.type === 'deleteDraft' && !isAsked) {
    const both = await whichToDelete(turning)
    if (both) return both
  }
  if (command && !(isAsked && DIALOG_WORDS.includes(command.type)))
    return commanded(turning, command)
  if (!command && soundsDesperate(text)) return supported(turning, text)
  const isUrgent = !command && soundsUrgent(text)
  const intent = command || isUrgent ? undefined : readIntent(text)
  if (intent?.code === 'howItStands') return howItStands(turning)
  if (intent) return asked(turning, intent, text)
  const about = command ? undefined : await mentioned(turning, text, isAsked)
  if (about) return about
  const work =
    command || isUrgent
      ? undefined
      : await workSaid(turning, text, isAsked && isNumberMeant(dialog))
  if (work) return work
  const more =
    command || dialog?.type === 'introducing' ? undefined : await moreOfIt(turning, text, isAsked)
  if (more) return more
  const isFree = !command && !isAsked && dialog?.type !== 'introducing'
  const answering = isFree ? await answeringWhere(turning, text) : undefined
  if (answering) return answering
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
