import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isStory } from '../../src/bot/talk/engine.ts'
import { readIntent } from '../../src/bot/talk/read-intent.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { buttonsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { closes, dialogOf, forgets } from '../support/stories.ts'

// Whatever a person does, in any order, their words are kept in the conversation or in a report of
// theirs. The exceptions: they said twice that the words may be deleted, or wrote over them and
// were shown them once more.

type Step =
  | { readonly type: 'tells'; readonly before: string; readonly words: string }
  | { readonly type: 'says'; readonly text: string }
  | { readonly type: 'shows'; readonly words: string }
  | { readonly type: 'names'; readonly how: number; readonly words: string }
  | { readonly type: 'closes' }
  | { readonly type: 'presses'; readonly button: number }
  | { readonly type: 'waits' }

const STORIES = [
  'nobody rang back about the visit',
  'the date on the letter was wrong',
  'he is going to hit her tonight',
  'she has bruises all over her arms',
  'mum said the appointment was cancelled again',
]

const SAYINGS = [
  'yes',
  'no',
  'not sure',
  'very worried',
  'known',
  'weeks',
  'near miss',
  'praise',
  'something feels wrong',
  'back',
  'skip',
  'stop',
  'go on',
  'send',
  'raise',
  'help',
  'hello',
  'my reports',
  'thanks',
  '42',
  'delete',
  'start again',
  'is this anonymous?',
  'my manager is the problem',
  'what do you mean',
  'call me',
  'i changed my mind',
  'i feel terrible about this',
  'take my name off',
] // “delete” only asks: what confirms it is left out of what is pressed and said after it

/** How a report is named beside words. */
const NAMED: readonly ((ref: string) => string)[] = [
  (ref) => `add to ${ref}: `,
  (ref) => `${ref} `,
  (ref) => `${ref.slice(-4)} `,
  () => 'OBS-2019-0001: ',
]

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('tells' as const),
        before: fc.constantFrom('', '', '', 'near miss: ', 'praise: ', 'poor practice: '),
        words: fc.constantFrom(...STORIES),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        type: fc.constant('says' as const),
        text: fc.constantFrom(...SAYINGS),
      }),
    },
    {
      weight: 7,
      arbitrary: fc.record({ type: fc.constant('presses' as const), button: fc.nat(9) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('shows' as const),
        words: fc.constantFrom('', ...STORIES),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('names' as const),
        how: fc.nat(NAMED.length - 1),
        words: fc.constantFrom(...STORIES),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('closes' as const) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('waits' as const) }) },
  ),
  { minLength: 4, maxLength: 22 },
)

/** Buttons that forget words, after a second question. */
const forgetsWords = (data: Readonly<Record<string, unknown>>) => data['sure'] === 'yes'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** Everything kept for somebody: the conversation, and every report of theirs. */
async function keptFor(person: string): Promise<string> {
  const { observation: observations } = app.app.deps.records
  const scope = [{ agency: null, onlyReporters: [personId(person)], exceptReporters: [] }]
  const { rows } = await observations.find({ scope }, 'newestFirst', { size: 100 })
  const reports = await Promise.all(rows.map(({ ref }) => observations.load(ref)))
  return JSON.stringify([await dialogOf(app, person), reports.map((stored) => stored?.state)])
}

const answerTo = async (chat: Chat, text: string): Promise<string> =>
  JSON.stringify((await chat.say(text)).map(({ card }) => card))

const answerWithPicture = async (chat: Chat, text: string): Promise<string> => {
  const picture = { contentType: 'image/png', contentUrl: 'https://files.example/1' }
  const { said } = await chat.send({ type: 'message', text, attachments: [picture] })
  return JSON.stringify(said.map(({ card }) => card))
}

async function latestOf(person: string): Promise<string> {
  const scope = [{ agency: null, onlyReporters: [personId(person)], exceptReporters: [] }]
  const { rows } = await app.app.deps.records.observation.find({ scope }, 'newestFirst', {
    size: 1,
  })
  return rows[0]?.ref ?? 'OBS-2020-0007'
}

const beforeWords = async (person: string, step: Extract<Step, { type: 'tells' | 'names' }>) =>
  step.type === 'tells' ? step.before : (NAMED[step.how]?.(await latestOf(person)) ?? '')

/** The last report of theirs is decided and closed, if there is one. */
async function closesLatest(person: string) {
  const stored = await app.app.deps.records.observation.load(await latestOf(person))
  if (stored?.state.stage === 'awaitingTriage') await closes(app, stored.id)
}

let runs = 0

async function does(chat: Chat, person: string, all: readonly Step[]) {
  const written = new Set<string>()
  let asksToForget = false
  for (const [index, step] of all.entries()) {
    const dialog = await dialogOf(app, person)
    // A person who writes over an answer of their own sees it once more.
    let shown = ''
    if (step.type === 'waits') app.clock.advance({ minutes: 61 })
    else if (step.type === 'closes') await closesLatest(person)
    else if (step.type === 'presses') {
      const buttons = buttonsOn(chat.lastCard).filter(({ data }) => !forgetsWords(data))
      const button = buttons[step.button % Math.max(1, buttons.length)]
      if (button) await chat.press(chat.lastCard, button.title)
    } else if (step.type === 'says') {
      if (!(asksToForget && step.text === 'yes')) shown = await answerTo(chat, step.text)
    } else {
      const words = step.words === '' ? '' : `${step.words} (${runs}.${index})`
      if (step.type === 'shows') shown = await answerWithPicture(chat, words)
      else shown = await answerTo(chat, `${await beforeWords(person, step)}${words}`)
      expect(words === '' || (isStory(words) && !readIntent(words))).toBe(true)
      if (words !== '') written.add(words)
    }
    asksToForget = (await dialogOf(app, person))?.asks !== undefined
    const kept = await keptFor(person)
    for (const words of written) {
      if (kept.includes(words)) continue
      const isOverwritten = dialog?.type === 'raising' && shown.includes(words)
      expect(isOverwritten, `${words} is lost at step ${index}`).toBe(true)
      written.delete(words)
    }
  }
}

const people = ['teacher', 'officer1', 'healthVisitor1', 'newcomer'] as const

test.each(people)(
  'I7: nothing that is told is lost, whatever else is done: %s',
  async (person) => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        runs += 1
        const account = person === 'newcomer' ? `somebody-new-${runs}` : person
        const chat = app.chatAs(account)
        if (person === 'newcomer') await chat.say('act as newcomer')
        else await forgets(chat)
        const id = person === 'newcomer' ? `demo.${account}` : person
        await does(chat, id, all)
      }),
      { numRuns: 15, seed: 20260325, endOnFailure: true },
    )
  },
  120_000,
)
