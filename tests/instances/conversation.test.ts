import { beforeAll, describe, expect, test } from 'vitest'
import { call, decidedInChat, titlesAbout } from '../faults/doors.ts'
import { shows } from '../faults/reliability.ts'
import type { Program } from '../program/program.ts'
import { wordsOn } from '../support/card-reading.ts'
import { mongoForTests } from '../support/mongo-server.ts'
import { chatOf } from '../support/start-app.ts'
import { referenceIn } from '../support/stories.ts'
import { inTurnChat } from './chats.ts'
import type { Scene } from './scene.ts'
import { aScene, portOf } from './scene.ts'

describe.skipIf(!mongoForTests())('two instances on one MongoDB', () => {
  let scene: Scene
  let one: Program
  let other: Program
  beforeAll(async () => {
    scene = await aScene()
    const both = await Promise.all([scene.startProgram(), scene.startProgram()])
    one = both[0]
    other = both[1]
    for (const person of ['seniorNurse', 'deputyNurse']) await chatAt(one, person).greet()
    return scene.stop
  })

  const chatAt = ({ url }: Program, person: string) => chatOf(url, scene.teams, person)
  const inTurn = (person: string) => inTurnChat([one, other], scene.teams, person)
  const reportsOf = (person: string) => chatAt(one, person).say('my reports')

  test('a conversation that changes between them with every message is one report', async () => {
    const reporter = inTurn('healthVisitor1')
    const [asked] = await reporter.say('near miss: two lists held the same name')
    await reporter.press(asked?.card, 'No')
    await reporter.say('A colleague noticed')
    const [check] = await reporter.say('not sure')
    const { said } = await reporter.press(check?.card, 'Send')
    const ref = referenceIn(said[0]?.words)
    expect(said[0]?.words).toContain('Your reference is OBS-')
    expect((await reportsOf('healthVisitor1'))[0]?.words).toContain(ref)

    const senior = chatAt(other, 'seniorNurse')
    const isTriage = [`${ref} waits for a decision`]
    await scene.teams.until(() => titlesAbout(senior, ref).length > 0)
    await decidedInChat(senior, senior.lastCard)
    const told = () => titlesAbout(chatAt(one, 'healthVisitor1'), ref)
    await scene.teams.until(() => told().includes(`${ref}: there is a decision`))
    expect(told().filter((title) => title === `${ref}: there is a decision`)).toHaveLength(1)
    expect(titlesAbout(senior, ref)).toEqual(isTriage)
    expect(titlesAbout(chatAt(one, 'deputyNurse'), ref)).toEqual(isTriage)
    shows({
      fault: 'Every message of a conversation arrives at another instance than the one before',
      seen: 'One conversation: a receipt, one triage card each, and word of the decision',
      kept: 'Every answer, in one report',
      store: 'MongoDB',
    })
  })

  test('a delivery that arrives at both at the same moment is answered once, and alike', async () => {
    const person = 'healthVisitor2'
    const atBoth = <Answer>(act: (program: Program) => Promise<Answer>) =>
      Promise.all([act(one), act(other)])
    const answersTo = (activityId: string) =>
      scene.teams.sent.filter(({ to }) => to === activityId).map(({ card }) => card)
    const onlyAnswerTo = (activityId: string) => {
      const [first, second, ...more] = answersTo(activityId)
      expect(second).toEqual(first)
      expect(more).toEqual([])
      return first
    }
    await atBoth((at) => chatAt(at, person).say('near miss: a double', 'begun'))
    const asked = onlyAnswerTo('begun')
    const answered = await atBoth((at) => chatAt(at, person).press(asked, 'No', {}, 'answered'))
    expect(answered[0].body).toEqual(answered[1].body)
    await atBoth((at) => chatAt(at, person).say('She rang to ask', 'stopped'))
    // Taken twice, it would have been the answer to this question as well.
    expect(wordsOn(onlyAnswerTo('stopped'))).toContain('could be exposed')
    const [check] = await chatAt(one, person).say('not sure')
    const sent = await atBoth((at) => chatAt(at, person).press(check?.card, 'Send', {}, 'sent'))
    expect(sent[0].body).toEqual(sent[1].body)
    expect(wordsOn(onlyAnswerTo('sent'))).toContain('Your reference is OBS-')
    const refs = (await reportsOf(person))[0]?.words.match(/OBS-\d{4}-\d+/g)
    expect(refs).toEqual([referenceIn(wordsOn(onlyAnswerTo('sent')))])
    shows({
      fault: 'Teams hands one message or press to two instances at the same moment',
      seen: 'The same answer from both',
      kept: 'One step of the conversation, one report, one reference',
      store: 'MongoDB',
    })
  })

  test('somebody who is entered on the board at one is known at the other at once', async () => {
    const home = () => call(other, 'newNurse', 'home')
    expect((await home()).status).toBe(401)
    const agency = 'healthVisiting'
    const known = { id: 'newNurse', tenantId: 'demo', objectId: 'newNurse', name: 'New Nurse' }
    const entered = await call(one, 'businessManager', 'board/addPerson', {
      version: (await scene.stores.board.current())?.version,
      submission: 'entered',
      ...known,
      jobTitle: 'Nurse',
      agency,
    })
    expect(entered.status).toBe(200)
    expect((await home()).status).toBe(200)
  })

  test('a half-finished report survives one of them being killed and started again', async () => {
    const person = 'teacher'
    const [asked] = await chatAt(one, person).say('near miss: a coach left without a register')
    await chatAt(other, person).press(asked?.card, 'No')
    await one.kill('SIGKILL')
    const next = await chatAt(other, person).say('The driver asked for it')
    expect(next[0]?.words).toContain('could be exposed')
    one = await scene.startProgram(portOf(one))
    const [check] = await chatAt(one, person).say('not sure')
    expect(check?.words).toContain('Check before you send')
    const { said } = await chatAt(other, person).press(check?.card, 'Send')
    const ref = referenceIn(said[0]?.words)
    const stored = await scene.stores.records.observation.load(ref)
    const answers = JSON.stringify(stored?.state.answers)
    for (const words of ['a coach left without a register', 'The driver asked for it'])
      expect(answers).toContain(words)
    shows({
      fault: 'An instance is killed while somebody tells a report, and started again',
      seen: 'Nothing: the conversation goes on at the other, and then at both',
      kept: 'Every answer that was answered to',
      store: 'MongoDB',
    })
  })
})
