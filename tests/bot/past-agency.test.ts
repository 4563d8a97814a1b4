import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inputsOn, titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { draftOf, forgets, referenceIn, storedAs, toldNearMiss } from '../support/stories.ts'

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('teacher', 'safeguardingLead', 'businessManager')
  chat = app.chatAs('teacher')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

const READERS = 'Business Manager and Deputy Business Manager at Board office'

/** Everything somebody of the agency and the office were told, and may open. */
async function sentPast(send: () => Promise<string | undefined>) {
  const ref = referenceIn(await send())
  await app.deliver()
  expect(await storedAs(app, ref)).toMatchObject({
    route: { agency: 'boardOffice', person: null },
    pastAgency: true,
  })
  const told = (person: string) =>
    app.chatAs(person).messages.some(({ words }) => words.includes(ref))
  expect(told('safeguardingLead')).toBe(false)
  expect(told('businessManager')).toBe(true)
  const lead = app.chatAs('safeguardingLead')
  expect((await lead.say(ref))[0]?.words).toContain('cannot find that')
  expect((await lead.say('my work'))[0]?.words).not.toContain(ref)
  const [work] = await app.chatAs('businessManager').say('my work')
  expect(work?.words).toContain(ref)
  return ref
}

test('S12: the check card says who reads it, that it may be passed on, and offers the board office', async () => {
  const check = await toldNearMiss(chat)
  expect(wordsOn(check)).toContain('They may pass it on to somebody in another agency')
  expect(wordsOn(check)).toContain(`At the board office: ${READERS}`)
  expect(inputsOn(check)).toMatchObject({ to: 'agency' })
  await sentPast(async () => {
    const { said } = await chat.press(check, 'Send', { to: 'office' })
    expect(said[0]?.words).toContain(`it goes to ${READERS}`)
    expect(said[0]?.words).toContain(
      'It is kept from everybody who works for Example Primary School or has worked there',
    )
    return said[0]?.words
  })
})

test('S12: “my manager is the problem” says who else can read it, and one press sends it there', async () => {
  await chat.say('near miss: two lists held the same name')
  const [answer] = await chat.say('my manager is the problem')
  expect(answer?.words).toContain('Usually what you send is read by Safeguarding Lead')
  expect(answer?.words).toContain(`read by ${READERS}`)
  expect(answer?.words).toMatch(/whistleblowing|speaking up/i)
  expect(answer?.words).toContain('The board office, 01632 960200')
  await chat.press(answer?.card, 'To the board office')
  expect((await draftOf(app, 'teacher')).to).toBe('office')
  for (const text of ['no', 'The clerk rang']) await chat.say(text)
  const [check] = await chat.say('not sure')
  expect(check?.words).toContain(`It will be read by ${READERS}`)
  await sentPast(async () => (await chat.say('send'))[0]?.words)
})

test('with nothing open it begins a report that goes there', async () => {
  const [answer] = await chat.say('my boss is the problem')
  const begun = await chat.press(answer?.card, 'To the board office')
  expect(titleOn(begun.said[0]?.card)).toBe('What would you like to tell us about?')
  expect(begun.said[0]?.words).toContain(`read by ${READERS}`)
  expect((await draftOf(app, 'teacher')).to).toBe('office')
})

test('whoever works at the board office is not offered it', async () => {
  const own = app.chatAs('boardMember')
  expect(inputsOn(await toldNearMiss(own))).not.toHaveProperty('to')
  const [answer] = await own.say('my manager is the problem')
  expect(titlesOf(answer?.card)).not.toContain('To the board office')
  expect(answer?.words).toContain('I cannot send it past them from here')
})

test('the dialog on a message offers it as well, keeps what it holds, and forgets it once sent', async () => {
  const group = { id: 'some-group', conversationType: 'groupChat', isGroup: true, tenantId: 'demo' }
  const invoke = async (name: string, value: unknown) => {
    const more = { type: 'invoke', name: `composeExtension/${name}`, conversation: group, value }
    const { body } = await app.chatAs('teacher', group.id).send(more)
    return (body.task?.value as { card?: { content?: unknown } } | undefined)?.card?.content
  }
  const body = { content: 'The letter went to an old address' }
  const first = await invoke('fetchTask', { messagePayload: { body } })
  const dataOf = (card: unknown) =>
    JSON.parse(/"data":(\{[^{}]*\})/.exec(JSON.stringify(card))?.[1] ?? '{}')
  const second = await invoke('submitAction', {
    data: { ...dataOf(first), ...inputsOn(first), kind: 'disquiet' },
  })
  expect(inputsOn(second)).toMatchObject({ to: 'agency' })
  expect(JSON.stringify(await draftOf(app, 'teacher'))).toContain(
    'The letter went to an old address',
  )
  const answers = { answer_dangerNow: 'no', answer_worry: 'veryWorried', to: 'office' }
  await sentPast(async () => {
    const data = { ...dataOf(second), ...inputsOn(second), ...answers }
    return wordsOn(await invoke('submitAction', { data }))
  })
  expect(titleOn((await chat.say('hello'))[0]?.card)).toBe('Tell us what you notice')
})

test('so does the API', async () => {
  const send = (to: string) =>
    fetch(`${app.url}/api/observations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-act-as': 'teacher' },
      body: JSON.stringify({
        submission: `by-api-${to}`,
        kind: 'practiceConcern',
        answers: [
          { question: 'dangerNow', value: { type: 'choice', code: 'no' } },
          { question: 'story', value: { type: 'text', text: 'The handover was skipped.' } },
        ],
        to,
      }),
    })
  await sentPast(async () => JSON.stringify(await (await send('office')).json()))
  expect((await send('nowhere')).status).toBe(400)
})

test('S10: afterwards “who can see my report” names those who read that report', async () => {
  const check = await toldNearMiss(chat)
  const [understood] = await chat.say('send to the board office instead, my manager is the problem')
  expect(titlesOf(understood?.card)).toContain('To the board office')
  const ref = await sentPast(async () => {
    const { said } = await chat.press(check, 'Send', { to: 'office' })
    return said[0]?.words
  })
  await chat.say('no thanks')
  const [answer] = await chat.say('who can see my report')
  expect(answer?.words).toContain(`Your report ${ref} is read by ${READERS}`)
  expect(answer?.words).not.toContain('Safeguarding Lead')
})
