import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LogEntry } from '../../src/api/server/log.ts'
import { compose } from '../../src/compose.ts'
import { makeDemoBoard } from '../../src/demo/demo-board.ts'
import { wordsOn } from './card-reading.ts'
import { APP_ID, startFakeChannel } from './fake-channel.ts'
import { fixedClock } from './fixed-clock.ts'
import { activityFrom, NEVER_MS, postActivity } from './start-app.ts'

/** Where the channel would take answers; nothing listens there, and nothing has to. */
const SERVICE = { url: 'http://127.0.0.1:9' }

interface Reply {
  readonly type: string
  readonly text?: string
  readonly value?: { readonly status: number; readonly body: unknown }
  readonly attachments?: readonly { readonly content: unknown }[]
}

export interface Answer {
  readonly status: number
  readonly text: string
  /** Everything that was said, as people read it. */
  readonly words: readonly string[]
  readonly cards: readonly unknown[]
  /** What an invoke was answered with. */
  readonly invoked: unknown
}

/**
 * The whole program as it runs in production, with tokens of a stand-in for the Bot Service. It is
 * asked to give its answers in the response, so that nothing has to be sent out.
 */
export async function startProduction({ allowGuests = false } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'learning-loop-production-'))
  const channel = await startFakeChannel()
  const log: LogEntry[] = []
  const clock = fixedClock('2026-03-25T09:00:00.000Z')
  const app = await compose(
    {
      mode: 'production',
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      mongodbUri: null,
      logLevel: 'error',
      publicUrl: 'https://loop.board.example',
      teamsAppId: '11111111-2222-4333-8444-555555555555',
      bot: { appType: 'SingleTenant', appId: APP_ID, tenantId: 'demo', appPassword: 'a password' },
      entra: { tabClientId: APP_ID, allowedTenants: ['demo'], allowGuests },
      metricsToken: null,
      firstStart: null,
    },
    {
      clock,
      log: (entry) => log.push(entry),
      tabFolder: folder,
      tickMs: NEVER_MS,
      rest: async () => undefined,
      channel: channel.settings,
    },
  )
  await makeDemoBoard(app.deps)
  const { url } = await app.start()

  async function post(activity: object, headers: object): Promise<Answer> {
    const response = await postActivity(url, activity, headers)
    const text = await response.text()
    const { activities = [] } = (text === '' ? {} : JSON.parse(text)) as {
      activities?: readonly Reply[]
    }
    const said = activities.filter(({ type }) => type === 'message')
    const cards = said.flatMap(({ attachments = [] }) => attachments.map(({ content }) => content))
    const invoked = activities.find(({ type }) => type === 'invokeResponse')?.value
    return {
      status: response.status,
      text,
      cards,
      words: said.map((one) => one.text ?? wordsOn(one.attachments?.[0]?.content)),
      invoked: invoked?.body,
    }
  }
  const activity = (person: string, more: object) =>
    activityFrom(SERVICE, person, { deliveryMode: 'expectReplies', ...more })

  return {
    app,
    url,
    log,
    clock,
    channel,
    /** An activity of somebody, with or without a token. */
    send: (person: string, more: object, headers = {}) => post(activity(person, more), headers),
    /** The same with a token of the channel. */
    signed: async (person: string, more: object, parts = {}) => {
      const token = await channel.token({ serviceUrl: SERVICE.url, ...parts })
      return post(activity(person, more), { authorization: `Bearer ${token}` })
    },
    async stop() {
      await app.stop()
      await channel.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Production = Awaited<ReturnType<typeof startProduction>>
