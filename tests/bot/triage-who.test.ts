import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PEOPLE } from '../../src/demo/demo-board.ts'
import { appointmentId } from '../../src/domain/words/ids.ts'
import { titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { boardChanges, enoughFor, leaves, raised } from '../support/stories.ts'

const NARRATIVE = 'Two letters lay beside the wrong envelopes.'

const everybody = DEMO_PEOPLE.map(({ id }) => id)

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await app.greeted(...everybody)
})
afterAll(() => app.stop())

/** Raised, told, and everybody who got the card. */
async function sentTo(reporter: string) {
  const ref = await raised(app, reporter, { answers: enoughFor('nearMiss', NARRATIVE) })
  await app.deliver()
  const cards = everybody.flatMap((person) =>
    app.chatAs(person).messages.filter(({ words }) => words.includes(ref)),
  )
  return { ref, cards, people: cards.map(({ conversation }) => conversation.replace('chat-', '')) }
}

test('S12: the senior and the deputy of the reporter’s agency get the card, nobody else', async () => {
  expect((await sentTo('healthVisitor1')).people).toEqual(['seniorNurse', 'deputyNurse'])
  expect((await sentTo('officer2')).people).toEqual(['sergeant', 'deputySergeant'])
})

test('S12: a senior’s own report goes to the deputy, and a deputy’s to the senior', async () => {
  expect((await sentTo('teamManager')).people).toEqual(['deputyTeamManager'])
  expect((await sentTo('deputyTeamManager')).people).toEqual(['teamManager'])
})

test('S12: the business manager’s own report goes to the deputy', async () => {
  expect((await sentTo('businessManager')).people).toEqual(['deputyBusinessManager'])
})

test('I5: somebody who has left gets nothing, and the next in line does', async () => {
  await leaves(app, 'deputySergeant')
  expect((await sentTo('officer1')).people).toEqual(['sergeant'])
  await leaves(app, 'sergeant')
  expect((await sentTo('officer1')).people).toEqual(['policeLead'])
  await leaves(app, 'policeLead')
  expect((await sentTo('officer1')).people).toEqual(['businessManager', 'deputyBusinessManager'])
})

test('S12: the lead gets it when there is no senior', async () => {
  const appointment = appointmentId('senior.school')
  await boardChanges(app, { type: 'endAppointment', appointment })
  expect((await sentTo('teacher')).people).toEqual(['safeguardingLead', 'headTeacher'])
})

describe('the card', () => {
  test('says what is needed to begin, and nothing that the reporter wrote', async () => {
    const { ref, cards } = await sentTo('healthVisitor2')
    for (const { card, words, summary } of cards) {
      expect(titleOn(card)).toBe(`${ref} waits for a decision`)
      expect(words).toContain('Kind: Near miss')
      expect(words).toContain('Agency: Health visiting')
      expect(words).toContain('Decide by: 1 April 2026')
      expect(JSON.stringify(card)).not.toContain('letters')
      expect(JSON.stringify(card)).not.toContain('Health Visitor Two')
      expect(summary).toBe(`${ref} waits for a decision`)
    }
    expect(titlesOf(cards[0]?.card)).toEqual([
      // Behind "More", as they are seldom wanted.
      'Reassign',
      'Let another decide',
      'Correct the kind',
      'Say whether a child was harmed',
      'Ask the reporter',
      'Read it',
      'Decide',
      'I am on it',
    ])
  })

  test('“Read it” shows what was written to somebody who may triage, and hides it again', async () => {
    const { cards } = await sentTo('healthVisitor2')
    const senior = app.chatAs('seniorNurse')
    const read = await senior.press(cards[0]?.card, 'Read it')
    expect(wordsOn(read.replaced)).toContain(NARRATIVE)
    expect(wordsOn(read.replaced)).toContain('What stopped it')
    const hidden = await senior.press(read.replaced, 'Hide what was written')
    expect(wordsOn(hidden.replaced)).not.toContain(NARRATIVE)
  })

  test('pressed by somebody without the right tells nothing, not even that it exists', async () => {
    const { ref, cards } = await sentTo('healthVisitor2')
    for (const person of ['teacher', 'teamManager', 'chair', 'businessManager', 'custodian'])
      for (const title of titlesOf(cards[0]?.card)) {
        const { replaced, said } = await app.chatAs(person).press(cards[0]?.card, title)
        expect(replaced).toBeUndefined()
        const gone = await app.chatAs(person).pressVerb('showTriage', { ref: 'OBS-2026-9999' })
        expect(said.map(({ words }) => words)).toEqual(gone.said.map(({ words }) => words))
      }
    const [waits] = await app.chatAs('seniorNurse').say(ref)
    expect(titleOn(waits?.card)).toBe(`${ref} waits for a decision`)
    expect(waits?.words).not.toContain('has started on it')
  })

  test('the agency’s lead, who gets no card, finds it by its reference and in “my work”', async () => {
    const { ref } = await sentTo('healthVisitor2')
    const lead = app.chatAs('healthLead')
    expect(titlesOf((await lead.say(ref))[0]?.card)).toContain('Decide')
    const [work] = await lead.say('my work')
    expect(work?.words).toContain(ref)
  })

  test('its reporter, who is a senior, sees a report and no buttons of triage', async () => {
    const { ref } = await sentTo('seniorNurse')
    const [mine] = await app.chatAs('seniorNurse').say(ref)
    expect(mine?.words).toContain('Sent. Somebody senior will look at it.')
    expect(titlesOf(mine?.card)).toEqual(['Add something'])
  })

  test('in “my work” what has waited longest for a decision stands first, and each opens', async () => {
    const senior = app.chatAs('teamManager')
    const first = await raised(app, 'socialWorker1')
    app.clock.advance({ days: 2 })
    const second = await raised(app, 'socialWorker2')
    const [work] = await senior.say('my work')
    const words = work?.words ?? ''
    expect(words.indexOf(first)).toBeGreaterThan(0)
    expect(words.indexOf(first)).toBeLessThan(words.indexOf(second))
    expect(words).toMatch(/2 working days/)
    await senior.pressVerb('decide', {
      ...{ ref: first, version: 1, outcome: 'referElsewhere' },
      ...{ reason: 'The same could happen in every team.', words: 'We will talk about it.' },
    })
    const later = (await senior.say('my work'))[0]?.words ?? ''
    expect(later.indexOf(second)).toBeLessThan(later.indexOf(first))
    const opened = await senior.pressVerb('showTriage', { ref: second })
    expect(titleOn(opened.replaced)).toBe(`${second} waits for a decision`)
  })
})
