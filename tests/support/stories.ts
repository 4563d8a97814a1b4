import { randomUUID } from 'node:crypto'
import type { DialogState, Draft } from '../../src/bot/talk/draft.ts'
import { draftIn } from '../../src/bot/talk/draft.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import { triagersOf } from '../../src/domain/observation/routing.ts'
import type { Answer, Observation } from '../../src/domain/observation/types.ts'
import type { KindCode } from '../../src/domain/taxonomies/lists.ts'
import { questionsFor } from '../../src/domain/taxonomies/lists.ts'
import { personId } from '../../src/domain/words/ids.ts'
import type { BoardChangeCommand } from '../../src/usecases/board/change-board.ts'
import { changeBoard } from '../../src/usecases/board/change-board.ts'
import { raiseObservation } from '../../src/usecases/observation/raise-observation.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { titleOn } from './card-reading.ts'
import type { Chat, TestApp } from './start-app.ts'

const STORY = 'Two letters were nearly sent to the wrong address.'

/** An answer to every question that a kind needs answered, and to no other. */
export const enoughFor = (kind: KindCode, words = STORY): readonly Answer[] =>
  questionsFor(kind)
    .filter(({ required }) => required)
    .map(({ code, answer }) => {
      if (answer.type === 'text') return { question: code, value: { type: 'text', text: words } }
      const items = 'items' in answer ? answer.items : []
      const chosen = code === 'dangerNow' ? 'no' : (items[0]?.code ?? '')
      return { question: code, value: { type: 'choice', code: chosen } }
    })

const actorOf = async ({ app }: TestApp, person: string) =>
  actorFor(await currentBoard(app.deps), personId(person))

/** Somebody's report, raised without a chat. Gives its reference. */
export async function raised(
  app: TestApp,
  person = 'healthVisitor1',
  { kind = 'nearMiss' as KindCode, answers = enoughFor(kind), submission = randomUUID() } = {},
): Promise<string> {
  const actor = await actorOf(app, person)
  return (await raiseObservation(app.app.deps, { kind, answers, submission, actor })).id
}

/** Types and presses a whole near miss, up to the card on which everything is checked. */
export async function toldNearMiss(chat: Chat, story = STORY): Promise<unknown> {
  const [asked] = await chat.say(`near miss: ${story}`)
  await chat.press(asked?.card, 'No')
  await chat.say('The clerk rang to ask')
  const [check] = await chat.say('not sure')
  return check?.card
}

/** The same, and sends it: the receipt and the reference on it. */
export async function sentNearMiss(chat: Chat, story = STORY) {
  const { said } = await chat.press(await toldNearMiss(chat, story), 'Send')
  return { receipt: said[0], ref: referenceIn(said[0]?.words) }
}

/** Says that everything half finished may be deleted, as often as needed. */
export async function forgets(chat: Chat): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const said = await chat.say('delete')
    const titles = said.map(({ card }) => titleOn(card))
    if (titles.includes('Which report do you mean?')) {
      await chat.press(said[0]?.card, 'The one not sent yet')
      await chat.say('yes')
    } else if (titles.includes('Delete what you told me?')) await chat.say('yes')
    else if (!titles.some((title) => title.startsWith('Deleted'))) return
  }
}

export const referenceIn = (words = ''): string => /OBS-\d{4}-\d{4,}/.exec(words)?.[0] ?? ''

export async function storedAs(app: TestApp, ref: string): Promise<Observation> {
  const stored = await app.app.deps.records.observation.load(ref)
  if (!stored) throw new Error(`there is no ${ref}`)
  return stored.state
}

export const eventTypes = async ({ app }: TestApp, ref: string): Promise<readonly string[]> =>
  (await app.deps.records.observation.history(ref)).map(({ event }) => event.type)

/** How many observations there are. */
export async function howMany({ app }: TestApp): Promise<number> {
  const scope = [{ agency: null, onlyReporters: null, exceptReporters: [] }]
  return (await app.deps.records.observation.find({ scope }, 'newestFirst', { size: 1 })).total
}

export async function dialogOf({ app }: TestApp, person: string): Promise<DialogState | null> {
  return (await app.deps.turns.dialog(person)).state as DialogState | null // as the bot wrote it
}

/** The half-finished report of somebody. */
export async function draftOf(app: TestApp, person: string): Promise<Draft> {
  const draft = draftIn(await dialogOf(app, person))
  if (!draft) throw new Error(`${person} has no draft`)
  return draft
}

/** What a draft or an observation holds as the answer to a question, in short. */
export function answerIn({ answers }: Pick<Draft, 'answers'>, question: string) {
  const value = answers.find((answer) => answer.question === question)?.value
  if (value?.type === 'text') return value.text
  if (value?.type === 'choice') return value.code
  return value?.type === 'choices' ? value.codes.join() : value?.type
}

/** The board office changes the board settings. */
export async function boardChanges(app: TestApp, command: BoardChangeCommand) {
  const actor = await actorOf(app, 'businessManager')
  await changeBoard(app.app.deps, { command, actor, submission: randomUUID() })
}

/** Somebody leaves: none of their duties counts any more. */
export async function leaves(app: TestApp, person: string) {
  await boardChanges(app, { type: 'markAsLeft', person: personId(person), on: null, to: null })
}

/** A triager of a report decides it, says what was done, and closes it. */
export async function closes(app: TestApp, ref: string) {
  const { deps } = app.app
  const [triager] = triagersOf(await storedAs(app, ref), await currentBoard(deps))
  const actor = await actorOf(app, triager ?? '')
  const reason = 'The same happens elsewhere, too.'
  const words = 'We will talk about it.'
  const commands = [
    { type: 'decide', outcome: 'multiAgencyReview', reason, words, nextReviewOn: null },
    { type: 'giveFeedback', mode: 'tellWhatWasDone', text: 'It was talked about.' },
    { type: 'close', readUpTo: (await storedAs(app, ref)).additions.length },
  ] as const
  for (const command of commands)
    await changeRecord(deps, 'observation', { id: ref, command, actor, submission: randomUUID() })
}
