import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buttonsOn } from '../support/card-reading.ts'
import type { Pressed, TestApp } from '../support/start-app.ts'
import { postActivity, startApp } from '../support/start-app.ts'
import { referenceIn, storedAs } from '../support/stories.ts'

// A whole story in which everything a person writes, and their names, carry a mark. The mark may
// be on cards that its readers open, and nowhere else.

const MARK = 'zanzibar'
/** Entered under the name of the account, mark included. */
const REPORTER = 'somebody'
const mark = (words: string) => `${words} ${MARK}`

const CONSOLE = ['error', 'warn', 'log', 'info', 'debug'] as const
const printed = CONSOLE.map((level) => vi.spyOn(console, level).mockReturnValue())

let app: TestApp
const bodies: string[] = []
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** Somebody of the demo board, under a name with the mark. */
function marked(person: string) {
  const chat = app.chatAs(person)
  const from = { id: `29:${person}`, aadObjectId: person, name: mark(person) }
  const send = (more: object) => chat.send({ from, ...more })
  return {
    say: async (text: string) => (await send({ type: 'message', text })).said[0],
    async press(card: unknown, title: string, fields = {}): Promise<Pressed> {
      const { verb, data } = buttonsOn(card).find((one) => one.title === title) ?? {}
      const value = { action: { verb, data: { ...data, ...fields } } }
      return send({ type: 'invoke', name: 'adaptiveCard/action', value })
    },
    greet: () => send({ type: 'installationUpdate', action: 'add' }),
    send,
    last: () => chat.lastCard,
  }
}

/** The story: told, read, decided, refused on the way, answered, closed, and badly delivered. */
async function story(): Promise<string> {
  const reporter = marked(REPORTER)
  const senior = marked('seniorNurse')
  const stranger = marked('teacher')
  for (const one of [senior, stranger]) await one.greet()
  await reporter.say('act as newcomer')
  const where = await reporter.say('raise')
  await reporter.press(where?.card, 'Go on', { agency: 'healthVisiting' })
  await reporter.say('delete')

  const asked = await reporter.say(mark('near miss: two lists held the same name'))
  await reporter.press(asked?.card, 'No')
  await reporter.say(mark('A colleague noticed'))
  const check = await reporter.say(mark('Every clinic'))
  const emptied = { answer_whatStoppedIt: '', answer_couldHaveHappened: mark('two lists') }
  const again = await reporter.press(check?.card, 'Send', emptied)
  const fields = { answer_whatStoppedIt: mark('Luck'), answer_whoElseExposed: mark('All') }
  const sent = await reporter.press(again.replaced, 'Send', fields)
  const ref = referenceIn(sent.said[0]?.words)
  await reporter.press(sent.said[0]?.card, 'Tell us more')
  for (let skips = 0; skips < 12; skips += 1) await reporter.say('skip')
  await reporter.press(sent.said[0]?.card, 'Tell us more')
  await reporter.say(mark('near enough'))
  await reporter.say('stop')
  await app.deliver()

  await stranger.say(ref)
  await stranger.send({ type: 'invoke', name: MARK, value: { [MARK]: MARK } })
  const card = senior.last()
  await senior.press(card, 'Read it')
  const form = await senior.press(card, 'Decide')
  const writing = await senior.press(form.replaced, 'Go on', { outcome: 'multiAgencyReview' })
  const gaps = { reason: MARK, words: mark('by {date}') }
  const refused = await senior.press(writing.replaced, 'Preview', gaps)
  const decision = { reason: mark('It is used in every clinic'), words: mark('It will be used') }
  const preview = await senior.press(refused.replaced, 'Preview', decision)
  const decided = await senior.press(preview.replaced, 'Send decision')
  await senior.press(preview.replaced, 'Send decision')
  const feedback = await senior.press(decided.replaced, 'Give feedback')
  const text = { mode: 'tellWhatWasDone', text: mark('It was changed') }
  const given = await senior.press(feedback.replaced, 'Send the feedback', text)
  app.teams.refuseNext({ status: 502, in: `chat-${REPORTER}` })
  await app.deliver()
  app.clock.advance({ minutes: 1 })
  await app.deliver()
  const closed = await senior.press(given.replaced, 'Close')
  const reopen = await senior.press(closed.replaced, 'Open again')
  await senior.press(reopen.replaced, 'Open again', { reason: mark('Once more') })
  await app.deliver()
  return ref
}

/** Requests that are refused, with the mark in all that they hold. */
async function refusedRequests() {
  const wrong: readonly unknown[] = [
    { type: MARK },
    { type: 'message', text: MARK, from: { id: MARK, name: [MARK] }, conversation: { id: MARK } },
    { type: 'message', text: MARK, serviceUrl: `http://${MARK}.example` },
    [MARK],
    MARK,
  ]
  for (const body of wrong) bodies.push(await (await postActivity(app.url, body)).text())
  const cut = { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"${MARK}` }
  bodies.push(await (await fetch(`${app.url}/api/messages`, cut)).text())
  bodies.push(await (await fetch(`${app.url}/api/${MARK}`)).text())
  app.teams.refuseNext({ status: 500, code: 'Unknown', in: 'chat-teacher' })
  const lost = await marked('teacher').send({ type: 'message', text: MARK })
  expect(lost.status).toBe(500)
  bodies.push(JSON.stringify(lost.body))
}

test('words and names of people are on the cards of their readers, and nowhere else', async () => {
  const ref = await story()
  await refusedRequests()

  expect(JSON.stringify(await storedAs(app, ref))).toContain(MARK)
  expect(JSON.stringify(await app.app.deps.board.current())).toContain(mark(REPORTER))
  expect(app.teams.sent.some(({ words }) => words.includes(MARK))).toBe(true)
  expect(app.teams.sent.length).toBeGreaterThan(10)

  for (const { summary, card } of [...app.teams.sent, ...app.teams.updates]) {
    expect(summary ?? '').not.toContain(MARK)
    expect(`${card?.['fallbackText']} ${card?.['speak']}`).not.toContain(MARK)
  }
  const cardsOfTriage = [...app.teams.sent, ...app.teams.updates].filter(
    ({ conversation, words }) => conversation !== `chat-${REPORTER}` && words.includes(ref),
  )
  expect(cardsOfTriage.length).toBeGreaterThan(2)
  for (const { card } of cardsOfTriage) expect(JSON.stringify(card)).not.toContain(MARK)

  expect(app.log.length).toBeGreaterThan(0)
  expect(JSON.stringify(app.log)).not.toContain(MARK)
  expect(
    inspect(
      printed.map(({ mock }) => mock.calls),
      { depth: 9 },
    ),
  ).not.toContain(MARK)
  expect(app.teams.requests.join()).not.toContain(MARK)
  expect(bodies.join()).not.toContain(MARK)
  const metrics = await (await fetch(`${app.url}/metrics`)).text()
  expect(metrics).toContain('learning_loop_deliveries')
  expect(metrics).not.toContain(MARK)
  for (const { card } of app.teams.sent)
    for (const url of JSON.stringify(card ?? {}).matchAll(/"url":"([^"]*)"/g))
      expect(url[1]).not.toContain(MARK)
})
