import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lapseProposals } from '../../src/usecases/records/lapse-proposals.ts'
import { titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { enoughFor, eventTypes, raised, storedAs } from '../support/stories.ts'

// Where a child died or was seriously harmed the chair agrees, on a card, to what a senior proposes.

const STORY = 'Two letters lay beside the wrong envelopes.'
const REASON = 'The hospital reviews it already, with everybody who knew her.'
const WORDS = 'We will talk about it in supervision by 30 April.'

let app: TestApp
let senior: Chat
let chair: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse', 'chair', 'teacher')
  senior = app.chatAs('seniorNurse')
  chair = app.chatAs('chair')
})
afterAll(() => app.stop())

/** Proposes a decision from the card of the report; gives the card as it stands then. */
async function decideOn(card: unknown, reason = REASON) {
  const outcome = (await senior.press(card, 'Decide')).replaced
  expect(wordsOn(outcome)).toContain('the chair has to agree, within 2 working days')
  const writing = (await senior.press(outcome, 'Go on', { outcome: 'multiAgencyReview' })).replaced
  const preview = (await senior.press(writing, 'Preview', { reason, words: WORDS })).replaced
  return (await senior.press(preview, 'Send decision')).replaced
}

/** A decision that waits for the chair: what the senior saw then, and what the chair was sent. */
async function proposed() {
  const ref = await raised(app, 'healthVisitor1', { answers: enoughFor('nearMiss', STORY) })
  await app.deliver()
  const form = (await senior.press(senior.lastCard, 'Say whether a child was harmed')).replaced
  const said = (await senior.press(form, 'Keep it', { harm: 'seriouslyHarmed' })).replaced
  const replaced = await decideOn(said)
  await app.deliver()
  return { ref, senior: replaced, chair: chair.lastCard }
}

/** The chair's card once it is read. */
async function read(card: unknown) {
  const { said } = await chair.press(card, 'Read it')
  return said[0]?.card
}

const told = (chat: Chat) => chat.messages.at(-1)

describe('a decision that nobody takes alone', () => {
  test('is proposed: nothing is decided, and its reporter hears nothing', async () => {
    const before = app.chatAs('healthVisitor1').messages.length
    const { ref, senior: card } = await proposed()
    expect(titleOn(card)).toBe(`${ref} waits for a decision`)
    expect(wordsOn(card)).toContain(
      'Senior Nurse proposed: Multi-agency learning review. It waits for the chair to agree, until 27 March 2026. Nothing is decided before that.',
    )
    expect(titlesOf(card)).toContain('Take it back')
    expect(titlesOf(card)).not.toContain('Decide')
    expect((await storedAs(app, ref)).stage).toBe('awaitingTriage')
    expect(app.chatAs('healthVisitor1').messages.slice(before)).toEqual([])
    const report = await app.chatAs('healthVisitor1').say(ref)
    expect(report[0]?.words).not.toContain('proposed')
  })

  test('I4: comes to the chair as an outline; what is proposed is behind its door, the story nowhere', async () => {
    const { ref, chair: card } = await proposed()
    expect(titleOn(card)).toBe(`${ref}: somebody asks you to agree`)
    expect(titlesOf(card)).toEqual(['Read it'])
    expect(wordsOn(card)).not.toContain(REASON)
    const opened = await read(card)
    expect(wordsOn(opened)).toContain(REASON)
    expect(wordsOn(opened)).toContain(WORDS)
    for (const shown of [card, opened]) {
      expect(wordsOn(shown)).not.toContain(STORY)
      expect(wordsOn(shown)).not.toContain('Health visitor 1')
    }
    const id = `observation/${ref}`
    const { rows } = await app.app.deps.trail.lines({ log: 'readings', id }, { size: 9 })
    expect(rows.map(({ by, type }) => `${by} ${type}`)).toContain('chair outline')
  })

  test('is decided once the chair agrees, however often they press; everybody hears', async () => {
    const { ref, chair: card } = await proposed()
    const opened = await read(card)
    for (let presses = 0; presses < 2; presses += 1)
      expect(wordsOn((await chair.press(opened, 'Agree')).replaced)).toContain(
        'Agreed. It is done now.',
      )
    await app.deliver()
    expect((await eventTypes(app, ref)).slice(-2)).toEqual(['ProposalAgreed', 'ObservationDecided'])
    expect(await storedAs(app, ref)).toMatchObject({ decision: { by: 'seniorNurse' } })
    expect(told(senior)?.words).toContain(`${ref}: the chair agreed, and it is done`)
    expect(told(app.chatAs('healthVisitor1'))?.words).toContain(WORDS)
    // They may look again at what they agreed to, and at no more.
    const again = (await chair.press(card, 'Read it')).said[0]
    expect(again?.words).toContain(`${ref}: what you agreed to`)
    expect(again?.words).toContain(REASON)
    expect(again?.words).not.toContain(STORY)
    expect(titlesOf(again?.card)).not.toContain('Agree')
  })

  test('is not decided where the chair does not agree, who says why', async () => {
    const { ref, chair: card } = await proposed()
    const form = (await chair.press(await read(card), 'Do not agree')).replaced
    const empty = (await chair.press(form, 'Do not agree', { reason: ' ' })).replaced
    expect(wordsOn(empty)).toContain('Give a reason: one sentence is enough.')
    const reason = 'The panel has to see it first.'
    const done = (await chair.press(empty, 'Do not agree', { reason })).replaced
    expect(wordsOn(done)).toContain('Not agreed. Who proposed it is told why.')
    await app.deliver()
    expect((await storedAs(app, ref)).stage).toBe('awaitingTriage')
    expect(told(senior)?.words).toContain(`${ref}: the chair did not agree`)
    expect(told(senior)?.words).not.toContain(reason)
    const opened = (await senior.press(told(senior)?.card, 'Read it')).replaced
    expect(wordsOn(opened)).toContain(reason)
    expect(titlesOf(opened)).toContain('Decide')
  })

  test('is taken back by who proposed it: the chair’s card says that nothing waits', async () => {
    const { senior: card, chair: asked } = await proposed()
    const opened = await read(asked)
    const back = (await senior.press(card, 'Take it back')).replaced
    expect(titlesOf(back)).toContain('Decide')
    expect(titleOn((await chair.press(opened, 'Agree')).replaced)).toMatch(/nothing waits for you$/)
  })

  test('stands in the chair’s “my work” until it is answered', async () => {
    const { ref, chair: card } = await proposed()
    expect((await chair.say('my work'))[0]?.words).toContain(
      'Agree to what is proposed, or say why not by Friday 27 March 2026.',
    )
    await chair.press(await read(card), 'Agree')
    expect((await chair.say('my work'))[0]?.words).not.toContain(ref)
  })

  test('lapses two working days later by the clock, and who proposed it hears of it once', async () => {
    const { ref } = await proposed()
    app.clock.advance({ days: 2 })
    await lapseProposals(app.app.deps)
    expect((await eventTypes(app, ref)).at(-1)).toBe('Proposed')
    app.clock.advance({ days: 1 })
    for (let rounds = 0; rounds < 2; rounds += 1) {
      await lapseProposals(app.app.deps)
      await app.deliver()
    }
    expect((await eventTypes(app, ref)).filter((type) => type === 'ProposalLapsed')).toHaveLength(1)
    const lapsed = senior.messages.filter(({ words }) => words.includes('nobody agreed in time'))
    expect(lapsed.filter(({ words }) => words.includes(ref))).toHaveLength(1)
  })
})

test('I2: whoever is shown another proposal, as theirs is gone, has read it', async () => {
  const { ref, chair: card, senior: own } = await proposed()
  const opened = await read(card)
  const back = (await senior.press(own, 'Take it back')).replaced
  await decideOn(back, 'The school reviews it as well.')
  const readings = async () =>
    (
      await app.app.deps.trail.lines({ log: 'readings', id: `observation/${ref}` }, { size: 50 })
    ).rows.filter(({ by }) => by === 'chair').length
  const before = await readings()
  const answered = await chair.press(opened, 'Agree')
  expect(wordsOn(answered.replaced)).toContain('The school reviews it as well.')
  expect(await readings()).toBe(before + 1)
})

test('what the chair typed comes back where somebody answered first', async () => {
  const { chair: card, senior: own } = await proposed()
  const form = (await chair.press(await read(card), 'Do not agree')).replaced
  await senior.press(own, 'Take it back')
  const reason = 'The panel has to see it before anybody decides.'
  const late = (await chair.press(form, 'Do not agree', { reason })).replaced
  expect(titleOn(late)).toMatch(/nothing waits for you$/)
  expect(wordsOn(late)).toContain(reason)
})
