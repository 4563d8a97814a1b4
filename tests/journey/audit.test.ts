import { afterAll, beforeAll, expect, test } from 'vitest'
import { ChainState, TrailPage } from '../../src/contract/audit.ts'
import { DomainError } from '../../src/domain/words/errors.ts'
import { sayUnavailable } from '../../src/usecases/say-unavailable.ts'
import { wordsOn } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { sentNearMiss } from '../support/stories.ts'

// Who read what somebody told in confidence: from the chat and the tab to the auditor's page.

const STORY = 'two letters lay beside the wrong envelopes'

let app: TestApp
let ref = ''
beforeAll(async () => {
  app = await startApp({ at: '2026-03-25T09:00:00.000Z' })
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
  ref = (await sentNearMiss(app.chatAs('healthVisitor1'), STORY)).ref
  await app.deliver()
})
afterAll(() => app.stop())

async function asked(person: string, where: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${app.url}/api/${where}`, { headers: { 'X-Act-As': person } })
  return { status: response.status, text: await response.text() }
}

const readings = async () => {
  const { text } = await asked('auditor', `audit/lines?log=readings&record=${ref}`)
  return TrailPage.parse(JSON.parse(text)).rows.map(({ at, by, says }) => [at, by.name, says])
}

test('I2: the card that comes by itself shows nothing of what happened, and is no reading', async () => {
  expect(wordsOn(app.chatAs('seniorNurse').lastCard)).not.toContain(STORY)
  expect(await readings()).toEqual([])
})

test('I2: “Read it” on a card in the chat is noted, and the auditor sees who, when and that door', async () => {
  app.clock.advance({ minutes: 10 })
  const senior = app.chatAs('seniorNurse')
  expect(wordsOn((await senior.press(senior.lastCard, 'Read it')).replaced)).toContain(STORY)
  app.clock.advance({ minutes: 10 })
  expect((await asked('deputyNurse', `observations/${ref}`)).text).toContain(STORY)
  expect(await readings()).toEqual([
    ['2026-03-25T09:20:00.000Z', 'Deputy Nurse', 'Read in the tab'],
    ['2026-03-25T09:10:00.000Z', 'Senior Nurse', 'Read on a card in the chat'],
  ])
})

test('I2: the reporter reads their own report through both doors, and no line is made', async () => {
  const before = await readings()
  const [card] = await app.chatAs('healthVisitor1').say(ref)
  expect(wordsOn(card?.card)).toContain(ref)
  expect((await asked('healthVisitor1', `observations/${ref}`)).text).toContain(STORY)
  expect(await readings()).toEqual(before)
})

test('I2: the auditor sees that both chains are whole, and never what happened', async () => {
  const chain = await asked('auditor', `audit/chain?record=${ref}`)
  expect(ChainState.parse(JSON.parse(chain.text)).chains.map(({ says }) => says)).toEqual([
    `The chain of ${ref} is whole: 1 event.`,
    `The log of who read ${ref} is whole: 2 readings.`,
  ])
  const lines = await asked('auditor', 'audit/lines?size=100')
  for (const { text } of [chain, lines]) expect(text).not.toContain(STORY)
  expect((await asked('auditor', `observations/${ref}`)).status).toBe(404)
})

test('I2: when the log cannot be written, neither door shows what happened', async () => {
  const { access } = app.app.deps
  const { add } = access
  access.add = async () => {
    throw new DomainError('unavailable', { why: 'full' })
  }
  const senior = app.chatAs('seniorNurse')
  const card = senior.messages.find(({ words }) => words.includes(ref))?.card
  const { body } = await senior.press(card, 'Read it')
  const answer = await asked('seniorNurse', `observations/${ref}`)
  access.add = add
  expect(body.value).toBe(sayUnavailable('full'))
  expect(answer.status).toBe(503)
  expect(answer.text).not.toContain(STORY)
  expect(await readings()).toHaveLength(2)
})
