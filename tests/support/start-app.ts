import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LogEntry } from '../../src/api/log.ts'
import type { App } from '../../src/compose.ts'
import { compose } from '../../src/compose.ts'
import { makeDemoBoard } from '../../src/usecases/demo/demo-board.ts'
import { buttonsOn, inputsOn } from './card-reading.ts'
import type { FakeTeams, SentActivity } from './fake-teams.ts'
import { startFakeTeams } from './fake-teams.ts'
import { fixedClock } from './fixed-clock.ts'

/** A day's ticks away: in tests deliveries go out when the test says so. */
const NEVER_MS = 86_400_000

export interface Chat {
  /** Types a message and gives what the bot said. */
  say(text: string, activityId?: string): Promise<readonly SentActivity[]>
  /** Presses the button with this title on a card, with its inputs as they are but for `inputs`. */
  press(
    card: unknown,
    title: string,
    inputs?: Readonly<Record<string, string>>,
    activityId?: string,
  ): Promise<Pressed>
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
  readonly body: { readonly statusCode?: number; readonly type?: string; readonly value?: unknown }
}

/**
 * The whole program with an embedded store in a folder of its own, a clock that stands still, and a
 * stand-in for Teams. Everybody of the demo board can chat, each with an account of their own.
 */
export async function startApp({ at = '2026-03-25T09:00:00.000Z', dataDir = '' } = {}) {
  const folder = dataDir || (await mkdtemp(path.join(tmpdir(), 'learning-loop-')))
  const clock = fixedClock(at)
  const teams = await startFakeTeams()
  const log: LogEntry[] = []
  const app: App = await compose(
    {
      mode: 'local',
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      logLevel: 'error',
      playground: null,
    },
    {
      clock,
      log: (entry) => log.push(entry),
      tabFolder: path.join(folder, 'tab'),
      tickMs: NEVER_MS,
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
    chatAs: (person: string) => chatOf(url, teams, person),
    /** Tells everybody what there is to tell. */
    deliver: () => app.deliver(),
    async stop({ keepFolder = false } = {}) {
      await app.stop()
      await teams.stop()
      if (!keepFolder) await rm(folder, { recursive: true, force: true })
    },
  }
}

export type TestApp = Awaited<ReturnType<typeof startApp>>

const postActivity = (url: string, body: unknown) =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
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

export function chatOf(url: string, teams: FakeTeams, person: string): Chat {
  const conversation = `chat-${person}`
  const mine = () => teams.sent.filter((activity) => activity.conversation === conversation)
  const during = async (act: () => Promise<Response>) => {
    const before = mine().length
    const response = await act()
    return { response, said: mine().slice(before) }
  }
  const withId = (activityId: string | undefined) => (activityId ? { id: activityId } : {})
  return {
    async say(text, activityId) {
      const activity = activityFrom(teams, person, { type: 'message', text, ...withId(activityId) })
      const { response, said } = await during(() => postActivity(url, activity))
      if (response.status !== 200) throw new Error(`the bot answered ${response.status}`)
      return said
    },
    async press(card, title, inputs = {}, activityId) {
      const button = buttonsOn(card).find((one) => one.title === title)
      if (!button)
        throw new Error(
          `no button “${title}”, only ${buttonsOn(card)
            .map((b) => b.title)
            .join(', ')}`,
        )
      const data = { ...button.data, ...inputsOn(card), ...inputs }
      const activity = activityFrom(teams, person, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: button.verb, data }, trigger: 'manual' },
        ...withId(activityId),
      })
      const { response, said } = await during(() => postActivity(url, activity))
      const body = (await response.json()) as Pressed['body']
      const replaced =
        body.type === 'application/vnd.microsoft.card.adaptive' ? body.value : undefined
      return { replaced, said, status: response.status, body }
    },
    async greet() {
      const bot = { id: '28:bot' }
      const activity = activityFrom(teams, person, {
        type: 'conversationUpdate',
        membersAdded: [bot],
      })
      return (await during(() => postActivity(url, activity))).said
    },
    get messages() {
      return mine()
    },
    get lastCard() {
      return mine().at(-1)?.card
    },
  }
}
