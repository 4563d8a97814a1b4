import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personId } from '../../src/domain/words/ids.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { buttonsOn, inputsOn, titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { eventTypes, raised, storedAs } from '../support/stories.ts'

const DECISION = {
  outcome: 'multiAgencyReview',
  reason: 'The same list is used in every clinic.',
  words: 'It will be used for learning, without names.',
}

let app: TestApp
let senior: Chat
let deputy: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse', 'teacher')
  senior = app.chatAs('seniorNurse')
  deputy = app.chatAs('deputyNurse')
})
afterAll(() => app.stop())

async function waiting() {
  const ref = await raised(app)
  await app.deliver()
  return { ref, card: senior.lastCard, deputyCard: deputy.lastCard }
}

/** As far as the preview, by one of the two. */
async function previewed(chat: Chat, card: unknown, outcome = 'multiAgencyReview') {
  const form = await chat.press(card, 'Decide')
  const writing = await chat.press(form.replaced, 'Go on', { outcome })
  const { reason, words } = DECISION
  return (await chat.press(writing.replaced, 'Preview', { reason, words })).replaced
}

const howOften = async (ref: string, type: string) =>
  (await eventTypes(app, ref)).filter((one) => one === type).length

test('the same button pressed twice decides once, and shows the same twice', async () => {
  const { ref, card } = await waiting()
  const preview = await previewed(senior, card)
  const first = await senior.press(preview, 'Send decision')
  const second = await senior.press(preview, 'Send decision')
  expect(titleOn(second.replaced)).toBe(titleOn(first.replaced))
  expect(wordsOn(second.replaced)).toContain('Decided by Senior Nurse')
  expect(wordsOn(second.replaced)).not.toContain('It changed')
  expect(await howOften(ref, 'ObservationDecided')).toBe(1)
})

test('pressed twice at the same moment it decides once, too', async () => {
  const { ref, card } = await waiting()
  const preview = await previewed(senior, card)
  const both = await Promise.all([
    senior.press(preview, 'Send decision'),
    senior.press(preview, 'Send decision'),
  ])
  for (const { replaced } of both) expect(titleOn(replaced)).toBe(`${ref} is decided`)
  expect(await howOften(ref, 'ObservationDecided')).toBe(1)
})

test('of two who decide at the same moment one does; the other is told, and keeps what was typed', async () => {
  const { ref, card, deputyCard } = await waiting()
  const mine = await previewed(senior, card)
  const theirs = await previewed(deputy, deputyCard, 'referElsewhere')
  const both = await Promise.all([
    senior.press(mine, 'Send decision'),
    deputy.press(theirs, 'Send decision'),
  ])
  expect(await howOften(ref, 'ObservationDecided')).toBe(1)
  const won = both.filter(({ replaced }) => titleOn(replaced) === `${ref} is decided`)
  const lost = both.filter(({ replaced }) => titleOn(replaced) !== `${ref} is decided`)
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(wordsOn(lost[0]?.replaced)).toMatch(
    /It changed while you were writing\. Decided by (Senior|Deputy) Nurse on 25 March 2026: /,
  )
  expect(inputsOn(lost[0]?.replaced)).toMatchObject({
    reason: DECISION.reason,
    words: DECISION.words,
  })
})

test('the other may decide anew, having seen what was decided', async () => {
  const { ref, card, deputyCard } = await waiting()
  const mine = await previewed(senior, card)
  const theirs = await previewed(deputy, deputyCard, 'referElsewhere')
  await senior.press(mine, 'Send decision')
  const told = await deputy.press(theirs, 'Send decision')
  const again = await deputy.press(told.replaced, 'Preview')
  await deputy.press(again.replaced, 'Send decision')
  expect(await howOften(ref, 'ObservationDecided')).toBe(2)
  expect(await storedAs(app, ref)).toMatchObject({ decision: { outcome: 'referElsewhere' } })
})

describe('a press on a card that is out of date', () => {
  test.each([
    ['I am on it', 'It changed while you were looking at it'],
    ['Reassign', 'That is not possible now: it is decided. Nothing was changed.'],
    ['Correct the kind', 'That is not possible now: it is decided. Nothing was changed.'],
  ])('“%s” changes nothing and shows how it stands', async (title, says) => {
    const { ref, card } = await waiting()
    const preview = await previewed(deputy, card)
    await deputy.press(preview, 'Send decision')
    const before = await eventTypes(app, ref)
    const { replaced } = await senior.press(card, title)
    expect(wordsOn(replaced)).toContain(says)
    expect(wordsOn(replaced)).toContain('Decided by Deputy Nurse')
    expect(titlesOf(replaced)).not.toContain(title)
    expect(await eventTypes(app, ref)).toEqual(before)
  })

  test.each([
    ['Reassign', { to: 'police', reason: 'They were there as well.' }],
    ['Correct the kind', { kind: 'riskAhead', reason: 'It has not happened yet.' }],
  ])('a form “%s” keeps what was typed when something changed meanwhile', async (title, typed) => {
    const { ref, card } = await waiting()
    const form = (await senior.press(card, title)).replaced
    const submit = buttonsOn(form)[0]?.title ?? ''
    await app.chatAs('healthVisitor1').pressVerb('more', { ref })
    await app.chatAs('healthVisitor1').say('I saw it')
    const before = await eventTypes(app, ref)
    const conflict = await senior.press(form, submit, typed)
    expect(wordsOn(conflict.replaced)).toContain('What you wrote is kept')
    expect(inputsOn(conflict.replaced)).toMatchObject(typed)
    expect(await eventTypes(app, ref)).toEqual(before)
    const done = await senior.press(conflict.replaced, submit)
    expect(await eventTypes(app, ref)).toHaveLength(before.length + 1)
    expect(wordsOn(done.replaced)).not.toContain('It changed')
    await app.chatAs('healthVisitor1').say('stop')
  })

  test('without a version, or with one that is no number, changes nothing', async () => {
    const { ref } = await waiting()
    for (const version of [{}, { version: 'one' }, { version: 99 }, { version: -1 }])
      await senior.pressVerb('acknowledge', { ref, ...version })
    expect(await eventTypes(app, ref)).toEqual(['ObservationRaised'])
  })
})

test('the reporter gets no say in what becomes of their own report', async () => {
  const { ref } = await waiting()
  const reporter = app.chatAs('healthVisitor1')
  for (const verb of ['acknowledge', 'decide', 'reassign', 'correctKind', 'close', 'reopen']) {
    const data = { ref, version: 1, ...DECISION, to: 'police', kind: 'riskAhead' }
    const { status, replaced } = await reporter.pressVerb(verb, data)
    expect(status).toBe(200)
    expect(wordsOn(replaced)).toContain('Sent. Somebody senior will look at it.')
  }
  expect(await eventTypes(app, ref)).toEqual(['ObservationRaised'])
})

test('nobody takes over another’s press: what a card carries says nothing of who pressed', async () => {
  const { ref } = await waiting()
  const data = { ref, version: 1, submission: 'shared', actor: 'seniorNurse', ...DECISION }
  await app.chatAs('teacher').pressVerb('decide', data)
  expect(await eventTypes(app, ref)).toEqual(['ObservationRaised'])
  await senior.pressVerb('decide', data)
  const { replaced } = await deputy.pressVerb('decide', data)
  expect(wordsOn(replaced)).toContain('It changed while you were writing')
  expect(await howOften(ref, 'ObservationDecided')).toBe(1)
})

test('“Close” pressed before there is feedback says what is missing', async () => {
  const { ref, card } = await waiting()
  const preview = await previewed(senior, card)
  await senior.press(preview, 'Send decision')
  const { version } = (await app.app.deps.records.observation.load(ref)) ?? { version: 0 }
  const { replaced } = await senior.pressVerb('close', { ref, version })
  expect(wordsOn(replaced)).toContain('Tell the reporter what was done before you close it.')
  expect((await storedAs(app, ref)).stage).toBe('underWay')
})

test('a change through another door brings the cards in the chats up to date', async () => {
  const { ref } = await waiting()
  await changeRecord(app.app.deps, 'observation', {
    id: ref,
    command: { type: 'acknowledge' },
    actor: { person: personId('healthLead'), agency: null, roles: [] },
    submission: 'elsewhere',
  })
  await app.deliver()
  const updates = app.teams.updates.filter(({ words }) => words.includes(ref))
  expect(updates.map(({ conversation }) => conversation).sort()).toEqual([
    'chat-deputyNurse',
    'chat-seniorNurse',
  ])
  for (const { words } of updates) expect(words).toContain('Health Lead has started on it')
})
