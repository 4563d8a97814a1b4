import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createWorkingCalendar } from './adapters/local/working-calendar.ts'
import { sha256 } from './adapters/shared/digest.ts'
import { createApi } from './api/server/create-api.ts'
import type { Log } from './api/server/log.ts'
import { logDefect } from './api/server/log-defect.ts'
import { warnOfTurnedAway } from './api/server/turned-away.ts'
import type { BotDeps } from './bot/talk/turn.ts'
import type { BotOptions } from './bot/teams/create-bot.ts'
import { createBot } from './bot/teams/create-bot.ts'
import { doorIntoTab } from './bot/teams/door-into-tab.ts'
import type { Config } from './config/config.ts'
import { FIRST_PERSONA } from './demo/demo-board.ts'
import { createDeliveryJob } from './jobs/delivery-job.ts'
import { createHousekeeping } from './jobs/housekeeping.ts'
import { createLease } from './jobs/lease.ts'
import type { Clock, NewId } from './ports/clock.ts'
import type { Stores } from './ports/stores.ts'
import { openStores } from './start/open-stores.ts'
import type { Deps } from './usecases/deps.ts'
import { lapseProposals } from './usecases/records/lapse-proposals.ts'
import { planReminders } from './usecases/reminding/plan-reminders.ts'
import { planDeliveries } from './usecases/telling/plan-deliveries.ts'
import { sendDeliveries } from './usecases/telling/send-deliveries.ts'

/** Replacements for the real things, for tests. */
export interface Surroundings {
  readonly clock?: Clock
  readonly newId?: NewId
  readonly log: Log
  readonly tabFolder: string
  readonly channel?: BotOptions['channel']
  readonly keys?: Parameters<typeof createApi>[0]['keys']
  /** How often deliveries are looked for when nothing nudges, in milliseconds. */
  readonly tickMs?: number
  /** Opens the stores. Left out: those the settings name. */
  readonly openStores?: (clock: Clock) => Promise<Stores>
  /** Waits between messages. Left out: by the clock on the wall. */
  readonly rest?: (ms: number) => Promise<unknown>
}

export interface App {
  readonly deps: Deps
  /** Listens and begins to send messages. Returns the address it listens on. */
  start(): Promise<{ readonly url: string }>
  /** Sends until nothing is due. */
  deliver(): Promise<void>
  /** Finishes what has begun, then closes everything. */
  stop(): Promise<void>
}

/** Puts the program together. Only this file knows every part of it. */
export async function compose(config: Config, surroundings: Surroundings): Promise<App> {
  const { log, tabFolder, keys, channel } = surroundings
  const clock = surroundings.clock ?? { now: () => new Date().toISOString() }
  const newId = surroundings.newId ?? randomUUID
  const instance = randomUUID()
  const stores = await (surroundings.openStores?.(clock) ?? openStores(config, clock))
  const deps: Deps = {
    ...stores,
    clock,
    newId,
    calendar: createWorkingCalendar(),
    digest: sha256,
  }

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
    ...(config.mode === 'local' ? { allowedTenants: null } : config.entra),
    onTurnedAway: warnOfTurnedAway(log, clock),
    onDefect,
    ...(channel ? { channel } : {}),
  })
  const planning = createLease({ ...stores, clock }, 'planning', instance)
  const job = createDeliveryJob(
    {
      plan: async () =>
        (await planDeliveries(deps, planning.held, onDefect)) +
        (await planReminders(deps, planning.held, onDefect)),
      send: async () => {
        const claimed = await sendDeliveries({
          ...deps,
          messenger: bot.messenger,
          rest: surroundings.rest ?? pause,
          addressOf: bot.localChat?.addressOf ?? stores.conversations.get,
        })
        await bot.localChat?.sayWhoWasWrittenTo()
        return claimed
      },
    },
    { tickMs: surroundings.tickMs ?? 1_000, onError: onDefect },
  )
  const housekeeping = createHousekeeping({
    ...deps,
    lapse: () => lapseProposals(deps),
    onError: onDefect,
  })
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
      await planning.release().catch(onDefect)
      await stores.close()
    },
  }
}
