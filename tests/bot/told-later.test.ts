import type { CloudAdapter } from 'botbuilder'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMessenger } from '../../src/bot/teams/messenger.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import type { ObservationChangeCommand } from '../../src/domain/observation/types.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { raiseObservation } from '../../src/usecases/observation/raise-observation.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { buttonsOn, wordsOn } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'

// What people are told when several things have happened before they could be told.

let app: TestApp
beforeAll(async () => {
  app = await startApp({ at: '2026-03-25T09:00:00.000Z' })
  for (const person of ['healthVisitor1', 'seniorNurse', 'deputyNurse'])
    await app.chatAs(person).greet()
})
afterAll(() => app.stop())

const DECIDED = {
  type: 'decide',
  outcome: 'multiAgencyReview',
  reason: 'The first reason, which is long enough.',
  words: 'It will be used for learning.',
  nextReviewOn: null,
} as const

async function raised() {
  const { deps } = app.app
  const text = (question: string) => ({ question, value: { type: 'text', text: 'x y' } }) as const
  const { id } = await raiseObservation(deps, {
    kind: 'nearMiss',
    answers: [
      { question: 'dangerNow', value: { type: 'choice', code: 'no' } },
      ...['couldHaveHappened', 'whatStoppedIt', 'whoElseExposed'].map(text),
    ],
    submission: deps.newId(),
    actor: actorFor(await currentBoard(deps), personId('healthVisitor1')),
  })
  return id
}

async function take(id: string, command: ObservationChangeCommand, person = 'seniorNurse') {
  const { deps } = app.app
  const actor = actorFor(await currentBoard(deps), personId(person))
  await changeRecord(deps, 'observation', { id, command, actor, submission: deps.newId() })
}

const wordsTo = (person: string, since: number) =>
  app
    .chatAs(person)
    .messages.slice(since)
    .map(({ card }) => wordsOn(card))

test('each feedback reaches the reporter in its own words, also when two wait to be sent', async () => {
  const id = await raised()
  await take(id, DECIDED)
  await app.deliver()
  const before = app.chatAs('healthVisitor1').messages.length
  await take(id, { type: 'giveFeedback', mode: 'tellWhatWasDone', text: 'The first thing.' })
  await take(id, { type: 'giveFeedback', mode: 'improveSystems', text: 'The second thing.' })
  await app.deliver()
  const told = wordsTo('healthVisitor1', before)
  expect(told).toHaveLength(2)
  expect(told[0]).toContain('The first thing.')
  expect(told[1]).toContain('The second thing.')
})

test('S13: a decision is told with its reason, also when it has been opened again meanwhile', async () => {
  const id = await raised()
  await app.deliver()
  const before = app.chatAs('healthVisitor1').messages.length
  await take(id, DECIDED)
  await take(id, { type: 'giveFeedback', mode: 'tellWhatWasDone', text: 'Something was done.' })
  await take(id, { type: 'close', readUpTo: 0 })
  await take(id, { type: 'reopen', reason: 'There is news.' })
  await app.deliver()
  const told = wordsTo('healthVisitor1', before)
  expect(told.find((words) => words.includes('there is a decision'))).toContain(DECIDED.reason)
})

test('a question is shown to the reporter on the card that asks it, with a door to answer', async () => {
  const id = await raised()
  await app.deliver()
  const before = app.chatAs('healthVisitor1').messages.length
  await take(id, { type: 'ask', question: 'Which of the two clinics was it?' })
  await app.deliver()
  const [told] = app.chatAs('healthVisitor1').messages.slice(before)
  expect(wordsOn(told?.card)).toContain('Which of the two clinics was it?')
  expect(told?.summary ?? '').not.toContain('clinic')
  expect(buttonsOn(told?.card).map(({ title }) => title)).toContain('Open my report')
})

test('I1: those who triage hear at once that what was added makes it urgent', async () => {
  const id = await raised()
  await app.deliver()
  const before = app.chatAs('seniorNurse').messages.length
  const worry = { question: 'worry', value: { type: 'choice', code: 'veryWorried' } } as const
  await take(id, { type: 'add', text: null, answers: [worry] }, 'healthVisitor1')
  await app.deliver()
  const [told] = wordsTo('seniorNurse', before)
  expect(told).toContain(`${id} has become urgent`)
  expect(told).toContain('How worried: Very worried')
  expect(told).toContain('Decide by: 26 March 2026')
})

test('“Read it” shows everything that was added, under the kind it has now', async () => {
  const id = await raised()
  await take(id, { type: 'correctKind', kind: 'practiceConcern', reason: 'It is about practice.' })
  const text = (question: string, words: string) =>
    ({ question, value: { type: 'text', text: words } }) as const
  for (const [index, question] of ['conditions', 'wouldHelp', 'madeSenseThen'].entries())
    await take(
      id,
      { type: 'add', text: null, answers: [text(question, `answer ${index}`)] },
      'healthVisitor1',
    )
  for (const words of ['one more', 'two more', 'three more', 'four more'])
    await take(id, { type: 'add', text: words, answers: [] }, 'healthVisitor1')
  await app.deliver()
  const senior = app.chatAs('seniorNurse')
  const card = senior.messages.findLast(({ card }) => wordsOn(card).includes(id))?.card
  expect(buttonsOn(card).map(({ title }) => title)).toContain('Read it')
  const read = wordsOn((await senior.press(card, 'Read it')).replaced)
  for (const words of ['answer 0', 'answer 1', 'answer 2', 'one more', 'two more', 'four more'])
    expect(read).toContain(words)
  expect(read).toContain('Raised by: Health Visitor One')
})

test('one message that hangs holds up nobody else’s: it is put off after its time', async () => {
  const { deps } = app.app
  const id = await raised()
  const defects: unknown[] = []
  const hanging = { continueConversationAsync: () => new Promise<void>(() => undefined) }
  const messenger = createMessenger(
    {
      ...deps,
      localMode: null,
      linkTo: (page, title) => ({ title, url: `https://tab.example/${page}` }),
      nudge: () => undefined,
    },
    hanging as unknown as CloudAdapter, // the one method a messenger uses
    {
      appId: '',
      patienceMs: 1,
      onDefect: (error) => {
        defects.push(error)
        return 'reference'
      },
    },
  )
  const conversation = await deps.conversations.get(personId('seniorNurse'))
  if (!conversation) throw new Error('the senior has no chat')
  const notice = { recordKind: 'observation', recordId: id, event: 1, notice: 'triage' } as const
  const recipient = personId('seniorNurse')
  const given = { ...notice, recipient, deliveryId: 'one' }
  const result = await messenger.send(conversation, given, async () => undefined)
  expect(result).toEqual({ outcome: 'later', failure: 'NotSent', retryAfterMs: null })
  expect(defects).toHaveLength(1)
})
