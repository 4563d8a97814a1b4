import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createWorkingCalendar } from './adapters/local/working-calendar.ts'
import { openSqliteStores } from './adapters/sqlite/open-sqlite-stores.ts'
import { createApi } from './api/create-api.ts'
import type { Log } from './api/log.ts'
import { logDefect } from './api/log-defect.ts'
import type { BotOptions } from './bot/create-bot.ts'
import { createBot } from './bot/create-bot.ts'
import { doorIntoTab } from './bot/door-into-tab.ts'
import type { BotDeps } from './bot/turn.ts'
import type { Config } from './config/config.ts'
import { createDeliveryJob } from './jobs/delivery-job.ts'
import { createHousekeeping } from './jobs/housekeeping.ts'
import type { Clock, NewId } from './ports/clock.ts'
import { FIRST_PERSONA } from './usecases/demo/demo-board.ts'
import type { Deps } from './usecases/deps.ts'
import { planDeliveries } from './usecases/telling/plan-deliveries.ts'
import { sendDeliveries } from './usecases/telling/send-deliveries.ts'

/** What a test puts in the place of the real thing. */
export interface Surroundings {
  readonly clock?: Clock
  readonly newId?: NewId
  readonly log: Log
  readonly tabFolder: string
  readonly channel?: BotOptions['channel']
  readonly keys?: Parameters<typeof createApi>[0]['keys']
  /** How often deliveries are looked for when nothing nudges. */
  readonly tickMs?: number
}

export interface App {
  readonly deps: Deps
  /** Listens and begins to tell people; gives the address it listens on. */
  start(): Promise<{ readonly url: string }>
  /** Sends what is due, until nothing is. */
  deliver(): Promise<void>
  /** Finishes what has begun, then closes everything. */
  stop(): Promise<void>
}

export const storePath = ({ dataDir }: Pick<Config, 'dataDir'>): string =>
  path.join(dataDir, 'learning-loop.sqlite')

/** Puts the program together: the one place that knows every part of it. */
export async function compose(config: Config, surroundings: Surroundings): Promise<App> {
  const { log, tabFolder, keys, channel } = surroundings
  const clock = surroundings.clock ?? { now: () => new Date().toISOString() }
  const newId = surroundings.newId ?? randomUUID
  const stores = await openSqliteStores({ path: storePath(config), clock })
  const deps: Deps = { ...stores, clock, newId, calendar: createWorkingCalendar() }

  const onDefect = (error: unknown): string => logDefect(log, error)
  const botDeps: BotDeps = {
    ...deps,
    linkTo: doorIntoTab(
      config.mode === 'local'
        ? { localUrl: () => url }
        : { teamsAppId: config.teamsAppId, publicUrl: config.publicUrl },
    ),
    localMode: config.mode === 'local' ? { firstPersona: FIRST_PERSONA } : null,
    nudge: () => job.nudge(),
  }
  const bot = createBot(botDeps, {
    credentials:
      config.mode === 'local'
        ? null
        : config.bot.appType === 'SingleTenant'
          ? { type: 'SingleTenant', ...config.bot, password: config.bot.appPassword }
          : { type: 'UserAssignedMSI', ...config.bot },
    allowedTenants: config.mode === 'local' ? null : config.entra.allowedTenants,
    onDefect,
    ...(channel ? { channel } : {}),
  })
  const job = createDeliveryJob(
    {
      plan: () => planDeliveries(deps, onDefect),
      send: () =>
        sendDeliveries({
          ...deps,
          messenger: bot.messenger,
          addressOf: async (person) => {
            const own = await stores.conversations.get(person)
            // In local mode everybody is in the one chat there is.
            return own ?? (config.mode === 'local' ? stores.conversations.latest() : undefined)
          },
        }),
    },
    { tickMs: surroundings.tickMs ?? 1_000, onError: onDefect },
  )
  const housekeeping = createHousekeeping({ ...deps, onError: onDefect })
  const api = createApi({
    config,
    deps,
    stores,
    bot,
    nudge: job.nudge,
    log,
    tabFolder,
    ...(keys ? { keys } : {}),
  })
  let url = ''
  return {
    deps,
    async start() {
      const listening = await api.start()
      url = listening.url
      job.start()
      housekeeping.start()
      return { url }
    },
    deliver: job.drain,
    async stop() {
      housekeeping.stop()
      await api.stop()
      await job.stop()
      await stores.close()
    },
  }
}
