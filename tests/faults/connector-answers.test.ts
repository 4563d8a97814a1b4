import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { titleOn } from '../support/card-reading.ts'
import type { Refusal } from '../support/fake-teams.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { howMany, toldNearMiss } from '../support/stories.ts'
import type { OnTheWay, TestBot } from './connector-bot.ts'
import { startBot } from './connector-bot.ts'
import { shows } from './reliability.ts'

// Teams does not take an answer to what somebody did, or nobody can say whether it did. What was
// done is kept by then and is not done again.

const STORY = 'Two letters lay in one envelope'
const NOT_TAKEN =
  'Teams did not take my answer just now. What you did is kept: press again to see it.'

let app: TestApp
let bot: TestBot
let reporter: Chat
beforeEach(async () => {
  app = await startApp()
  onTestFinished(() => app.stop())
  bot = await startBot(app)
  reporter = bot.chatAs('healthVisitor1')
})

interface Answered {
  readonly fault: string
  readonly answer: Omit<Refusal, 'in'> | OnTheWay
  /** How often the answer comes in the end. */
  readonly copies?: 2
}

const ANSWERED: readonly Answered[] = [
  { fault: 'answers 412', answer: { status: 412, code: 'PreconditionFailed' } },
  { fault: 'answers 429 and says when to come again', answer: { status: 429, retryAfter: '120' } },
  { fault: 'answers 429 and does not say when to come again', answer: { status: 429 } },
  { fault: 'answers 500', answer: { status: 500 } },
  { fault: 'answers 502', answer: { status: 502 } },
  { fault: 'answers 504', answer: { status: 504 } },
  { fault: 'closes the chat', answer: { status: 403, code: 'ConversationBlockedByUser' } },
  { fault: 'does not find the chat', answer: { status: 404, code: 'ConversationNotFound' } },
  { fault: 'finds the answer too big', answer: { status: 413, code: 'MessageSizeTooBig' } },
  { fault: 'closes the connection', answer: { status: 0, reset: true } },
  { fault: 'does not answer', answer: 'lost' },
  { fault: 'takes the answer and closes the connection', answer: 'takenAndReset', copies: 2 },
  { fault: 'takes the answer and does not say so', answer: 'takenAndLost', copies: 2 },
]

const receipts = () =>
  reporter.messages.filter(({ card }) => /^Thank you\. Your reference/.test(titleOn(card)))

/** The same person's chat, in which the next answer does not go well. */
function failing({ answer }: Answered): Chat {
  bot.way.requests.length = 0
  if (typeof answer === 'string') bot.way.next.push(answer)
  else app.teams.refuseNext({ ...answer, in: 'chat-healthVisitor1' })
  return bot.facing(answer).chatAs('healthVisitor1')
}

/** What stands in the log of a turn: what the connector did, and nothing of what was in it. */
function expectNothingTold() {
  expect(bot.defects.length).toBe(1)
  const [defect] = bot.defects
  expect(`${defect} ${JSON.stringify(defect)}`).not.toContain('envelope')
}

describe('when Teams', () => {
  test.each(ANSWERED)('$fault, a message is answered when it comes again', async (row) => {
    await toldNearMiss(reporter, STORY)
    const send = { type: 'message', text: 'send', id: 'sent-once' }
    const first = await failing(row).send(send)
    // So that the channel sends it again.
    expect(first.status).toBe(500)
    expect(JSON.stringify(first.body)).toBe('{"title":"The bot could not answer. Send it again."}')
    expect(bot.way.requests).toHaveLength(1)
    expect(await howMany(app)).toBe(1)
    expect((await reporter.send(send)).status).toBe(200)
    expect(receipts()).toHaveLength(row.copies ?? 1)
    expect(await howMany(app)).toBe(1)
    expectNothingTold()
    shows({
      fault: `Teams ${row.fault}, asked to take the answer to a message`,
      seen: row.copies
        ? 'The answer, twice at most'
        : 'The answer, when Teams sends the message again',
      kept: 'What was said, once',
      store: 'none',
    })
  })

  test.each(ANSWERED)(
    '$fault, a press says so, and pressed again shows what was done',
    async (row) => {
      const check = await toldNearMiss(reporter, STORY)
      const first = await failing(row).press(check, 'Send')
      expect(first).toMatchObject({ status: 200, body: { statusCode: 200, value: NOT_TAKEN } })
      expect(bot.way.requests).toHaveLength(1)
      expect(await howMany(app)).toBe(1)
      await reporter.press(check, 'Send')
      expect(receipts()).toHaveLength(row.copies ?? 1)
      expect(await howMany(app)).toBe(1)
      expectNothingTold()
      shows({
        fault: `Teams ${row.fault}, asked to take the answer to a press`,
        seen: 'One sentence in place of the card; pressed again, the answer',
        kept: 'What was done, once',
        store: 'none',
      })
    },
  )
})
