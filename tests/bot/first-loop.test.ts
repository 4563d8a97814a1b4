import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOn } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

test('a near miss goes from one sentence to a decision and word back', async () => {
  const reporter = app.chatAs('healthVisitor1')
  const [asked] = await reporter.say(
    'near miss: two babies with the same name were nearly given the same vaccine',
  )
  console.log(wordsOn(asked?.card))
  const a1 = await reporter.press(asked?.card, 'No')
  console.log(a1.status, JSON.stringify(a1.body).slice(0, 300), wordsOn(a1.said[0]?.card))
  const [q3] = await reporter.say('The mother asked')
  console.log(wordsOn(q3?.card))
  const [check] = await reporter.say('not sure')
  console.log(wordsOn(check?.card))
  const done = await reporter.press(check?.card, 'Send')
  console.log(wordsOn(done.said[0]?.card))
  await app.deliver()
  const senior = app.chatAs('seniorNurse')
  console.log(senior.messages.length, reporter.messages.length, app.log)
  await senior.greet()
  await app.deliver()
  console.log(senior.messages.map((m) => wordsOn(m.card)))
  const decide = await senior.press(senior.lastCard, 'Decide')
  console.log(wordsOn(decide.replaced))
  expect(1).toBe(1)
})
