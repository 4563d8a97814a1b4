import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inputsOn, titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { enoughFor, eventTypes, raised } from '../support/stories.ts'

// What becomes of a form on a triage card while it is filled in.

const STORY = 'Two letters lay beside the wrong envelopes.'
const REASON = 'The same list is used in every clinic.'
const DECISION = { outcome: 'referElsewhere', reason: REASON, words: 'We will talk about it.' }

let app: TestApp
let senior: Chat
let deputy: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse', 'sergeant')
  senior = app.chatAs('seniorNurse')
  deputy = app.chatAs('deputyNurse')
})
afterAll(() => app.stop())

async function waiting() {
  const ref = await raised(app, 'healthVisitor1', { answers: enoughFor('nearMiss', STORY) })
  await app.deliver()
  return { ref, card: senior.lastCard }
}

const versionOf = async (ref: string) =>
  (await app.app.deps.records.observation.load(ref))?.version ?? 0

async function decidedBy(chat: Chat, ref: string) {
  await chat.pressVerb('decide', { ref, version: await versionOf(ref), ...DECISION })
  await app.deliver()
}

/** How the senior's copy of the card was replaced, latest last. */
const updatesOf = (ref: string) =>
  app.teams.updates
    .filter(({ conversation, words }) => conversation === 'chat-seniorNurse' && words.includes(ref))
    .map(({ words }) => words)

const FORMS = ['Decide', 'Reassign', 'Correct the kind']

async function readings(ref: string): Promise<readonly string[]> {
  const { lines } = app.app.deps.trail
  const id = `observation/${ref}`
  return (await lines({ log: 'readings', id }, { size: 20 })).rows.map(({ by }) => by)
}

describe.each(FORMS)('“%s”, opened', (title) => {
  test('tells nobody anything: opening is not starting', async () => {
    const { ref, card } = await waiting()
    const before = app.teams.sent.length
    const { replaced } = await senior.press(card, title)
    await app.deliver()
    expect(titlesOf(replaced)).toContain('Cancel')
    expect(await eventTypes(app, ref)).toEqual(['ObservationRaised'])
    expect(app.teams.sent.slice(before)).toEqual([])
    expect(updatesOf(ref)).toEqual([])
  })

  test('I2: has the story at hand, and is one reading of it', async () => {
    const { ref, card } = await waiting()
    expect(await readings(ref)).toEqual([])
    const { replaced } = await senior.press(card, title)
    expect(wordsOn(replaced)).toContain(STORY)
    expect(await readings(ref)).toEqual(['seniorNurse'])
  })

  test('is not replaced when somebody else decides, and its first press says what happened', async () => {
    const { ref, card } = await waiting()
    const form = (await senior.press(card, title)).replaced
    await decidedBy(deputy, ref)
    expect(updatesOf(ref)).toEqual([])
    const left = await senior.press(form, 'Cancel')
    expect(titleOn(left.replaced)).toBe(`${ref} is decided`)
    await deputy.pressVerb('giveFeedback', {
      ...{ ref, version: await versionOf(ref), mode: 'tellWhatWasDone' },
      text: 'Both lists now carry a date.',
    })
    await app.deliver()
    expect(updatesOf(ref).at(-1)).toContain('The reporter has been told what was done')
  })

  test('is given up after a day: then the card is brought up to date', async () => {
    const { ref, card } = await waiting()
    await senior.press(card, title)
    app.clock.advance({ days: 1, minutes: 1 })
    await decidedBy(deputy, ref)
    expect(updatesOf(ref).at(-1)).toContain(`${ref} is decided`)
  })

  test('goes with the right to see it: the card then shows nothing of the story', async () => {
    const { ref, card } = await waiting()
    await senior.press(card, title)
    const to = { to: 'police', reason: 'They were there as well.' }
    await deputy.pressVerb('reassign', { ref, version: await versionOf(ref), ...to })
    await app.deliver()
    expect(updatesOf(ref).at(-1)).toContain(`${ref} is no longer with you`)
    expect(updatesOf(ref).at(-1)).not.toContain(STORY)
  })
})

test('I2: going on with a form is the same reading, and a step of it that nobody opened another', async () => {
  const { ref, card } = await waiting()
  const form = (await senior.press(card, 'Decide')).replaced
  const writing = (await senior.press(form, 'Go on', { outcome: 'referElsewhere' })).replaced
  expect(wordsOn(writing)).toContain(STORY)
  await senior.press(writing, 'Preview', { reason: 'Short.', words: '' })
  const { reason, words } = DECISION
  const preview = (await senior.press(writing, 'Preview', { reason, words })).replaced
  expect(wordsOn(preview)).toContain(STORY)
  await senior.press(preview, 'Send decision')
  expect(await readings(ref)).toEqual(['seniorNurse'])
  await deputy.pressVerb('fillIn', { action: 'decide', ref, version: 1, outcome: 'referElsewhere' })
  expect([...(await readings(ref))].sort()).toEqual(['deputyNurse', 'seniorNurse'])
})

describe('what was typed', () => {
  test.each([
    ['Reassign', { to: 'police', reason: 'They were there as well.' }],
    ['Correct the kind', { kind: 'riskAhead', reason: 'It has not happened yet.' }],
  ])('into “%s” is given back when it is no longer possible', async (title, typed) => {
    const { ref, card } = await waiting()
    const form = (await senior.press(card, title)).replaced
    await decidedBy(deputy, ref)
    const { replaced } = await senior.press(form, titlesOf(form)[0] ?? '', typed)
    expect(wordsOn(replaced)).toContain('That is not possible now: it is decided.')
    expect(wordsOn(replaced)).toContain('Reason: what you wrote, which was not sent')
    expect(wordsOn(replaced)).toContain(typed.reason)
    expect(wordsOn(replaced)).toContain('Decided by Deputy Nurse')
  })

  test('into “Give feedback” is given back when it is closed meanwhile', async () => {
    const { ref } = await waiting()
    await decidedBy(deputy, ref)
    const card = (await senior.pressVerb('showTriage', { ref })).replaced
    const form = (await senior.press(card, 'Give feedback')).replaced
    const feedback = { mode: 'tellWhatWasDone', text: 'Both lists now carry a date.' }
    await deputy.pressVerb('giveFeedback', { ref, version: await versionOf(ref), ...feedback })
    await deputy.pressVerb('close', { ref, version: await versionOf(ref) })
    const text = 'The clerks now read it aloud.'
    const { replaced } = await senior.press(form, 'Send the feedback', { text })
    expect(titleOn(replaced)).toBe(`${ref} is closed`)
    expect(wordsOn(replaced)).toContain(text)
  })

  test('of a decision is kept at the next step, which says that somebody else has decided', async () => {
    const { ref, card } = await waiting()
    const form = (await senior.press(card, 'Decide')).replaced
    const writing = (await senior.press(form, 'Go on', { outcome: 'multiAgencyReview' })).replaced
    await decidedBy(deputy, ref)
    const { reason, words } = DECISION
    const preview = (await senior.press(writing, 'Preview', { reason, words })).replaced
    expect(wordsOn(preview)).toContain(
      'It changed while you were writing. Decided by Deputy Nurse on',
    )
    const changed = (await senior.press(preview, 'Change it')).replaced
    expect(inputsOn(changed)).toMatchObject({ reason, words })
    expect(wordsOn(changed)).not.toContain('It changed')
  })
})

describe('“Decide” on a card that is out of date', () => {
  test('says who has started on it meanwhile', async () => {
    const { ref, card } = await waiting()
    await deputy.pressVerb('acknowledge', { ref, version: 1 })
    const { replaced } = await senior.press(card, 'Decide')
    expect(wordsOn(replaced)).toContain(
      'It changed since this card was sent. Deputy Nurse has started on it.',
    )
    expect(titlesOf(replaced)).toContain('Go on')
  })

  test('decides nothing anew by chance: it shows the decision', async () => {
    const { ref, card } = await waiting()
    await decidedBy(deputy, ref)
    const { replaced } = await senior.press(card, 'Decide')
    expect(titleOn(replaced)).toBe(`${ref} is decided`)
    expect(wordsOn(replaced)).toContain(
      'It is decided already. To decide anew, open it in the tab.',
    )
  })
})
