import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ObservationDetail, ObservationPage } from '../../src/contract/observations.ts'
import { Home } from '../../src/contract/people.ts'
import { buttonsOn, wordsOn } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'

// The first loop, told twice: once in the chat, once through the API. Each step is a line of the
// story; what each person sees, and above all does not see, is checked where it happens.

let app: TestApp
beforeAll(async () => {
  app = await startApp({ at: '2026-03-25T09:00:00.000Z' })
  for (const person of ['healthVisitor1', 'seniorNurse', 'deputyNurse', 'teacher'])
    await app.chatAs(person).greet()
})
afterAll(() => app.stop())

const lastCardTo = (person: string) => app.chatAs(person).lastCard
const titlesOn = (card: unknown) => buttonsOn(card).map(({ title }) => title)

describe('the first loop in the chat', () => {
  const story = 'two babies with the same name were nearly given the same vaccine'
  const reason = 'The same list is used in every clinic, so all of them should look at it.'
  const reporter = () => app.chatAs('healthVisitor1')
  const senior = () => app.chatAs('seniorNurse')
  let ref = ''
  let card: unknown

  test('a health visitor tells of a near miss in one sentence', async () => {
    const [asked] = await reporter().say(`near miss: ${story}`)
    expect(wordsOn(asked?.card)).toMatch(/call 999/)
    const { said } = await reporter().press(asked?.card, 'No')
    expect(wordsOn(said[0]?.card)).toContain('What stopped it?')
  })

  test('she answers two short questions and checks what she sends', async () => {
    await reporter().say('The mother asked which vaccine it was')
    const [check] = await reporter().say('Every clinic that books by name')
    expect(wordsOn(check?.card)).toContain('They will see your name')
    const { said } = await reporter().press(check?.card, 'Send')
    ref = /OBS-2026-\d{4}/.exec(wordsOn(said[0]?.card))?.[0] ?? ''
    expect(wordsOn(said[0]?.card)).toContain('by 1 April 2026')
  })

  test('the senior and the deputy of her agency get the card, without what she wrote', async () => {
    await app.deliver()
    for (const person of ['seniorNurse', 'deputyNurse']) {
      expect(wordsOn(lastCardTo(person))).toContain(`${ref} waits for a decision`)
      expect(wordsOn(lastCardTo(person))).not.toContain('babies')
    }
    expect(wordsOn(lastCardTo('teacher'))).not.toContain(ref)
  })

  test('the senior reads it and says so, and the reporter hears that somebody has started', async () => {
    const read = await senior().press(lastCardTo('seniorNurse'), 'Read it')
    expect(wordsOn(read.replaced)).toContain(story)
    const begun = await senior().press(read.replaced, 'I am on it')
    card = (await senior().press(begun.replaced, 'Decide')).replaced
    await app.deliver()
    expect(wordsOn(lastCardTo('healthVisitor1'))).toContain(`${ref}: somebody senior has started`)
  })

  test('the senior decides, and sees what the reporter will read before it goes', async () => {
    app.clock.advance({ days: 1 })
    const form = await senior().press(card, 'Go on', { outcome: 'multiAgencyReview' })
    const preview = await senior().press(form.replaced, 'Preview', {
      reason,
      words: `${ref} will be used for learning at the clinic meeting by 30 April, without names.`,
    })
    expect(wordsOn(preview.replaced)).toContain('This is how the reporter will read it')
    const sent = await senior().press(preview.replaced, 'Send decision')
    expect(wordsOn(sent.replaced)).toContain('Decided by Senior Nurse on 26 March 2026')
    expect(titlesOn(sent.replaced)).toContain('Give feedback')
    expect(titlesOn(sent.replaced)).not.toContain('Close')
  })

  test('S13: the reporter reads what was decided and why; the deputy’s card shows it, too', async () => {
    await app.deliver()
    expect(wordsOn(lastCardTo('healthVisitor1'))).toContain('clinic meeting by 30 April')
    expect(wordsOn(lastCardTo('healthVisitor1'))).toContain(reason)
    const copies = app.teams.updates.filter(
      ({ conversation }) => conversation === 'chat-deputyNurse',
    )
    expect(wordsOn(copies.at(-1)?.card)).toContain('Decided by Senior Nurse')
    expect(titlesOn(copies.at(-1)?.card)).not.toContain('Decide')
  })

  test('she hears what was done, and that it is closed', async () => {
    const open = (await senior().say(ref))[0]?.card
    const form = (await senior().press(open, 'Give feedback')).replaced
    const told = 'Both clinics now read the date of birth aloud.'
    const given = (await senior().press(form, 'Send the feedback', { text: told })).replaced
    await app.deliver()
    expect(wordsOn(lastCardTo('healthVisitor1'))).toContain(told)
    await senior().press(given, 'Close')
    await app.deliver()
    expect(wordsOn(lastCardTo('healthVisitor1'))).toContain(`${ref} is closed`)
  })

  test('at every point she finds her report by its reference, and nobody else does', async () => {
    const [mine] = await reporter().say(ref)
    expect(wordsOn(mine?.card)).toContain('Closed. Decision: Multi-agency learning review')
    const [theirs] = await app.chatAs('teacher').say(ref)
    expect(wordsOn(theirs?.card)).toContain('We cannot find that')
  })
})

describe('the first loop through the API', () => {
  let ref = ''
  let version = 0

  const call = async (person: string, where: string, body?: object) => {
    const response = await fetch(`${app.url}/api/${where}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'X-Act-As': person, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: response.status, body: (await response.json()) as unknown }
  }
  const change = async (action: string, body: object) => {
    const path = `observations/${ref}/${action}`
    const { status, body: answer } = await call('safeguardingLead', path, {
      version,
      submission: `${action}-${version}`,
      ...body,
    })
    expect(status).toBe(200)
    const seen = ObservationDetail.parse(answer)
    version = seen.version
    return seen
  }

  test('a teacher raises good practice', async () => {
    const { status, body } = await call('teacher', 'observations', {
      submission: 'journey',
      kind: 'goodPractice',
      answers: [
        { question: 'dangerNow', value: { type: 'choice', code: 'no' } },
        { question: 'whatWentWell', value: { type: 'text', text: 'Everybody was asked first.' } },
        { question: 'whatHelped', value: { type: 'text', text: 'Ten quiet minutes.' } },
      ],
    })
    expect(status).toBe(201)
    const raised = ObservationDetail.parse(body)
    ref = raised.ref
    version = raised.version
    expect(raised.allowed.map(({ action }) => action)).toEqual(['add'])
  })

  test('it waits for her senior at home and in triage, and for nobody else', async () => {
    const home = Home.parse((await call('safeguardingLead', 'home')).body)
    expect(home.waiting.rows.map((row) => row.ref)).toEqual([ref])
    const queue = await call('safeguardingLead', 'observations?view=triage&stage=awaitingTriage')
    expect(ObservationPage.parse(queue.body).rows.map((row) => row.ref)).toEqual([ref])
    expect((await call('seniorNurse', `observations/${ref}`)).status).toBe(404)
  })

  test('the senior corrects the kind, decides, tells what was done and closes', async () => {
    await change('acknowledge', {})
    const corrected = await change('correctKind', { kind: 'goodOutcome', reason: 'It ended well.' })
    expect(corrected.kindByReporter.code).toBe('goodPractice')
    const decided = await change('decide', {
      outcome: 'multiAgencyReview',
      reason: 'Other classes can begin their meetings in the same way.',
      words: `${ref} will be used for learning at the staff meeting by June, without names.`,
      nextReviewOn: null,
    })
    expect(decided.allowed.find(({ action }) => action === 'close')?.missing).toHaveLength(1)
    await change('giveFeedback', { mode: 'tellWhatWasDone', text: 'Three classes do it now.' })
    expect((await change('close', {})).stage).toBe('closed')
  })

  test('the teacher sees the decision, its reason and what was done', async () => {
    const mine = ObservationDetail.parse((await call('teacher', `observations/${ref}`)).body)
    expect(mine.seenAs).toBe('reporter')
    expect(mine.decisions.at(-1)?.reason).toContain('Other classes')
    expect(mine.feedback.at(-1)?.text).toContain('Three classes')
    expect(mine.says).toBe('Closed. Decision: Multi-agency learning review.')
  })
})
