import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Request, Response as WebResponse } from 'botbuilder'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createBot } from '../../src/bot/teams/create-bot.ts'
import { TookTooLong } from '../../src/bot/teams/within-time.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { APP_ID, startFakeChannel } from '../support/fake-channel.ts'
import type { TestApp } from '../support/start-app.ts'
import { activityFrom, startApp } from '../support/start-app.ts'
import { raised } from '../support/stories.ts'
import { shows } from './reliability.ts'

// What the SDK fetches besides the connector, without a time limit of its own: the channel's
// signing keys, and a token for sending.

let app: TestApp
beforeEach(async () => {
  app = await startApp()
  onTestFinished(() => app.stop())
})

/** Takes every request and answers none. Returns the requests. */
async function silentServer() {
  const requests: string[] = []
  const server = createServer((req) => void requests.push(req.url ?? ''))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

/** The bot as in production, with the channel's keys and tokens from elsewhere. */
async function aBot(identity: number, elsewhere: Readonly<Record<string, string>> = {}) {
  const channel = await startFakeChannel()
  onTestFinished(channel.stop)
  const defects: unknown[] = []
  const bot = createBot(
    {
      ...app.app.deps,
      linkTo: (page, title) => ({ title, url: `https://tab.example/${page}` }),
      localMode: null,
      nudge: () => undefined,
    },
    {
      // Of the two kinds this one is asked for on this machine: both go through the same limit.
      credentials: { type: 'UserAssignedMSI', appId: APP_ID, tenantId: 'demo' },
      allowedTenants: ['demo'],
      channel: { ...channel.settings, ...elsewhere },
      patience: { identity },
      onDefect: (error) => {
        defects.push(error)
        return 'A REFERENCE'
      },
    },
  )
  /** One message of somebody. Returns the status of its answer. */
  async function handled() {
    const token = await channel.token({ serviceUrl: app.teams.url })
    const activity = activityFrom(app.teams, 'teacher', { type: 'message', text: 'help' })
    const headers = { authorization: `Bearer ${token}` }
    let status = 0
    const response = {
      status: (code: number) => {
        status = code
      },
      send: () => undefined,
      end: () => undefined,
    }
    await bot.handle(
      { body: activity, headers, method: 'POST' } as unknown as Request, // as much as is used of it
      response as unknown as WebResponse, // likewise
    )
    return status
  }
  return { bot, defects, handled }
}

test('while the channel’s keys do not come, nobody is let in or kept waiting', async () => {
  const silent = await silentServer()
  const { handled, defects } = await aBot(150, {
    ToBotFromChannelOpenIdMetadataUrl: `${silent.url}/openid`,
  })
  expect(await handled()).toBe(500)
  expect(silent.requests).toEqual(['/openid'])
  expect(defects).toEqual([expect.any(TookTooLong)])
  expect(app.teams.sent).toEqual([])
  shows({
    fault: 'The keys that Teams signs with cannot be fetched, and nobody says so',
    seen: 'The answer, when Teams sends the message again',
    kept: 'Nothing of a message nobody vouches for',
    store: 'none',
  })
})

test('while no token comes, messages wait and a turn is not kept waiting', async () => {
  const silent = await silentServer()
  vi.stubEnv('IDENTITY_ENDPOINT', `${silent.url}/token`)
  vi.stubEnv('IDENTITY_HEADER', 'x')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { bot, handled, defects } = await aBot(1_000)
  await app.greeted('seniorNurse')
  const before = app.teams.requests.length
  const recipient = personId('seniorNurse')
  const conversation = await app.app.deps.conversations.get(recipient)
  if (!conversation) throw new Error('the senior has no chat')
  const recordId = await raised(app)
  const notice = { recordKind: 'observation', recordId, event: 1, notice: 'triage', recipient }
  const given = { ...notice, deliveryId: 'one' }
  expect(await bot.messenger.send(conversation, given, async () => undefined)).toEqual({
    outcome: 'later',
    failure: 'NoToken',
    retryAfterMs: null,
  })
  expect(silent.requests[0]).toMatch(/^\/token/)
  expect(await handled()).toBe(500)
  expect(defects).toHaveLength(1)
  expect(app.teams.requests).toHaveLength(before)
  shows({
    fault: 'No token to send with comes, and nobody says so',
    seen: 'The message, later; the answer, when Teams sends the message again',
    kept: 'Every message, and what was said',
    store: 'none',
  })
})
