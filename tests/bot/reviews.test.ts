import { afterAll, beforeAll, expect, test } from 'vitest'
import { NONE } from '../domain/a-review.ts'
import { titleOn, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { raised } from '../support/stories.ts'

/** What the report says. */
const STORY = 'Two letters'

let app: TestApp
let chair: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'chair', 'businessManager')
  chair = app.chatAs('chair')
})
afterAll(() => app.stop())

/** A statutory question that a senior put, and the review it proposed. */
async function proposed() {
  const observation = await raised(app)
  await app.chatAs('seniorNurse').pressVerb('decide', {
    ...{ ref: observation, version: 1, outcome: 'considerStatutoryReview' },
    reason: 'A child was seriously harmed, and two agencies were there.',
    words: 'It may call for a Serious Case Review.',
  })
  await app.deliver()
  const card = chair.messages
    .map((one) => one.card)
    .findLast((one) => titleOn(one)?.startsWith('REV-'))
  const [ref = ''] = /REV-\d{4}-\d{4}/.exec(titleOn(card) ?? '') ?? []
  return { observation, ref, card }
}

test('S14: the chair is told of it without a story, opens it by its reference, and has it in “my work”', async () => {
  const { observation, ref, card } = await proposed()
  expect(titleOn(card)).toBe(`${ref}: a review is proposed`)
  const [opened] = await chair.say(ref)
  expect(titleOn(opened?.card)).toBe(`${ref}: Serious Case Review (SCR)`)
  expect(JSON.stringify(opened?.card)).toContain(`/tab/#/reviews/${ref}`)
  for (const one of [card, opened?.card]) expect(wordsOn(one)).not.toContain(STORY)
  const [work] = await chair.say('my work')
  expect(wordsOn(work?.card)).toContain('Commission the review, or decline it')
  const [other] = await app.chatAs('healthVisitor1').say(ref)
  expect(titleOn(other?.card)).toContain('We cannot find that.')
  expect(observation).toMatch(/^OBS-/)
})

test('S14: both tests, declining, and the second person, all in the chat', async () => {
  const { ref } = await proposed()
  const answered = await chair.pressVerb('takeAction', {
    ...{ ref, action: 'answerCriteria', version: 1, submission: `criteria-${ref}`, ...NONE },
  })
  expect(wordsOn(answered.replaced)).toContain('Not met.')
  const reason = 'The agencies have learned together from it already.'
  await chair.pressVerb('takeAction', {
    ...{ ref, action: 'declineReview', version: 2, submission: `decline-${ref}`, reason },
  })
  await app.deliver()
  const manager = app.chatAs('businessManager')
  const asked = manager.messages.map(({ card }) => titleOn(card))
  expect(asked).toContain(`${ref}: the chair asks you to agree to declining a review`)
  const opened = await manager.pressVerb('openRecord', { ref })
  expect(wordsOn(opened.replaced)).toContain(reason)
  const form = await manager.pressVerb('openAction', { ref, action: 'agree', version: 3 })
  expect(titleOn(form.replaced)).toBe(`Agree: ${ref}`)
  const [, proposal = ''] = /"proposal":(\d+)/.exec(JSON.stringify(form.replaced)) ?? []
  const agreed = await manager.pressVerb('takeAction', {
    ...{ ref, action: 'agree', version: 3, submission: `agree-${ref}`, proposal },
  })
  expect(wordsOn(agreed.replaced)).toContain('Not going ahead')
  await app.deliver()
  const heard = app.chatAs('seniorNurse').messages.map(({ card }) => titleOn(card))
  expect(heard).toContain(`${ref}: the review you proposed does not go ahead`)
})
