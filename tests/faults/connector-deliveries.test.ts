import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { actorFor } from '../../src/domain/board/directory.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { listNotDelivered } from '../../src/usecases/telling/list-not-delivered.ts'
import type { Refusal } from '../support/fake-teams.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { raised } from '../support/stories.ts'
import type { OnTheWay, TestBot } from './connector-bot.ts'
import { startBot } from './connector-bot.ts'
import { titlesAbout } from './doors.ts'
import { shows } from './reliability.ts'

// Teams does not take a message of our own, or nobody can say whether it did. The tests of the bot
// show what a single answer does to a delivery; these show the outcome in the end.

const SENIOR = personId('seniorNurse')
const CHAT = 'chat-seniorNurse'

let app: TestApp
let bot: TestBot
beforeEach(async () => {
  app = await startApp()
  onTestFinished(() => app.stop())
  bot = await startBot(app)
  await bot.chatAs(SENIOR).greet()
  bot.way.requests.length = 0
})

async function deliveryOf(ref: string) {
  const all = await app.app.deps.deliveries.about('observation', ref, 'triage')
  const one = all.find(({ recipient, updates }) => recipient === SENIOR && updates === null)
  if (!one) throw new Error('there is no such delivery')
  return one
}

const notDelivered = async () => {
  const board = await currentBoard(app.app.deps)
  const actor = actorFor(board, personId('businessManager'))
  return (await listNotDelivered(app.app.deps, actor, board)).onDuty.filter(
    ({ recipient }) => recipient === SENIOR,
  )
}

const cards = (ref: string) => titlesAbout(bot.chatAs(SENIOR), ref)
const card = (ref: string) => `${ref} waits for a decision`

interface Later {
  readonly fault: string
  readonly answer: Omit<Refusal, 'in'> | OnTheWay
  readonly failure: string
  /** How long it is not tried again. */
  readonly seconds?: number
  /** How often the card comes in the end. */
  readonly copies?: 2
}

const LATER: readonly Later[] = [
  {
    fault: 'answers 412',
    answer: { status: 412, code: 'PreconditionFailed' },
    failure: 'PreconditionFailed',
  },
  {
    fault: 'answers 429 and says when to come again',
    answer: { status: 429, code: 'Throttled', retryAfter: '120' },
    failure: 'Throttled',
    seconds: 120,
  },
  {
    fault: 'answers 429 and does not say when to come again',
    answer: { status: 429 },
    failure: 'http-429',
  },
  { fault: 'answers 500', answer: { status: 500 }, failure: 'http-500' },
  { fault: 'answers 502', answer: { status: 502 }, failure: 'http-502' },
  { fault: 'answers 503', answer: { status: 503 }, failure: 'http-503' },
  { fault: 'answers 504', answer: { status: 504 }, failure: 'http-504' },
  { fault: 'closes the connection', answer: { status: 0, reset: true }, failure: 'NoAnswer' },
  { fault: 'does not answer', answer: 'lost', failure: 'NoAnswer' },
  {
    fault: 'takes a message and closes the connection',
    answer: 'takenAndReset',
    failure: 'NoAnswer',
    copies: 2,
  },
  {
    fault: 'takes a message and does not answer',
    answer: 'takenAndLost',
    failure: 'NoAnswer',
    copies: 2,
  },
]

describe('a message is sent later, and once each time, when Teams', () => {
  test.each(LATER)('$fault', async ({ fault, answer, failure, seconds = 5, copies = 1 }) => {
    if (typeof answer === 'string') bot.way.next.push(answer)
    else app.teams.refuseNext({ ...answer, in: CHAT })
    const ref = await raised(app)
    await bot.facing(answer).deliver()
    expect(await deliveryOf(ref)).toMatchObject({ state: 'waiting', attempts: 1, failure })
    expect(bot.way.requests).toHaveLength(1)
    const waits = Date.parse((await deliveryOf(ref)).dueAt) - Date.parse(app.clock.now())
    expect(waits).toBe(seconds * 1000)
    app.clock.advance({ minutes: (seconds - 1) / 60 })
    await bot.deliver()
    expect(bot.way.requests).toHaveLength(1)
    app.clock.advance({ minutes: 1 / 60 })
    await bot.deliver()
    expect(await deliveryOf(ref)).toMatchObject({ state: 'sent', conversationId: CHAT })
    expect(bot.way.requests).toHaveLength(2)
    expect(cards(ref)).toEqual(Array(copies).fill(card(ref)))
    expect(await notDelivered()).toEqual([])
    shows({
      fault: `Teams ${fault}${copies === 2 ? '' : ', asked to take a message'}`,
      seen:
        copies === 2
          ? 'The message, twice at most'
          : `The message, once; ${seconds === 5 ? 'some seconds later' : 'not before the time that Teams names'}`,
      kept: 'Every message',
      store: 'none',
    })
  })
})

interface Ended {
  readonly why: string
  readonly status: number
  readonly code: string
}

const CLOSED: readonly Ended[] = [
  { why: 'has blocked the bot', status: 403, code: 'ConversationBlockedByUser' },
  { why: 'has removed the app', status: 403, code: 'BotNotInConversationRoster' },
  { why: 'has the app turned off by an administrator', status: 403, code: 'BotDisabledByAdmin' },
  { why: 'is in a chat that takes nothing', status: 403, code: 'MessageWritesBlocked' },
  { why: 'has no such chat any more', status: 404, code: 'ConversationNotFound' },
]

describe('a message ends, and the business manager sees why, when somebody', () => {
  test.each(CLOSED)('$why ($code)', async ({ why, status, code }) => {
    app.teams.refuseNext({ status, code, in: CHAT })
    const ref = await raised(app)
    await bot.deliver()
    const ended = { state: 'ended', failure: code } as const
    expect(await deliveryOf(ref)).toMatchObject({ ...ended, attempts: 1 })
    expect(await notDelivered()).toMatchObject([{ recipient: SENIOR, ...ended, messages: 1 }])
    const meanwhile = await raised(app)
    for (const _ of ['a day', 'and another']) {
      app.clock.advance({ days: 1 })
      await bot.deliver()
    }
    expect(bot.way.requests).toHaveLength(1)
    expect(await deliveryOf(meanwhile)).toMatchObject({ state: 'unreachable' })

    await bot.chatAs(SENIOR).say('hello')
    expect(await notDelivered()).toEqual([])
    const next = await raised(app)
    await bot.deliver()
    expect([cards(ref), cards(meanwhile), cards(next)]).toEqual([
      [],
      [card(meanwhile)],
      [card(next)],
    ])
    shows({
      fault: `Somebody ${why}`,
      seen: 'Nothing, until they write again; then what came meanwhile, and everything new',
      kept: 'All but the one message that was refused; the business manager sees whom it did not reach, and why',
      store: 'none',
    })
  })

  test('would get a message that is too big: it ends, and what comes after it arrives', async () => {
    app.teams.refuseNext({ status: 413, code: 'MessageSizeTooBig', in: CHAT })
    const [big, next] = [await raised(app), await raised(app)]
    await bot.deliver()
    const ended = { state: 'ended', failure: 'MessageSizeTooBig' } as const
    expect(await deliveryOf(big)).toMatchObject({ ...ended, attempts: 1 })
    app.clock.advance({ days: 1 })
    await bot.deliver()
    expect(bot.way.requests).toHaveLength(2)
    expect([cards(big), cards(next)]).toEqual([[], [card(next)]])
    const all = await app.app.deps.deliveries.notDelivered()
    expect(all).toContainEqual(expect.objectContaining({ recipient: SENIOR, ...ended }))
    shows({
      fault: 'Teams finds a message too big',
      seen: 'Everything but that message',
      kept: 'All but the one message; why it ended is kept with it',
      store: 'none',
    })
  })
})
