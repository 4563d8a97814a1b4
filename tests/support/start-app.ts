import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { SqliteOptions } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import type { LogEntry } from '../../src/api/server/log.ts'
import type { App } from '../../src/compose.ts'
import { compose } from '../../src/compose.ts'
import { makeDemoBoard } from '../../src/demo/demo-board.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { openStores, storePath } from '../../src/start/open-stores.ts'
import { buttonsOn, inputsOn } from './card-reading.ts'
import { demoBoardFile } from './demo-board-file.ts'
import type { FakeTeams, SentActivity } from './fake-teams.ts'
import { startFakeTeams } from './fake-teams.ts'
import type { FixedClock } from './fixed-clock.ts'
import { fixedClock } from './fixed-clock.ts'
import { watchClaims } from './watch-claims.ts'

/** A day's ticks away: in tests deliveries go out when the test says so. */
export const NEVER_MS = 86_400_000

export interface Chat {
  /** Types a message and gives what the bot said to it. */
  say(text: string, activityId?: string): Promise<readonly SentActivity[]>
  /** Presses the button with this title on a card, with its inputs as they are but for `inputs`. */
  press(
    card: unknown,
    title: string,
    inputs?: Readonly<Record<string, string>>,
    activityId?: string,
  ): Promise<Pressed>
  /** Presses a button no card has shown. */
  pressVerb(verb: string, data?: object, activityId?: string): Promise<Pressed>
  /** Any other activity from this person. */
  send(more: object): Promise<Pressed>
  /** Opens the chat for the first time. */
  greet(): Promise<readonly SentActivity[]>
  /** Everything the bot ever sent this person. */
  readonly messages: readonly SentActivity[]
  /** The last card the bot sent this person. */
  readonly lastCard: unknown
}

export interface Pressed {
  /** The card that takes the place of the pressed one. */
  readonly replaced: unknown
  readonly said: readonly SentActivity[]
  readonly status: number
  readonly body: {
    readonly statusCode?: number
    readonly type?: string
    readonly value?: unknown
    readonly task?: { readonly type: string; readonly value: unknown }
  }
}

export interface AppOptions {
  /** Where the clock stands. */
  readonly at?: string
  readonly dataDir?: string
  /** A clock of the test's own, in the place of one that stands at `at`. */
  readonly clock?: FixedClock
  /** The stand-in for Teams of another instance beside this one; that one stops it. */
  readonly teams?: FakeTeams
  /** Keeps everything on this server, instead of in a file. */
  readonly mongodbUri?: string
  /** For the file: how full the disk may get, how long to wait for another program. */
  readonly sqlite?: Pick<SqliteOptions, 'maxPages' | 'busyTimeoutMs'>
}

/**
 * The whole program with a store of its own, which is a file unless it is given the address of a
 * database, a clock that stands still, and a stand-in for Teams. Everybody of the demo board can
 * chat, each with an account of their own.
 */
export async function startApp({
  at = '2026-03-25T09:00:00.000Z',
  dataDir = '',
  clock = fixedClock(at),
  teams: theirs,
  mongodbUri,
  sqlite = {},
}: AppOptions = {}) {
  const folder = dataDir || (await mkdtemp(path.join(tmpdir(), 'learning-loop-')))
  const teams = theirs ?? (await startFakeTeams())
  const log: LogEntry[] = []
  const storedAt = mongodbUri ?? storePath({ dataDir: folder })
  const claims = watchClaims(storedAt)
  if (mongodbUri === undefined && dataDir === '')
    await copyFile(await demoBoardFile(clock.now()), storedAt)
  const open = (clock: Clock) =>
    mongodbUri === undefined
      ? openSqliteStores({ path: storedAt, clock, ...sqlite })
      : openStores({ dataDir: folder, mongodbUri }, clock)
  const app: App = await compose(
    {
      mode: 'local',
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      mongodbUri: mongodbUri ?? null,
      logLevel: 'error',
      board: 'demo',
      playground: null,
    },
    {
      clock,
      log: (entry) => log.push(entry),
      tabFolder: path.join(folder, 'tab'),
      tickMs: NEVER_MS,
      rest: async () => undefined,
      openStores: async (clock) => claims.watched(await open(clock)),
    },
  )
  await makeDemoBoard(app.deps)
  const { url } = await app.start()
  return {
    app,
    url,
    clock,
    teams,
    log,
    folder,
    post: (body: unknown) => postActivity(url, body),
    chatAs: (person: string, conversation?: string) => chatOf(url, teams, person, conversation),
    /** Opens the chat of each of them, so that each gets their own messages. */
    async greeted(...people: readonly string[]) {
      for (const person of people) await chatOf(url, teams, person).greet()
    },
    /** Tells everybody what there is to tell; afterwards nothing is on its way any more. */
    async deliver() {
      do await app.deliver()
      while (
        // A change makes the program send at once, beside the test: waits a little while it does.
        claims.isSending(clock.now()) &&
        (await pause(2, true))
      )
    },
    async stop({ keepFolder = false } = {}) {
      await app.stop()
      if (!theirs) await teams.stop()
      if (!keepFolder) await rm(folder, { recursive: true, force: true })
    },
  }
}

export type TestApp = Awaited<ReturnType<typeof startApp>>

export const postActivity = (url: string, body: unknown, headers = {}) =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

let activities = 0

export const activityFrom = (teams: Pick<FakeTeams, 'url'>, person: string, more: object) => {
  activities += 1
  return {
    id: `activity-${activities}`,
    channelId: 'msteams',
    serviceUrl: teams.url,
    from: { id: `29:${person}`, aadObjectId: person, name: person },
    recipient: { id: '28:bot', name: 'Learning Loop' },
    conversation: { id: `chat-${person}`, conversationType: 'personal', tenantId: 'demo' },
    channelData: { tenant: { id: 'demo' } },
    locale: 'en-GB',
    ...more,
  }
}

/** A pressed button, as Teams sends it. */
export const pressOf = (verb: string, data: object) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
})

export function chatOf(
  url: string,
  teams: FakeTeams,
  person: string,
  conversation = `chat-${person}`,
): Chat {
  const mine = () => teams.sent.filter((activity) => activity.conversation === conversation)
  const withId = (activityId: string | undefined) => (activityId ? { id: activityId } : {})
  async function send(more: object): Promise<Pressed> {
    const place = { id: conversation, conversationType: 'personal', tenantId: 'demo' }
    const activity = activityFrom(teams, person, { conversation: place, ...more })
    const before = mine().length
    const response = await postActivity(url, activity)
    const answer = await response.text()
    const body: Pressed['body'] = answer === '' ? {} : JSON.parse(answer)
    const isCard = body.type === 'application/vnd.microsoft.card.adaptive'
    return {
      replaced: isCard ? body.value : undefined,
      said: mine()
        .slice(before)
        .filter(({ to }) => to === activity.id),
      status: response.status,
      body,
    }
  }
  return {
    send,
    async say(text, activityId) {
      const { status, said } = await send({ type: 'message', text, ...withId(activityId) })
      if (status !== 200) throw new Error(`the bot answered ${status}`)
      return said
    },
    async press(card, title, inputs = {}, activityId) {
      const button = buttonsOn(card).find((one) => one.title === title)
      if (!button) {
        const titles = buttonsOn(card).map((one) => one.title)
        throw new Error(`no button “${title}”, only ${titles.join(', ')}`)
      }
      const fields = button.sendsFields ? { ...inputsOn(card), ...inputs } : {}
      const data = { ...button.data, ...fields }
      return send({ ...pressOf(button.verb, data), ...withId(activityId) })
    },
    pressVerb: (verb, data = {}, activityId) =>
      send({ ...pressOf(verb, data), ...withId(activityId) }),
    async greet() {
      return (await send({ type: 'installationUpdate', action: 'add' })).said
    },
    get messages() {
      return mine()
    },
    get lastCard() {
      return mine().at(-1)?.card
    },
  }
}
