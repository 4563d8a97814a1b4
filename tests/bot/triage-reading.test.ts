import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { enoughFor, eventTypes, raised } from '../support/stories.ts'

// What was added after somebody looked: it is said, read first, and never closed over.

const DECISION = {
  outcome: 'referElsewhere',
  reason: 'The same list is used in every clinic.',
  words: 'We will talk about it.',
}
const FEEDBACK = { mode: 'tellWhatWasDone', text: 'Both lists now carry a date.' }

let app: TestApp
let reporter: Chat
let senior: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse', 'teacher')
  reporter = app.chatAs('healthVisitor1')
  senior = app.chatAs('seniorNurse')
})
afterAll(() => app.stop())

async function adds(ref: string, words: string) {
  app.clock.advance({ minutes: 1 })
  await reporter.pressVerb('addSomething', { ref })
  await reporter.say(words)
  await reporter.say('stop')
  await app.deliver()
}

/** Decided on, its reporter told what was done; the card with which it came. */
async function answered() {
  const ref = await raised(app)
  await app.deliver()
  await senior.pressVerb('decide', { ref, version: 1, ...DECISION })
  app.clock.advance({ minutes: 1 })
  await senior.pressVerb('giveFeedback', { ref, version: 2, ...FEEDBACK })
  await app.deliver()
  return ref
}

/** The first of the buttons below a card, which stands out. */
const primaryOn = (card: unknown) => titlesOf((card as { readonly actions: unknown }).actions)[0] // as the bot draws every card

const cardOf = async (ref: string) => (await senior.pressVerb('showTriage', { ref })).replaced

describe('closing', () => {
  test('is asked for no reading where nothing was added', async () => {
    const ref = await answered()
    const { replaced } = await senior.press(await cardOf(ref), 'Close')
    expect(titleOn(replaced)).toBe(`${ref} is closed`)
  })

  test('is refused until what was added is read on this card, and says when it was added', async () => {
    const ref = await answered()
    await adds(ref, 'The address on the list is wrong, too.')
    const card = await cardOf(ref)
    expect(primaryOn(card)).toBe('Read it')
    const refused = (await senior.press(card, 'Close')).replaced
    expect(wordsOn(refused)).toContain('Read what was added on 25 March 2026 first.')
    const read = (await senior.press(refused, 'Read it')).replaced
    expect(wordsOn(read)).toContain('The address on the list is wrong, too.')
    const hidden = (await senior.press(read, 'Hide what was written')).replaced
    await senior.press(hidden, 'Close')
    expect((await eventTypes(app, ref)).at(-1)).toBe('ObservationClosed')
  })

  test('is refused again for what was added after that reading', async () => {
    const ref = await answered()
    await adds(ref, 'The address on the list is wrong, too.')
    const read = (await senior.press(await cardOf(ref), 'Read it')).replaced
    await adds(ref, 'And so is the name.')
    const changed = (await senior.press(read, 'Close')).replaced
    expect(wordsOn(changed)).toContain('It changed while you were looking at it.')
    const refused = (await senior.press(changed, 'Close')).replaced
    expect(wordsOn(refused)).toContain('Read what was added on 25 March 2026 first.')
    expect((await eventTypes(app, ref)).at(-1)).toBe('ObservationAddedTo')
  })

  test('is taken after a form, which has the story on it', async () => {
    const ref = await answered()
    await adds(ref, 'The address on the list is wrong, too.')
    const form = (await senior.press(await cardOf(ref), 'Give feedback')).replaced
    const given = (await senior.press(form, 'Send the feedback', FEEDBACK)).replaced
    expect(primaryOn(given)).toBe('Close')
    await senior.press(given, 'Close')
    expect((await eventTypes(app, ref)).at(-1)).toBe('ObservationClosed')
  })
})

describe('a report that becomes urgent after it was looked at', () => {
  test.each([
    ['before its decision', async () => raised(app)],
    ['after its decision', answered],
  ])('I1: comes %s as a card of its own: what is new, and to read it first', async (_, begin) => {
    const ref = await begin()
    await app.deliver()
    await adds(ref, 'He is hitting her right now.')
    const { card, summary } = senior.messages.at(-1) ?? {}
    expect(summary).toBe(`${ref} has become urgent`)
    expect(wordsOn(card)).toContain(
      'New on 25 March 2026: what was added says that a child may be at risk.',
    )
    expect(wordsOn(card)).not.toContain('hitting')
    expect(primaryOn(card)).toBe('Read it')
    const read = (await senior.press(card, 'Read it')).replaced
    expect(wordsOn(read)).not.toContain('New on')
    expect(wordsOn(read)).toContain('hitting')
  })

  test('I1: is first in “my work”, marked, until it is answered', async () => {
    const ref = await answered()
    await adds(ref, 'He is hitting her right now.')
    const first = (await senior.say('my work'))[0]?.words ?? ''
    const line = first.slice(first.indexOf(ref))
    expect(line).toMatch(
      /^OBS-.*?A child may be at risk: look at it before anything else\. Read what was added after the decision\./s,
    )
    const waiting = await raised(app)
    const again = (await senior.say('my work'))[0]?.words ?? ''
    expect(again.indexOf(ref)).toBeLessThan(again.indexOf(waiting))
  })
})

test.each([
  ['notSure', 'Danger now: Not sure'],
  ['yes', 'Danger now: Yes'],
])('I1: the card says what the reporter answered about danger: %s', async (code, says) => {
  const answers = enoughFor('nearMiss').map((answer) =>
    answer.question === 'dangerNow'
      ? { ...answer, value: { type: 'choice' as const, code } }
      : answer,
  )
  await raised(app, 'healthVisitor1', { answers })
  await app.deliver()
  expect(wordsOn(senior.lastCard)).toContain(says)
})
