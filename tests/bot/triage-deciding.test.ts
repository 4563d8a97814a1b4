import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { triageOutcomes } from '../../src/domain/taxonomies/lists.ts'
import { inputsOn, titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { eventTypes, raised, storedAs } from '../support/stories.ts'

const REASON = 'The same list is used in every clinic.'
const WORDS = 'It will be used for learning at the clinic meeting by 30 April, without names.'

let app: TestApp
let reporter: Chat
let senior: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
  reporter = app.chatAs('healthVisitor1')
  senior = app.chatAs('seniorNurse')
})
afterAll(() => app.stop())

/** A new observation and the card with which it came to the senior. */
async function waiting() {
  const ref = await raised(app)
  await app.deliver()
  return { ref, card: senior.lastCard }
}

/** The form in which the reason and the sentence are written. */
async function writing(outcome = 'multiAgencyReview') {
  const { ref, card } = await waiting()
  const form = await senior.press(card, 'Decide')
  const { replaced } = await senior.press(form.replaced, 'Go on', { outcome })
  return { ref, card, form: replaced }
}

/** All that the reporter was told about an observation, oldest first. */
const told = (ref: string) => reporter.messages.filter(({ words }) => words.includes(ref))
const titlesTold = (ref: string) => told(ref).map(({ card }) => titleOn(card))

describe('the form of a decision', () => {
  test.each(triageOutcomes.items)('begins with the sentence for “$label”', async (outcome) => {
    const { ref, form } = await writing(outcome.code)
    expect(titleOn(form)).toBe(`${ref}: ${outcome.label}`)
    const { words = '' } = inputsOn(form)
    expect(words).toContain(ref)
    expect(words).not.toContain('{ref}')
    expect(words).not.toContain('{term.')
  })

  test('asks for the outcome before anything is written', async () => {
    const { card } = await waiting()
    const form = await senior.press(card, 'Decide')
    for (const outcome of ['', 'nothing']) {
      const again = await senior.press(form.replaced, 'Go on', { outcome })
      expect(wordsOn(again.replaced)).toContain('Choose what should happen with it.')
      expect(Object.keys(inputsOn(again.replaced))).toEqual(['outcome'])
    }
  })

  test('S13: a short reason and open gaps are refused, and what was typed stays', async () => {
    const { ref, form } = await writing()
    const typed = { reason: 'Because.', words: 'We will talk about it at {activity} by {date}.' }
    const { replaced } = await senior.press(form, 'Preview', typed)
    expect(wordsOn(replaced)).toContain('Give the reason in at least 20 characters; there are 8.')
    expect(wordsOn(replaced)).toContain(
      'Fill in {activity}, {date} in what the reporter will read.',
    )
    expect(inputsOn(replaced)).toMatchObject(typed)
    expect((await storedAs(app, ref)).stage).toBe('awaitingTriage')
  })

  test('S13: the same is refused when the preview is passed by', async () => {
    const { ref } = await waiting()
    const typed = { outcome: 'referElsewhere', reason: ' '.repeat(40), words: 'Soon, {when}.' }
    const { replaced } = await senior.pressVerb('decide', { ref, version: 1, ...typed })
    expect(wordsOn(replaced)).toContain('at least 20 characters; there are 0.')
    expect(inputsOn(replaced)).toMatchObject({ words: 'Soon, {when}.' })
    expect(await eventTypes(app, ref)).toEqual(['ObservationRaised'])
  })

  test('a date in the past is refused, and one to come is kept', async () => {
    const { ref, form } = await writing()
    const typed = { reason: REASON, words: WORDS, nextReviewOn: '2026-03-24' }
    const refused = await senior.press(form, 'Preview', typed)
    expect(wordsOn(refused.replaced)).toContain('Choose a review date that is today or later')
    const preview = await senior.press(refused.replaced, 'Preview', { nextReviewOn: '2026-05-01' })
    const sent = await senior.press(preview.replaced, 'Send decision')
    expect(wordsOn(sent.replaced)).toContain('Look at it again on: 1 May 2026')
    expect(await storedAs(app, ref)).toMatchObject({ decision: { nextReviewOn: '2026-05-01' } })
  })

  test.each(['1/6/2026', '2026-02-30', '1 June 2026', '2026-06-01T00:00:00Z', 'soon'])(
    'a date such as %s is not guessed: it is said that it cannot be read',
    async (nextReviewOn) => {
      const { ref, form } = await writing()
      const typed = { reason: REASON, words: WORDS, nextReviewOn }
      const { replaced } = await senior.press(form, 'Preview', typed)
      expect(wordsOn(replaced)).toContain('This date cannot be read for certain.')
      expect(inputsOn(replaced)).toMatchObject({ reason: REASON, words: WORDS, nextReviewOn: '' })
      expect((await storedAs(app, ref)).stage).toBe('awaitingTriage')
    },
  )

  test('an outcome that a client sends by its label is that outcome', async () => {
    const { card } = await waiting()
    const form = await senior.press(card, 'Decide')
    const label = triageOutcomes.items.find(({ code }) => code === 'referElsewhere')?.label ?? ''
    const { replaced } = await senior.press(form.replaced, 'Go on', { outcome: label })
    expect(titleOn(replaced)).toContain(label)
  })

  test('the preview shows what the reporter will read, and can be changed or left', async () => {
    const { ref, form } = await writing()
    const preview = await senior.press(form, 'Preview', { reason: REASON, words: WORDS })
    expect(titleOn(preview.replaced)).toBe('This is how the reporter will read it')
    expect(wordsOn(preview.replaced)).toContain(WORDS)
    expect(wordsOn(preview.replaced)).toContain(REASON)
    const changed = await senior.press(preview.replaced, 'Change it')
    expect(inputsOn(changed.replaced)).toMatchObject({ reason: REASON, words: WORDS })
    const left = await senior.press(preview.replaced, 'Cancel')
    expect(titleOn(left.replaced)).toBe(`${ref} waits for a decision`)
    expect((await storedAs(app, ref)).stage).toBe('awaitingTriage')
  })

  test.each([
    ['characters', 'at most 4,000 fit', 'reason '.repeat(600)],
    ['bytes', 'too long for the preview', '‰€'.repeat(1_700)],
  ])('too many %s are said to be, and what was typed stays', async (_, says, text) => {
    const { ref, form } = await writing()
    const { replaced } = await senior.press(form, 'Preview', { reason: text, words: text })
    expect(wordsOn(replaced)).toContain(says)
    expect(inputsOn(replaced)).toMatchObject({ reason: text, words: text })
    expect((await storedAs(app, ref)).stage).toBe('awaitingTriage')
    expect(app.log).toEqual([])
  })

  test.each([
    ['a decision', 'Decide', 'Preview', ['reason', 'words']],
    ['a reason', 'Correct the kind', 'Correct it', ['reason']],
  ])(
    '%s that no card can hold stays in the form as it was typed',
    async (_, open, send, fields) => {
      const { ref, card } = await waiting()
      const opened = (await senior.press(card, open)).replaced
      const form =
        open === 'Decide'
          ? (await senior.press(opened, 'Go on', { outcome: 'multiAgencyReview' })).replaced
          : opened
      const text = '‰€'.repeat(4_500)
      const typed = Object.fromEntries(fields.map((field) => [field, text]))
      const { replaced, said } = await senior.press(form, send, { kind: 'riskAhead', ...typed })
      expect(replaced).toBeUndefined()
      expect(said[0]?.words).toContain(`${ref}: nothing was sent yet`)
      expect(said[0]?.words).toContain('at most 4,000 fit')
      expect(said[0]?.words).toContain('It still stands in the form')
      expect(await eventTypes(app, ref)).toEqual(['ObservationRaised'])
    },
  )
})

test('S13: the reporter hears each step once: begun, decided and why, done, closed, reopened', async () => {
  const { ref, form } = await writing()
  await senior.pressVerb('acknowledge', { ref, version: 1 })
  await app.deliver()
  expect(titlesTold(ref)).toEqual([`${ref}: somebody senior has started on it`])

  const preview = await senior.press(form, 'Preview', { reason: REASON, words: WORDS })
  const decided = await senior.press(preview.replaced, 'Send decision')
  await app.deliver()
  expect(titlesTold(ref).slice(1)).toEqual([`${ref}: there is a decision`])
  expect(told(ref).at(-1)?.words).toContain(WORDS)
  expect(told(ref).at(-1)?.words).toContain(REASON)
  expect(titlesOf(decided.replaced)).not.toContain('Close')

  const feedback = (await senior.press(decided.replaced, 'Give feedback')).replaced
  const empty = await senior.press(feedback, 'Send the feedback', { text: '  ' })
  expect(titleOn(empty.replaced)).toBe(titleOn(feedback))
  const text = 'Both clinics now read the date aloud.'
  const given = await senior.press(empty.replaced, 'Send the feedback', { text })
  await app.deliver()
  expect(titlesTold(ref).slice(2)).toEqual([`${ref}: what was done`])
  expect(told(ref).at(-1)?.words).toContain(text)

  const closed = await senior.press(given.replaced, 'Close')
  await app.deliver()
  expect(titlesTold(ref).slice(3)).toEqual([`${ref} is closed`])

  const form2 = (await senior.press(closed.replaced, 'Open again')).replaced
  const unsaid = await senior.press(form2, 'Open again', { reason: '' })
  expect(wordsOn(unsaid.replaced)).toContain('Give a reason')
  await senior.press(unsaid.replaced, 'Open again', { reason: 'It happened once more.' })
  await app.deliver()
  expect(titlesTold(ref).slice(4)).toEqual([`${ref} has been opened again`])
  for (const { summary } of told(ref)) expect(summary).not.toMatch(/clinic|list|Nurse/)
  expect(await eventTypes(app, ref)).toEqual([
    'ObservationRaised',
    'ObservationAcknowledged',
    'ObservationDecided',
    'FeedbackGiven',
    'ObservationClosed',
    'ObservationReopened',
  ])
})

test('“I am on it” tells the reporter at once, and goes from the card', async () => {
  const { ref, card } = await waiting()
  const { replaced } = await senior.press(card, 'I am on it')
  expect(titlesOf(replaced)).not.toContain('I am on it')
  await senior.press(replaced, 'Decide')
  await app.deliver()
  expect(titlesTold(ref)).toEqual([`${ref}: somebody senior has started on it`])
})

test('every copy of the card that was sent shows the result, in its own place', async () => {
  const { ref, form } = await writing()
  const copies = ['seniorNurse', 'deputyNurse'].map((person) =>
    app.chatAs(person).messages.find(({ words }) => words.includes(`${ref} waits for a decision`)),
  )
  const preview = await senior.press(form, 'Preview', { reason: REASON, words: WORDS })
  await senior.press(preview.replaced, 'Send decision')
  await app.deliver()
  for (const copy of copies) {
    const updates = app.teams.updates.filter(
      ({ id, conversation }) => id === copy?.id && conversation === copy?.conversation,
    )
    expect(updates.at(-1)?.words).toContain(`${ref} is decided`)
    expect(updates.at(-1)?.words).toContain('Decided by Senior Nurse on 25 March 2026')
    expect(titlesOf(updates.at(-1)?.card)).not.toContain('Decide')
    expect(JSON.stringify(updates)).not.toContain('Two letters')
  }
  const sent = app.chatAs('deputyNurse').messages.filter(({ words }) => words.includes(ref))
  expect(sent).toHaveLength(1)
})
