import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Verb } from '../../src/bot/records/verbs.ts'
import { isVerb, VERBS } from '../../src/bot/records/verbs.ts'
import { dateOf } from '../../src/domain/words/time.ts'
import { titleOn, wordsOn } from '../support/card-reading.ts'
import type { Chat, Pressed, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { draftOf, eventTypes, forgets, raised, storedAs } from '../support/stories.ts'

// What every button does, one line each. Its finer points have tests of their own.

const KINDS = 'What would you like to tell us about?'
const REASON = 'The same could happen in every clinic.'

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
beforeEach(() => forgets(reporter))

/** What a press left to read: the card in its place, or what was said. */
const shown = ({ replaced, said }: Pressed) => wordsOn(replaced ?? said[0]?.card)
const saidBy = ({ said }: Pressed) => titleOn(said[0]?.card)

/** A near miss half told; gives the draft’s id for the button. */
async function drafting() {
  await reporter.say('near miss: two lists held the same name')
  return { draft: (await draftOf(app, 'healthVisitor1')).id }
}
const onDraft = async (verb: Verb, data = {}) =>
  reporter.pressVerb(verb, { ...(await drafting()), ...data })

const decision = { outcome: 'referElsewhere', reason: REASON, words: 'We will talk about it.' }
const feedback = { mode: 'tellWhatWasDone', text: 'Both lists now carry a date.' }
const STEPS = [
  ['decide', decision],
  ['giveFeedback', feedback],
  ['close', {}],
] as const

/** An observation after this many steps: 0 waits, 1 is decided, 2 has feedback, 3 is closed. */
async function after(steps: number) {
  const ref = await raised(app)
  for (const [version, [verb, data]] of STEPS.slice(0, steps).entries())
    await senior.pressVerb(verb, { ref, version: version + 1, ...data })
  return { ref, version: steps + 1 }
}
const onCard = async (verb: Verb, steps = 0, data = {}) =>
  senior.pressVerb(verb, { ...(await after(steps)), ...data })

/** A change of the record: what it left, and what was shown. */
async function change(verb: Verb, steps: number, event: string, data = {}) {
  const at = await after(steps)
  const pressed = await senior.pressVerb(verb, { ...at, ...data })
  expect((await eventTypes(app, at.ref)).at(-1)).toBe(event)
  return { ...at, pressed }
}

/** A decision that waits for the chair. */
async function proposed() {
  const { ref } = await after(0)
  await senior.pressVerb('sayHarm', { ref, version: 1, harm: 'died' })
  await senior.pressVerb('decide', { ref, version: 2, ...decision })
  const [proposal] = (await storedAs(app, ref)).proposals ?? []
  return { at: { ref, version: 3 }, number: proposal?.number ?? 0 }
}

/** The reference of what a senior recorded by sending the form. */
async function recordedLearning(): Promise<string> {
  const pressed = await senior.pressVerb('takeAction', {
    action: 'record',
    submission: randomUUID(),
    activity: 'supervision',
    heldOn: dateOf(app.clock.now()),
    'learning.0.point': 'Read the address aloud.',
  })
  return /LRN-\d{4}-\d{4}/.exec(shown(pressed) ?? '')?.[0] ?? ''
}

const DOES: Readonly<Record<Verb, () => Promise<void>>> = {
  raise: async () => expect(saidBy(await reporter.pressVerb('raise'))).toBe(KINDS),
  chooseKind: async () =>
    expect(shown(await onDraft('chooseKind', { kind: 'disquiet' }))).toContain(
      'You chose: Something feels wrong',
    ),
  changeKind: async () => expect(saidBy(await onDraft('changeKind'))).toBe(KINDS),
  answer: async () =>
    expect(saidBy(await onDraft('answer', { question: 'dangerNow', value: 'no' }))).toBe(
      'What stopped it? Luck counts.',
    ),
  back: async () => expect(saidBy(await onDraft('back'))).toBe(KINDS),
  skip: async () => {
    const ref = await raised(app)
    await reporter.pressVerb('more', { ref })
    const skipped = await reporter.pressVerb('skip', { ref, question: 'relation' })
    expect(saidBy(skipped)).toBe('How worried are you?')
  },
  stop: async () => expect(shown(await onDraft('stop'))).toContain('Nothing has been sent'),
  goOn: async () => expect(saidBy(await onDraft('goOn'))).toContain('Is a child at risk right now'),
  startAgain: async () => {
    expect(shown(await onDraft('startAgain'))).toContain('Start again, and delete')
    expect(saidBy(await onDraft('startAgain', { sure: 'yes' }))).toBe(KINDS)
  },
  deleteDraft: async () => {
    expect(shown(await onDraft('deleteDraft'))).toContain('Delete what you told me?')
    expect(shown(await onDraft('deleteDraft', { sure: 'yes' }))).toContain('Deleted')
  },
  send: async () => {
    const { draft } = await drafting()
    const refused = await reporter.pressVerb('send', { draft })
    expect(shown(refused)).toContain('Nothing has been sent yet')
  },
  more: async () =>
    expect(saidBy(await reporter.pressVerb('more', { ref: await raised(app) }))).toBe(
      'How do you know about this?',
    ),
  addSomething: async () =>
    expect(saidBy(await reporter.pressVerb('addSomething', { ref: await raised(app) }))).toBe(
      'What would you like to add?',
    ),
  atRisk: async () => {
    const ref = await raised(app)
    expect(shown(await reporter.pressVerb('atRisk', { ref }))).toBe('Said')
    expect((await eventTypes(app, ref)).at(-1)).toBe('ObservationBecameUrgent')
  },
  toOffice: async () => {
    expect(shown(await onDraft('toOffice'))).toContain('It goes to the board office instead')
    expect((await draftOf(app, 'healthVisitor1')).to).toBe('office')
  },
  another: async () => expect(saidBy(await onDraft('another'))).toBe(KINDS),
  join: async () => {
    await drafting()
    await reporter.say('stop')
    const [kept] = await reporter.say('and the address was wrong as well')
    const joined = await reporter.press(kept?.card, 'Add it to the report that is open')
    expect(shown(joined)).toContain('Added to the open report')
  },
  apart: async () => {
    await drafting()
    await reporter.say('he is going to hit her')
    expect(shown(await onDraft('apart', { begins: 'no such', characters: '12' }))).toContain(
      'stays as it is',
    )
  },
  keepWords: async () => {
    const kept = await reporter.pressVerb('keepWords', { words: 'the door was left open' })
    expect(kept.said[0]?.words).toContain('I have kept what you wrote')
  },
  wish: async () => {
    const ref = await raised(app)
    await reporter.pressVerb('wish', { ref, intent: 'callMe', said: 'call me' })
    expect((await storedAs(app, ref)).additions.at(-1)?.text).toBe('call me')
  },
  help: async () => expect(saidBy(await reporter.pressVerb('help'))).toBe('What I can do'),
  next: async () => expect(saidBy(await reporter.pressVerb('next'))).toBe('What happens next'),
  myReports: async () => expect(saidBy(await reporter.pressVerb('myReports'))).toBe('My reports'),
  myWork: async () => expect(saidBy(await senior.pressVerb('myWork'))).toBe('My work'),
  recordLearning: async () =>
    expect(saidBy(await senior.pressVerb('recordLearning'))).toBe('Record learning'),
  openRecord: async () =>
    expect(
      shown(await senior.pressVerb('openRecord', { ref: await recordedLearning() })),
    ).toContain('Supervision'),
  openAction: async () =>
    expect(shown(await senior.pressVerb('openAction', { action: 'plan' }))).toContain('Plan one'),
  takeAction: async () => expect(await recordedLearning()).toMatch(/^LRN-/),
  openReport: async () => {
    const ref = await raised(app)
    expect(saidBy(await reporter.pressVerb('openReport', { ref }))).toContain(ref)
  },
  showTriage: async () =>
    expect(shown(await onCard('showTriage'))).toContain('waits for a decision'),
  readNarrative: async () =>
    expect(shown(await onCard('readNarrative'))).toContain('Two letters were nearly sent'),
  acknowledge: async () => {
    const { pressed } = await change('acknowledge', 0, 'ObservationAcknowledged')
    expect(shown(pressed)).toContain('Senior Nurse has started on it')
  },
  openDecide: async () => {
    const { pressed } = await change('openDecide', 0, 'ObservationRaised')
    expect(shown(pressed)).toContain('What should happen with it?')
  },
  fillIn: async () => {
    const step = { action: 'decide', outcome: 'referElsewhere' }
    expect(shown(await onCard('fillIn', 0, step))).toContain('What the reporter will read')
    const none = await onCard('fillIn', 0, { action: 'raise' })
    expect(none.said[0]?.words).toContain('We cannot find that.')
  },
  preview: async () =>
    expect(shown(await onCard('preview', 0, { action: 'decide', ...decision }))).toContain(
      'This is how the reporter will read it',
    ),
  decide: async () => {
    const { pressed } = await change('decide', 0, 'ObservationDecided', decision)
    expect(shown(pressed)).toContain('Decided by Senior Nurse')
  },
  openReassign: async () =>
    expect(shown(await onCard('openReassign'))).toContain('Who should look at it?'),
  reassign: async () => {
    const to = { to: 'police', reason: 'They were there.' }
    const { pressed } = await change('reassign', 0, 'ObservationReassigned', to)
    expect(shown(pressed)).toContain('You passed it on to Police')
  },
  openRecuse: async () =>
    expect(shown(await onCard('openRecuse'))).toContain('This cannot be undone.'),
  recuse: async () => {
    const { pressed } = await change('recuse', 0, 'ObservationRecused')
    expect(shown(pressed)).toContain('It is with somebody else now')
  },
  openCorrectKind: async () =>
    expect(shown(await onCard('openCorrectKind'))).toContain('What kind is it?'),
  correctKind: async () => {
    const to = { kind: 'riskAhead', reason: 'It has not happened yet.' }
    const { ref } = await change('correctKind', 0, 'KindCorrected', to)
    expect((await storedAs(app, ref)).kind).toBe('riskAhead')
  },
  openSayHarm: async () =>
    expect(shown(await onCard('openSayHarm'))).toContain('come to serious harm?'),
  sayHarm: async () => {
    await change('sayHarm', 1, 'HarmSaid', { harm: 'notSure' })
  },
  openReply: async () => {
    const { ref } = await change('ask', 0, 'ReporterAsked', { question: 'Which clinic was it?' })
    expect(shown(await reporter.pressVerb('openReply', { ref }))).toContain('Which clinic was it?')
  },
  reply: async () => {
    const { ref } = await change('ask', 0, 'ReporterAsked', { question: 'Which clinic was it?' })
    const answer = { ref, version: 2, answer: 'The one by the school.' }
    expect(shown(await reporter.pressVerb('reply', answer))).toContain('The one by the school.')
  },
  openAsk: async () =>
    expect(shown(await onCard('openAsk'))).toContain('What would you like to know?'),
  ask: async () => {
    await change('ask', 0, 'ReporterAsked', { question: 'Which clinic was it?' })
  },
  agree: async () => {
    const { at, number } = await proposed()
    const { replaced } = await app.chatAs('chair').pressVerb('agree', { ...at, proposal: number })
    expect(wordsOn(replaced)).toContain('Agreed. It is done now.')
  },
  openDecline: async () => {
    const { at, number } = await proposed()
    const chair = app.chatAs('chair')
    const { replaced } = await chair.pressVerb('openDecline', { ...at, proposal: number })
    expect(wordsOn(replaced)).toContain('Who proposed it will read it.')
  },
  decline: async () => {
    const { at, number } = await proposed()
    const answer = { ...at, proposal: number, reason: 'Ask the panel first.' }
    const { replaced } = await app.chatAs('chair').pressVerb('decline', answer)
    expect(wordsOn(replaced)).toContain('Not agreed.')
  },
  takeBack: async () => {
    const { at, number } = await proposed()
    const { replaced } = await senior.pressVerb('takeBack', { ...at, proposal: number })
    expect(wordsOn(replaced)).not.toContain('proposed:')
  },
  openGiveFeedback: async () =>
    expect(shown(await onCard('openGiveFeedback', 1))).toContain('What kind of feedback is it?'),
  giveFeedback: async () => {
    await change('giveFeedback', 1, 'FeedbackGiven', feedback)
  },
  close: async () => {
    const { pressed } = await change('close', 2, 'ObservationClosed')
    expect(shown(pressed)).toContain('is closed')
  },
  lookAgain: async () => {
    const again = { ...decision, nextReviewOn: '2026-05-01' }
    const { ref } = await change('decide', 0, 'ObservationDecided', again)
    const version = String((await app.app.deps.records.observation.load(ref))?.version)
    await senior.pressVerb('lookAgain', { ref, version })
    expect((await eventTypes(app, ref)).at(-1)).toBe('ObservationLookedAtAgain')
  },
  openReopen: async () => expect(shown(await onCard('openReopen', 3))).toContain('Reason'),
  reopen: async () => {
    const { pressed } = await change('reopen', 3, 'ObservationReopened', {
      reason: 'It came back.',
    })
    expect(shown(pressed)).toContain('waits for a decision')
  },
  chooseAgency: async () => {
    const somebody = app.chatAs('somebody-new')
    await somebody.say('act as newcomer')
    await somebody.say('raise')
    const chosen = await somebody.pressVerb('chooseAgency', { agency: 'school' })
    expect(saidBy(chosen)).toBe(KINDS)
  },
  actAs: async () => {
    const somebody = app.chatAs('somebody-else')
    expect(shown(await somebody.pressVerb('actAs', { person: 'chair' }))).toContain('You are Chair')
  },
}

test.each(VERBS)('the button behind “%s” does what it is for', (verb) => DOES[verb]())

test.each(VERBS)('“%s” without anything it needs is answered, and no defect', async (verb) => {
  for (const data of [{}, { ref: 'OBS-2026-9999', version: '1', draft: 'gone' }]) {
    const pressed = await app.chatAs('auditor').pressVerb(verb, data)
    expect(pressed.status).toBe(200)
    expect(shown(pressed)).toMatch(/\w/)
  }
  await app.chatAs('auditor').say('delete')
  expect(app.log).toEqual([])
})

test.each(['', 'drop', 'constructor', '__proto__', 'toString', 'Decide'])(
  'a button nobody knows, “%s”, says so',
  async (verb) => {
    expect(isVerb(verb)).toBe(false)
    const { said, status } = await reporter.pressVerb(verb)
    expect(status).toBe(200)
    expect(said[0]?.words).toContain('This button is no longer in use. Type “help”')
  },
)

test('a button of a client that sends it as a message does the same', async () => {
  const ref = await raised(app)
  const message = { type: 'message', value: { verb: 'readNarrative', ref } }
  const { said } = await senior.send(message)
  expect(said[0]?.words).toContain('Two letters were nearly sent')
})

test('a press that only says something tells what it said', async () => {
  const { body } = await reporter.pressVerb('help')
  expect(body).toEqual({
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: 'What I can do',
  })
})
