import { afterAll, beforeAll, expect, test } from 'vitest'
import { dateOf } from '../../src/domain/words/time.ts'
import { titleOn, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { raised } from '../support/stories.ts'

let app: TestApp
let senior: Chat
let visitor: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
  senior = app.chatAs('seniorNurse')
  visitor = app.chatAs('healthVisitor1')
})
afterAll(() => app.stop())

const FORM_WORDS = ['When was it?', 'What is it?', 'Learning point 1', 'Learning point 3']

test.each(['learning from supervision', 'Record learning', 'learning'])(
  'S6: “%s” opens one form with today and supervision in it, which says that no names are needed',
  async (words) => {
    const [card] = await visitor.say(words)
    expect(titleOn(card?.card)).toBe('Record learning')
    for (const one of FORM_WORDS) expect(wordsOn(card?.card)).toContain(one)
    expect(wordsOn(card?.card)).toContain('No names are needed')
    expect(JSON.stringify(card?.card)).toContain(`"value":"${dateOf(app.clock.now())}"`)
    expect(JSON.stringify(card?.card)).toContain('"value":"supervision"')
  },
)

test('S6: is kept by one press, also when it is pressed twice, and is opened by its reference', async () => {
  const fields = {
    action: 'record',
    submission: 'a-form',
    heldOn: dateOf(app.clock.now()),
    activity: 'supervision',
    'learning.0.point': 'Read the address aloud.',
  }
  const first = await visitor.pressVerb('takeAction', fields)
  const again = await visitor.pressVerb('takeAction', fields)
  const [ref = ''] = /LRN-\d{4}-\d{4}/.exec(titleOn(first.replaced) ?? '') ?? []
  expect(titleOn(again.replaced)).toBe(`${ref}: Supervision`)
  for (const said of [ref, ref.toLowerCase(), `lrn ${Number(ref.slice(-4))}`]) {
    const [card] = await visitor.say(said)
    expect(wordsOn(card?.card)).toContain('Read the address aloud.')
  }
  const [other] = await app.chatAs('officer1').say(ref)
  expect(titleOn(other?.card)).toContain('We cannot find that.')
})

test('S6: a refusal keeps what was typed, and says what is missing at its field', async () => {
  const { replaced } = await visitor.pressVerb('takeAction', {
    action: 'record',
    submission: 'half-a-form',
    heldOn: dateOf(app.clock.now()),
    activity: 'supervision',
    links: 'OBS-2026-0042',
  })
  expect(wordsOn(replaced)).toContain('Write at least one learning point.')
  expect(JSON.stringify(replaced)).toContain('OBS-2026-0042')
})

test('S6: a decision in the chat plans it, and whoever holds it is asked without anybody’s words', async () => {
  const ref = await raised(app)
  const about = 'How the letters are checked.'
  await senior.pressVerb('decide', {
    ...{ ref, version: 1, outcome: 'supervision', about },
    reason: 'The same could happen in every clinic.',
    words: 'It is talked about in supervision.',
    holder: 'deputyNurse',
    holdBy: '2099-05-29',
  })
  await app.deliver()
  const asked = app.chatAs('deputyNurse').messages.at(-1)?.card
  expect(titleOn(asked)).toMatch(/^LRN-\d{4}-\d{4}: you are asked to hold a learning activity$/)
  expect(wordsOn(asked)).not.toContain(about)
  const [lrn = ''] = /LRN-\d{4}-\d{4}/.exec(titleOn(asked) ?? '') ?? []
  const deputy = app.chatAs('deputyNurse')
  const opened = await deputy.pressVerb('openRecord', { ref: lrn })
  expect(wordsOn(opened.replaced)).toContain(about)
  const held = await deputy.pressVerb('takeAction', {
    ...{ ref: lrn, action: 'hold', version: 1, submission: 'held' },
    heldOn: dateOf(app.clock.now()),
    'learning.0.point': 'Read it aloud.',
  })
  expect(wordsOn(held.replaced)).toContain('Recorded.')
  await app.deliver()
  const told = senior.messages.map(({ card }) => wordsOn(card)).join(' ')
  expect(told).toContain(`What people took from it is recorded in ${lrn}: tell the reporter.`)
})

test('S6: a senior has questions to ask in supervision, one press from recording what came of it', async () => {
  const [card] = await senior.say('supervision prompts')
  expect(titleOn(card?.card)).toBe('Questions to ask in supervision')
  expect(JSON.stringify(card?.card)).toContain('recordLearning')
})
