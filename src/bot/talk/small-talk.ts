import { agenciesToJoin } from '../../domain/board/directory.ts'
import { askedScope } from '../../domain/observation/outline.ts'
import { triageScope } from '../../domain/observation/scope.ts'
import { refOf } from '../../domain/records.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import { agencyId } from '../../domain/words/ids.ts'
import { cleanText } from '../../domain/words/text.ts'
import { yearOf } from '../../domain/words/time.ts'
import { introduceMyself } from '../../usecases/board/introduce-myself.ts'
import { whoIs } from '../../usecases/board/who-is.ts'
import { listObservations } from '../../usecases/observation/list-observations.ts'
import { boardNow } from '../../usecases/records/context-now.ts'
import { listLate, seesLate } from '../../usecases/reminding/list-late.ts'
import { listWaiting } from '../../usecases/reminding/list-waiting.ts'
import { messageCard } from '../cards/build.ts'
import { lateCard } from '../cards/late-card.ts'
import { myReportsCard, myWorkCard } from '../cards/list-cards.ts'
import { promptsCard } from '../cards/record-cards.ts'
import type { Talker } from '../cards/talk-cards.ts'
import {
  agencyCard,
  fallbackCard,
  helpCard,
  nextCard,
  thanksCard,
  welcomeCard,
} from '../cards/talk-cards.ts'
import { openRecord, recordLearning } from '../records/show-record.ts'
import { actAs } from './act-as.ts'
import { introducing, isDangerFirst, raise, startRaising } from './begin.ts'
import { DRAFT_DAYS, draftIn, laterIn } from './draft.ts'
import { isStory } from './engine.ts'
import { forgetting } from './keep-next.ts'
import { position } from './position.ts'
import type { Command } from './read-command.ts'
import { readKind } from './read-kind.ts'
import type { SaidReference } from './read-reference.ts'
import type { Fields, Response, Turning } from './turn.ts'
import { nothingToDelete } from './wishes.ts'
import { dangerSaid } from './words-anywhere.ts'

const talker = ({ board, actor, turn }: Turning): Talker => ({
  board,
  triages: triageScope(actor, board).length + askedScope(actor, board).length > 0,
  oversees: seesLate(actor),
  actingAs: turn.caller.actingAs,
})

/** The bot was opened: offers a half-finished report again, or greets. */
export function welcomed(turning: Turning): Response {
  const draft = draftIn(turning.dialog)
  return draft
    ? position(turning, draft, { resume: true })
    : { say: [welcomeCard(talker(turning))] }
}

/** Words beside a file tell something, however few they are. */
const hasFiles = ({ turn }: Turning) => turn.input.type === 'said' && turn.input.hasFiles

/** Free text outside any dialog: the start of a report if it reads like one, else a way on. */
export function said(turning: Turning, text: string): Response | Promise<Response> {
  const named = readKind(text)
  if (isDangerFirst(text, named !== undefined)) return dangerSaid(turning, text)
  // A person who must first say where they work keeps all of it, with the kind they named.
  if (named) return startRaising(turning, turning.actor.agency === null ? { said: text } : named)
  if (isStory(text) || hasFiles(turning)) return startRaising(turning, { said: text })
  return { say: [fallbackCard(talker(turning))] }
}

const LISTED = 8

export async function myReports({ deps, actor, dialog }: Turning): Promise<Response> {
  const page = { size: LISTED }
  const found = await listObservations(deps, { view: 'mine', order: 'newestFirst', page }, actor)
  const link = deps.linkTo('home', 'Open in the tab')
  const drafts = [draftIn(dialog), ...laterIn(dialog)].filter((draft) => draft !== null)
  return { say: [myReportsCard(found.rows, found.total, link, drafts.slice(0, LISTED))] }
}

export async function myWork({ deps, actor, board }: Turning): Promise<Response> {
  const waiting = await listWaiting(deps, actor, LISTED)
  const link = deps.linkTo('home', 'Open in the tab')
  return { say: [myWorkCard(waiting, board, link)] }
}

export async function commanded(turning: Turning, command: Command): Promise<Response> {
  const draft = draftIn(turning.dialog)
  switch (command.type) {
    case 'raise':
      return raise(turning, {})
    case 'myReports':
      return myReports(turning)
    case 'myWork':
      return myWork(turning)
    case 'recordLearning':
      return recordLearning(turning)
    case 'prompts':
      return { say: [promptsCard()] }
    case 'late':
      return whatIsLate(turning)
    case 'figures':
      return inTab(turning, 'learning', 'Figures')
    case 'setUp':
      return inTab(turning, 'setup', 'Set-up')
    case 'help':
      return { say: [helpCard(talker(turning))] }
    case 'next':
      return { say: [nextCard(talker(turning))] }
    case 'thanks':
      return { say: [thanksCard()] }
    case 'hello':
      return welcomed(turning)
    case 'actAs':
      return actAs(turning, command.whom)
    case 'reference':
      return openReference(turning, command)
    case 'startAgain':
      return draft ? forgetting(turning, 'startAgain') : startRaising(turning, {})
    case 'goOn':
      return draft ? position(turning, draft) : { say: [fallbackCard(talker(turning))] }
    case 'deleteDraft':
      return draft ? forgetting(turning, 'deleteDraft') : nothingToDelete(turning)
    default:
      return draft
        ? position(turning, draft, { resume: true })
        : { say: [fallbackCard(talker(turning))] }
  }
}

/** A person who was asked where they work types its name, or more of their story. */
export function introducingSaid(
  turning: Turning,
  command: Command['type'] | undefined,
  text: string,
): Response | Promise<Response> {
  if (command === 'deleteDraft' || command === 'startAgain') return forgetting(turning, command)
  if (command === 'stop') return introducingStopped(turning)
  if (command) return startRaising(turning, {})
  if (isDangerFirst(text, readKind(text) !== undefined)) return dangerSaid(turning, text)
  const typed = cleanText(text).toLowerCase()
  const agency = turning.board.agencies.find(({ name }) => name.toLowerCase() === typed)
  return agency
    ? agencyChosen(turning, { agency: agency.id })
    : startRaising(turning, { said: text })
}

function introducingStopped(turning: Turning): Response {
  const dialog = introducing(turning, '')
  const isEmpty = dialog.type === 'introducing' && dialog.said === ''
  const kept = `I keep what you wrote for ${DRAFT_DAYS} days and then delete it. Say where you work whenever you like, and go on.`
  return {
    say: [messageCard('Stopped. Nothing was sent', { intro: isEmpty ? [] : [kept] })],
    dialog: isEmpty ? null : dialog,
  }
}

/** A reference as it was written. Without a year: this year's, else last year's. */
async function openReference(
  turning: Turning,
  { kind, year, number }: SaidReference,
): Promise<Response> {
  const now = yearOf(turning.deps.clock.now())
  const open = (of: number) => openRecord(turning, { ref: refOf(kind, of, number) })
  if (year !== null) return open(year)
  try {
    return await open(now)
  } catch (error) {
    if (!isRefusal(error, 'not-found')) throw error
    return open(now - 1)
  }
}

/** What is late on the whole board, for those who oversee it. For others, what waits for them. */
async function whatIsLate(turning: Turning): Promise<Response> {
  const { deps, actor } = turning
  if (!seesLate(actor)) return myWork(turning)
  const link = deps.linkTo('late', 'Open in the tab')
  return { say: [lateCard(await listLate(deps, actor), link)] }
}

/** Shown in the tab only, which says there what this person may see. */
const inTab = ({ deps }: Turning, page: 'learning' | 'setup', title: string): Response => ({
  say: [
    messageCard(title, {
      intro: ['This is a page of the tab. What you see there depends on your role.'],
      links: [deps.linkTo(page, `Open ${title} in the tab`)],
    }),
  ],
})

export const help = (turning: Turning): Response => ({ say: [helpCard(talker(turning))] })
export const next = (turning: Turning): Response => ({ say: [nextCard(talker(turning))] })

/** A person without an entry says where they work, and goes on with what they came to say. */
export async function agencyChosen(turning: Turning, fields: Fields): Promise<Response> {
  const { deps, turn, dialog } = turning
  const chosen = agencyId(fields['agency'] ?? '')
  if (!agenciesToJoin(turning.board).some(({ id }) => id === chosen))
    return { say: [], replace: agencyCard(turning.board, 'Choose the agency you work for.') }
  const { account, name } = turn.caller
  await introduceMyself(deps, { account, name, agency: chosen, submission: turn.key })
  const board = await boardNow(deps)
  const known = { ...turning, board, actor: whoIs(board, account) }
  const replace = messageCard('Thank you')
  const said = dialog?.type === 'introducing' && dialog.said !== '' ? dialog.said : null
  const named = said === null ? undefined : readKind(said)
  if (dialog?.type !== 'introducing') return { say: [welcomeCard(talker(known))], replace }
  return { ...startRaising(known, named ?? { said }), replace }
}
