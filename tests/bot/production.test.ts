import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { VERBS } from '../../src/bot/records/verbs.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { changeBoard } from '../../src/usecases/board/change-board.ts'
import { whoIs } from '../../src/usecases/board/who-is.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { buttonsOn, titleOn, titlesOf } from '../support/card-reading.ts'
import { pressOf } from '../support/start-app.ts'
import type { Production } from '../support/start-production.ts'
import { startProduction } from '../support/start-production.ts'

const HELP = { type: 'message', text: 'help' }
const NOT_HERE = 'This bot is not available to your organisation. Ask whoever told you about it.'

let live: Production
beforeAll(async () => {
  live = await startProduction()
})
afterAll(() => live.stop())

describe('who may speak to the bot', () => {
  // The SDK prints why it refuses a token. It must print no more than that.
  const printed = vi.spyOn(console, 'error').mockReturnValue()
  afterEach(() => {
    expect(inspect(printed.mock.calls)).not.toMatch(/teacher|help|Bearer|eyJ/)
    printed.mockClear()
  })

  const refused = async (status: number, answer: Promise<{ status: number; text: string }>) => {
    const { status: given, text } = await answer
    expect(given).toBe(status)
    expect(JSON.parse(text)).toEqual({ title: 'The bot does not know who sent this.' })
    expect(live.log.filter(({ level }) => level === 'error')).toEqual([])
  }

  test('a token of the channel lets somebody in', async () => {
    const { status, cards } = await live.signed('teacher', HELP)
    expect(status).toBe(200)
    expect(titleOn(cards[0])).toBe('What I can do')
  })

  test.each([
    ['no token', {}],
    ['an empty one', { authorization: '' }],
    ['one that is none', { authorization: 'Bearer nonsense' }],
    ['three words', { authorization: 'Bearer a b' }],
    ['dots', { authorization: 'Bearer ..' }],
    ['another scheme', { authorization: 'Basic dGVhY2hlcjo=' }],
  ])('%s does not', async (_, headers) => {
    await refused(401, live.send('teacher', HELP, headers))
  })

  test.each([
    ['signed by a stranger', { signedBy: 'stranger' }],
    ['expired', { expiresIn: -301, validFrom: -3600 }],
    ['not valid yet', { validFrom: 900 }],
    ['of another issuer', { issuer: 'https://somebody.example' }],
    ['for another bot', { audience: '00000000-0000-4000-8000-000000000000' }],
    ['for another address', { serviceUrl: 'https://elsewhere.example' }],
    ['without an address', { serviceUrl: '' }],
    ['with a key nobody knows', { kid: 'unknown' }],
  ])('a token %s does not', async (_, parts) => {
    await refused(401, live.signed('teacher', HELP, parts))
  })

  test('a token without a signature does not', async () => {
    const [, claims] = (await live.channel.token()).split('.')
    const header = Buffer.from('{"alg":"none","typ":"JWT","kid":"teams"}').toString('base64url')
    const authorization = `Bearer ${header}.${claims}.`
    await refused(401, live.send('teacher', HELP, { authorization }))
  })

  test('a key that vouches for another channel does not', async () => {
    await refused(401, live.signed('teacher', { ...HELP, channelId: 'webchat' }))
    await refused(401, live.signed('teacher', { ...HELP, channelId: 'AseChannel' }))
  })

  test('a web chat, which lets a client say who it is, is nobody here', async () => {
    for (const channelId of ['webchat', 'directline', '']) {
      const from = live.signed('seniorNurse', { ...HELP, channelId }, { kid: 'every-channel' })
      expect((await from).words).toEqual([NOT_HERE])
    }
    await refused(401, live.signed('seniorNurse', { ...HELP, channelId: undefined }))
  })

  test('what is no activity is refused before anybody asks for a token', async () => {
    const { status } = await live.send('teacher', { type: undefined })
    expect(status).toBe(400)
  })
})

test('an account is the same in whatever case its ids are written', async () => {
  const spelt = {
    from: { id: '29:teacher', aadObjectId: 'TEACHER' },
    conversation: { id: 'chat-teacher', conversationType: 'personal', tenantId: 'DEMO' },
    channelData: { tenant: { id: 'Demo' } },
  }
  const { cards } = await live.signed('teacher', { type: 'message', text: 'raise', ...spelt })
  expect(titleOn(cards[0])).toBe('What would you like to tell us about?')
  expect(await live.app.deps.conversations.get(personId('teacher'))).toBeDefined()
})

describe('another organisation', () => {
  const elsewhere = {
    conversation: { id: 'chat-x', conversationType: 'personal', tenantId: 'somewhere-else' },
    channelData: { tenant: { id: 'somewhere-else' } },
  }

  test('is told that the bot is not for it, and not what there is', async () => {
    for (const text of ['help', 'OBS-2026-0001', 'near miss: words', 'act as chair']) {
      const { status, words } = await live.signed('teacher', {
        type: 'message',
        text,
        ...elsewhere,
      })
      expect(status).toBe(200)
      expect(words).toEqual([NOT_HERE])
    }
    const { invoked } = await live.signed('teacher', { ...pressOf('help', {}), ...elsewhere })
    expect(invoked).toMatchObject({ statusCode: 200, value: NOT_HERE })
  })

  test('leaves nothing behind', async () => {
    await live.signed('visitor', { type: 'message', text: 'near miss: words', ...elsewhere })
    const { turns, conversations } = live.app.deps
    expect((await turns.dialog('somewhere-else.visitor')).state).toBeNull()
    expect(await conversations.get(personId('somewhere-else.visitor'))).toBeUndefined()
  })
})

describe('a guest of an allowed organisation', () => {
  const from = { id: '29:teacher', aadObjectId: 'teacher', name: 'teacher' }

  test.each([
    ['who is called one', { from: { ...from, userRole: 'guest' } }],
    ['whose own tenant is another', { from: { ...from, tenantId: 'somewhere-else' } }],
    ['who writes from another tenant', { channelData: { tenant: { id: 'somewhere-else' } } }],
  ])('%s is told so, in a message and on a button', async (_, marked) => {
    const { words } = await live.signed('teacher', { ...HELP, ...marked })
    expect(words).toEqual([expect.stringContaining('guests cannot use this bot')])
    const { invoked } = await live.signed('teacher', { ...pressOf('help', {}), ...marked })
    expect(invoked).toMatchObject({ value: expect.stringContaining('guests cannot use this bot') })
  })

  test('is let in where the board wants guests', async () => {
    const welcoming = await startProduction({ allowGuests: true })
    onTestFinished(() => welcoming.stop())
    const marked = { ...HELP, from: { ...from, userRole: 'guest' } }
    expect(titleOn((await welcoming.signed('teacher', marked)).cards[0])).toBe('What I can do')
  })
})

test('whoever runs the server is told once an hour why somebody is turned away, and not whom', async () => {
  const own = await startProduction()
  onTestFinished(() => own.stop())
  const elsewhere = { conversation: { id: 'x', tenantId: 'somewhere-else' } }
  const turnAway = async () => {
    await own.send('teacher', HELP)
    await own.send('teacher', HELP, { authorization: 'Bearer nonsense' })
    await own.signed('teacher', { ...HELP, ...elsewhere })
    await own.signed('teacher', { ...HELP, channelId: 'webchat' }, { kid: 'every-channel' })
    await own.signed('teacher', { ...HELP, from: { id: '29:teacher', name: 'teacher' } })
    await own.signed('teacher', { ...HELP, channelData: { tenant: { id: 'somewhere-else' } } })
  }
  await turnAway()
  await turnAway()
  const ways = ['no-token', 'token', 'tenant', 'channel', 'no-account', 'guest']
  expect(own.log.map(({ level, reason }) => [level, reason])).toEqual(
    ways.map((way) => ['warn', `bot-${way}`]),
  )
  expect(JSON.stringify(own.log)).not.toMatch(/teacher|somewhere-else|nonsense|help"/)
  own.clock.advance({ hours: 1 })
  await turnAway()
  expect(own.log).toHaveLength(2 * ways.length)
})

describe('in production', () => {
  test('a report goes from one sentence to its receipt', async () => {
    const [asked] = (
      await live.signed('teacher', { type: 'message', text: 'near miss: two lists, one name' })
    ).cards
    expect(titlesOf(asked)).toContain('No')
    for (const text of ['no', 'A colleague noticed', 'not sure'])
      await live.signed('teacher', { type: 'message', text })
    const { words } = await live.signed('teacher', { type: 'message', text: 'send' })
    expect(words[0]).toMatch(/^Thank you\. Your reference is OBS-2026-\d{4}/)
  })

  test('“act as” does not exist, typed or pressed', async () => {
    const { cards } = await live.signed('officer1', { type: 'message', text: 'act as chair' })
    expect(titleOn(cards[0])).toBe('I can take a report, or tell you how one stands')
    expect(titlesOf(cards[0])).not.toContain('Act as somebody else')
    const pressed = await live.signed('officer1', pressOf('actAs', { person: 'chair' }))
    expect(pressed.words[0]).toContain('cannot find that')
    const [help] = (await live.signed('officer1', HELP)).words
    expect(help).not.toMatch(/acting as|Local mode|To:/)
    expect(await live.app.deps.turns.persona('demo.officer1')).toBeUndefined()
  })

  test('an answer may begin like “act as”, and the report it belongs to is not lost', async () => {
    const told = ['praise: the rota was read aloud', 'be kind, and ask twice before you book', 'no']
    for (const text of told) await live.signed('officer2', { type: 'message', text })
    const { cards } = await live.signed('officer2', { type: 'message', text: 'go on' })
    expect(titleOn(cards[0])).toBe('Check before you send')
    expect(JSON.stringify(cards[0])).toContain('be kind, and ask twice before you book')
  })

  test('somebody nobody has entered is asked once where they work, under the account’s name', async () => {
    const from = { id: '29:new', aadObjectId: 'new-nurse', name: 'Somebody New' }
    const story = { type: 'message', text: 'near miss: two lists, one name', from }
    const [asked] = (await live.signed('new-nurse', story)).cards
    expect(titleOn(asked)).toBe('Where do you work?')
    const data = { ...buttonsOn(asked)[0]?.data, agency: 'healthVisiting' }
    const chosen = await live.signed('new-nurse', { ...pressOf('chooseAgency', data), from })
    expect(chosen.words[0]).toContain('Near miss, question 1 of')
    const board = await currentBoard(live.app.deps)
    const entered = board.people.find(({ objectId }) => objectId === 'new-nurse')
    expect(entered).toMatchObject({
      name: 'Somebody New',
      agency: 'healthVisiting',
      tenantId: 'demo',
    })
    expect(whoIs(board, { tenantId: 'demo', objectId: 'new-nurse' }).roles).toEqual([])
  })

  test('somebody who has left is told so, whatever they do', async () => {
    const board = await currentBoard(live.app.deps)
    const person = board.people.find(({ id }) => id === 'policeLead')
    if (!person) throw new Error('there is no such person')
    const actor = whoIs(board, { tenantId: 'demo', objectId: 'businessManager' })
    const command = { type: 'markAsLeft', person: person.id, on: null, to: null } as const
    await changeBoard(live.app.deps, { command, actor, submission: 'left' })

    const LEFT = /^The board office has noted that you have left/
    expect((await live.signed('policeLead', HELP)).words[0]).toMatch(LEFT)
    for (const verb of VERBS) {
      const { invoked } = await live.signed('policeLead', pressOf(verb, { ref: 'OBS-2026-0001' }))
      expect(invoked).toMatchObject({ value: expect.stringMatching(LEFT) })
    }
    const name = 'composeExtension/fetchTask'
    const dialog = await live.signed('policeLead', { type: 'invoke', name, value: {} })
    expect(dialog.invoked).toMatchObject({ task: { value: expect.stringMatching(LEFT) } })
  })

  test('links lead into Teams, and hold a page and a reference, no words', async () => {
    const [reports] = (await live.signed('teacher', { type: 'message', text: 'my reports' })).cards
    const url = /"url":"([^"]+)"/.exec(JSON.stringify(reports))?.[1] ?? ''
    expect(url).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\/11111111-/)
    expect(decodeURIComponent(url)).toContain('{"subEntityId":"home"}')
  })

  test('without a token to send with, word to people waits and is not given up', async () => {
    await live.signed('safeguardingLead', HELP)
    await live.app.deliver()
    const [ref] = /OBS-\d{4}-\d{4}/.exec(
      (await live.signed('teacher', { type: 'message', text: 'my reports' })).words[0] ?? '',
    ) ?? ['']
    const all = await live.app.deps.deliveries.about('observation', ref, 'triage')
    const mine = all.find(({ recipient }) => recipient === 'safeguardingLead')
    expect(mine).toMatchObject({ state: 'waiting', failure: 'NotSent' })
  })
})

test('while the channel’s keys cannot be fetched nobody is let in, and it is logged', async () => {
  const other = await startProduction()
  other.channel.state.isUp = false
  const { status, text } = await other.signed('teacher', HELP)
  expect(status).toBe(500)
  expect(JSON.parse(text)).toEqual({ title: 'The bot could not answer. Send it again.' })
  expect(other.log.filter(({ code }) => code === 'defect')).toHaveLength(1)
  other.channel.state.isUp = true
  expect((await other.signed('teacher', HELP)).status).toBe(200)
  await other.stop()
})
