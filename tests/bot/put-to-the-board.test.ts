import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorFor } from '../../src/domain/board/directory.ts'
import type { OutcomeCode } from '../../src/domain/taxonomies/lists.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { titlesOf } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { raised } from '../support/stories.ts'

const REASON = 'A child may have been seriously harmed.'
const WORDS = 'It may call for a Serious Case Review.'
const OFFICE = ['businessManager', 'deputyBusinessManager', 'chair', 'viceChair']

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await app.greeted(
    'healthVisitor1',
    'healthVisitor2',
    'seniorNurse',
    'deputyNurse',
    'sergeant',
    ...OFFICE,
  )
})
afterAll(() => app.stop())

async function decided(outcome: OutcomeCode, reporter = 'healthVisitor1') {
  const ref = await raised(app, reporter)
  const { deps } = app.app
  await changeRecord(deps, 'observation', {
    id: ref,
    command: { type: 'decide', outcome, reason: REASON, words: WORDS, nextReviewOn: null },
    actor: actorFor(await currentBoard(deps), personId('seniorNurse')),
    submission: deps.newId(),
  })
  await app.deliver()
  return ref
}

const toldOf = (person: string, ref: string) =>
  app.chatAs(person).messages.filter(({ words }) => words.includes(ref))

// First, while so little waits that all of it stands on the card.
test.each(OFFICE)('an open question waits in “my work” of %s, as an outline', async (person) => {
  const ref = await decided('considerStatutoryReview')
  const chat = app.chatAs(person)
  const [work] = await chat.say('my work')
  expect(work?.words).not.toContain('Nothing waits for you')
  expect(work?.words).toContain(`${ref}: Near miss`)
  expect(work?.words).toContain('Give the board’s answer')
  expect(work?.words).toContain('With Health visiting')
  expect(work?.words).not.toMatch(/letters|Health Visitor One|seriously harmed/)
  const [outline] = (await chat.pressVerb('openReport', { ref })).said
  expect(outline?.words).toContain(`${ref}: may call for a statutory review`)
})

test('a statutory question reaches the business manager and the chair, as an outline', async () => {
  const ref = await decided('considerStatutoryReview')
  for (const person of OFFICE) {
    const [told, ...more] = toldOf(person, ref)
    expect(more).toEqual([])
    expect(told?.words).toContain(`${ref}: may call for a statutory review`)
    expect(told?.words).toContain('Kind: Near miss')
    expect(told?.words).toContain('Agency: Health visiting')
    expect(told?.words).toMatch(/Decided: Consider a statutory review, on .* by Senior Nurse/)
    expect(told?.words).not.toMatch(/letters|Health Visitor One|seriously harmed|Serious Case/)
    expect(titlesOf(told?.card)).toEqual([])
  }
  expect(toldOf('sergeant', ref)).toEqual([])
})

test('who is asked finds the outline by its reference, and nobody else does', async () => {
  const ref = await decided('considerStatutoryReview')
  expect((await app.chatAs('chair').say(ref))[0]?.words).toContain(
    'may call for a statutory review',
  )
  expect((await app.chatAs('sergeant').say(ref))[0]?.words).toContain('cannot find that')
  const { rows } = await app.app.deps.trail.lines({ log: 'readings' }, { size: 5 })
  expect(rows[0]).toMatchObject({ by: 'chair', type: 'outline' })
})

test('the chair opens again from the outline what was closed, with a reason', async () => {
  const ref = await decided('considerStatutoryReview')
  const { deps } = app.app
  const actor = actorFor(await currentBoard(deps), personId('seniorNurse'))
  for (const command of [
    { type: 'giveFeedback', mode: 'tellWhatWasDone', text: 'The panel has looked at it.' },
    { type: 'close', readUpTo: 0 },
  ] as const)
    await changeRecord(deps, 'observation', { id: ref, command, actor, submission: deps.newId() })
  const chair = app.chatAs('chair')
  const [outline] = await chair.say(ref)
  expect(titlesOf(outline?.card)).toEqual(['Open again'])
  const form = (await chair.press(outline?.card, 'Open again')).replaced
  const empty = (await chair.press(form, 'Open again', { reason: ' ' })).replaced
  expect(JSON.stringify(empty)).toContain('Give a reason: one sentence is enough.')
  const done = await chair.press(empty, 'Open again', { reason: 'The panel was not asked.' })
  expect(JSON.stringify(done.replaced)).toContain('Open again: it waits for a decision.')
  const stored = await deps.records.observation.load(ref)
  expect(stored?.state.stage).toBe('awaitingTriage')
})

test('S13: the business manager passes on from the outline what is late', async () => {
  const ref = await raised(app, 'healthVisitor1')
  app.clock.advance({ days: 14 })
  const manager = app.chatAs('businessManager')
  const [outline] = await manager.say(ref)
  expect(titlesOf(outline?.card)).toEqual(['Pass it on'])
  const form = (await manager.press(outline?.card, 'Pass it on')).replaced
  expect(JSON.stringify(form)).not.toMatch(/letters|Health Visitor One/)
  const done = await manager.press(form, 'Pass it on', {
    agency: 'police',
    reason: 'Nobody looked.',
  })
  expect(JSON.stringify(done.replaced)).toContain('Passed on.')
  const stored = await app.app.deps.records.observation.load(ref)
  expect(stored?.state.route.agency).toBe('police')
})

test('S13: “Answer and close” closes, and its reporter gets one message with all of it', async () => {
  const ref = await decided('answerAndClose')
  const [told, ...more] = toldOf('healthVisitor1', ref)
  expect(more).toEqual([])
  expect(told?.words).toContain(`${ref}: here is our answer`)
  for (const words of [WORDS, REASON, 'It is closed with this.'])
    expect(told?.words).toContain(words)
  const [report] = await app.chatAs('healthVisitor1').say(ref)
  expect(report?.words).toContain('Closed. Decision: Answer and close.')
  const [card] = await app.chatAs('seniorNurse').say(ref)
  expect(titlesOf(card?.card)).toContain('Open again')
})

test('an outcome says what is worth saying, and asks for nothing that no field takes', async () => {
  const ref = await raised(app, 'healthVisitor1')
  const chat = app.chatAs('seniorNurse')
  const { replaced } = await chat.pressVerb('openDecide', { ref, version: 1 })
  const words = JSON.stringify(replaced)
  expect(words).toContain('Worth saying in the reason')
  expect(words).not.toContain('Needed for this')
})

const WISHES = ['callMe', 'nameOff', 'deleteReport'] as const
test.each(WISHES)(
  'a wish on a decided report reaches whoever triages, without its words: %s',
  async (intent) => {
    const ref = await decided('referElsewhere', 'healthVisitor2')
    const senior = app.chatAs('seniorNurse')
    const before = senior.messages.length
    const said = 'words of a wish'
    await app.chatAs('healthVisitor2').pressVerb('wish', { intent, ref, said })
    await app.deliver()
    const told = senior.messages.slice(before).map(({ words }) => words)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(`${ref} is decided`)
    expect(told[0]).toContain(': the reporter added something')
    expect(told[0]).not.toContain(said)
    const read = await senior.pressVerb('readNarrative', { ref })
    expect(JSON.stringify(read.replaced)).not.toContain('the reporter added something')
  },
)

test.each(WISHES)(
  'on a closed one it says that nobody reads it, and whom to ring: %s',
  async (intent) => {
    const ref = await decided('answerAndClose', 'healthVisitor2')
    const chat = app.chatAs('healthVisitor2')
    const { said } = await chat.pressVerb('wish', { intent, ref, said: 'words of a wish' })
    expect(said[0]?.words).toContain(`${ref} is closed, so nothing can be added to it`)
    expect(said[0]?.words).toContain('Board office: The board office, 01632 960200')
  },
)
