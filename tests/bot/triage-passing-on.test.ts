import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inputsOn, titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { eventTypes, raised, storedAs } from '../support/stories.ts'

const REASON = 'It happened at their end.'
const PEOPLE = ['healthVisitor1', 'seniorNurse', 'deputyNurse', 'sergeant', 'deputySergeant']

let app: TestApp
let senior: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted(...PEOPLE)
  senior = app.chatAs('seniorNurse')
})
afterAll(() => app.stop())

async function reassigning() {
  const ref = await raised(app)
  await app.deliver()
  const card = senior.lastCard
  return { ref, card, form: (await senior.press(card, 'Reassign')).replaced }
}

const cardsOf = (person: string, ref: string) =>
  app.chatAs(person).messages.filter(({ words }) => words.includes(ref))
const lastUpdate = (person: string, ref: string) =>
  app.teams.updates
    .filter(({ conversation, words }) => conversation === `chat-${person}` && words.includes(ref))
    .at(-1)

describe('reassigning', () => {
  test('to an agency moves the card there, and tells both sides', async () => {
    const { ref, form } = await reassigning()
    const passed = await senior.press(form, 'Reassign', { to: 'police', reason: REASON })
    expect(titleOn(passed.replaced)).toBe(`${ref} is no longer with you`)
    expect(wordsOn(passed.replaced)).toContain('You passed it on to Police. They will be told.')
    await app.deliver()
    for (const person of ['sergeant', 'deputySergeant']) {
      expect(cardsOf(person, ref)).toHaveLength(1)
      expect(titlesOf(cardsOf(person, ref)[0]?.card)).toContain('Decide')
    }
    for (const person of ['seniorNurse', 'deputyNurse']) {
      expect(lastUpdate(person, ref)?.words).toContain(`${ref} is no longer with you`)
      expect(titlesOf(lastUpdate(person, ref)?.card)).toEqual([])
    }
    expect((await senior.say(ref))[0]?.words).toContain('cannot find that')
    const [told, ...more] = cardsOf('healthVisitor1', ref)
    expect(more).toEqual([])
    expect(told?.words).toContain(`${ref} is with somebody else now`)
    expect(told?.words).toContain('Who reads it now: Police')
    expect(told?.words).not.toContain(REASON)
  })

  test('brings no words of whoever passed it on, until they are asked for', async () => {
    const { ref, form } = await reassigning()
    await senior.press(form, 'Reassign', { to: 'police', reason: REASON })
    await app.deliver()
    const card = cardsOf('sergeant', ref)[0]
    expect(card?.words).toContain('“Read it” says why')
    expect(card?.words).not.toContain(REASON)
    const { replaced } = await app.chatAs('sergeant').press(card?.card, 'Read it')
    expect(wordsOn(replaced)).toContain(REASON)
  })

  test('to one person of the agency brings the card to them, and others may still look', async () => {
    const { ref, form } = await reassigning()
    const place = 'police/sergeant'
    const passed = await senior.press(form, 'Reassign', { to: place, reason: REASON })
    expect(wordsOn(passed.replaced)).toContain('You passed it on to Sergeant, Police')
    await app.deliver()
    expect(cardsOf('sergeant', ref)).toHaveLength(1)
    expect(cardsOf('deputySergeant', ref)).toEqual([])
    expect(titlesOf((await app.chatAs('deputySergeant').say(ref))[0]?.card)).toContain('Decide')
  })

  test('to a colleague in the same agency keeps it in sight of both', async () => {
    const { ref, form } = await reassigning()
    const place = 'healthVisiting/deputyNurse'
    const { replaced } = await senior.press(form, 'Reassign', { to: place, reason: REASON })
    expect(titleOn(replaced)).toBe(`${ref} waits for a decision`)
    expect(wordsOn(replaced)).toContain('Who has it: Deputy Nurse')
    await app.deliver()
    expect(cardsOf('deputyNurse', ref)).toHaveLength(2)
  })

  test.each([
    [{ to: '', reason: REASON }, 'Choose the agency that should look at it.'],
    [{ to: 'nowhere', reason: REASON }, 'Choose the agency that should look at it.'],
    [{ to: 'healthVisiting', reason: REASON }, 'It is already there.'],
    [{ to: 'police/teacher', reason: REASON }, 'This person does not triage for that agency.'],
    [{ to: 'healthVisiting/healthVisitor1', reason: REASON }, 'does not triage for that agency'],
    [{ to: 'police', reason: ' ' }, 'Give a reason'],
  ])('is refused for %j, and what was typed stays', async (typed, says) => {
    const { ref, form } = await reassigning()
    const { replaced } = await senior.press(form, 'Reassign', typed)
    expect(wordsOn(replaced)).toContain(says)
    expect(inputsOn(replaced)).toMatchObject({ reason: typed.reason })
    expect((await storedAs(app, ref)).route).toEqual({ agency: 'healthVisiting', person: null })
  })

  test('does not offer the place where it is, nor the reporter', async () => {
    const { form } = await reassigning()
    const offered = JSON.stringify(form)
    expect(offered).toContain('"value":"police/deputySergeant"')
    expect(offered).toContain('"value":"healthVisiting/deputyNurse"')
    expect(offered).not.toContain('"value":"healthVisiting"')
    expect(offered).not.toContain('healthVisitor1')
  })

  test('can be left without changing anything', async () => {
    const { ref, form } = await reassigning()
    const { replaced } = await senior.press(form, 'Cancel')
    expect(titleOn(replaced)).toBe(`${ref} waits for a decision`)
    expect(await eventTypes(app, ref)).toEqual(['ObservationRaised'])
  })

  test('the same press again says again that it was passed on, and passes on once', async () => {
    const { ref, form } = await reassigning()
    const typed = { to: 'police', reason: REASON }
    await senior.press(form, 'Reassign', typed)
    const again = await senior.press(form, 'Reassign', typed)
    expect(wordsOn(again.replaced)).toContain('You passed it on to Police')
    expect(await eventTypes(app, ref)).toEqual(['ObservationRaised', 'ObservationReassigned'])
  })
})

describe('correcting the kind', () => {
  async function correcting() {
    const ref = await raised(app)
    await app.deliver()
    return { ref, form: (await senior.press(senior.lastCard, 'Correct the kind')).replaced }
  }

  test('S5: shows the new kind, and keeps what the reporter called it', async () => {
    const { ref, form } = await correcting()
    expect(wordsOn(form)).toContain('is kept beside it')
    const typed = { kind: 'practiceConcern', reason: 'It did reach somebody.' }
    const { replaced } = await senior.press(form, 'Correct it', typed)
    expect(wordsOn(replaced)).toContain(
      'Kind: Concern about practice\nThe reporter called it: Near miss',
    )
    expect(await storedAs(app, ref)).toMatchObject({
      kind: 'practiceConcern',
      kindByReporter: 'nearMiss',
    })
    await app.deliver()
    expect(lastUpdate('deputyNurse', ref)?.words).toContain('Concern about practice')
    const read = await senior.press(replaced, 'Read it')
    expect(wordsOn(read.replaced)).toContain('What stopped it')
  })

  test.each([
    [{ kind: '', reason: REASON }, 'Choose one of the eight kinds.'],
    [{ kind: 'nearMiss', reason: REASON }, 'It is already of this kind.'],
    [{ kind: 'nothing', reason: REASON }, 'Choose one of the eight kinds.'],
    [{ kind: 'riskAhead', reason: '' }, 'Give a reason'],
  ])('is refused for %j, and what was typed stays', async (typed, says) => {
    const { ref, form } = await correcting()
    const { replaced } = await senior.press(form, 'Correct it', typed)
    expect(wordsOn(replaced)).toContain(says)
    expect(inputsOn(replaced)).toMatchObject({ reason: typed.reason })
    expect((await storedAs(app, ref)).kind).toBe('nearMiss')
  })
})
