import type { AddressInfo } from 'node:net'
import type { Request, Response, Server } from 'restify'
import type { Stores } from '../../ports/stores.ts'
import type { Deps } from '../../usecases/deps.ts'
import { answerJson } from './answer.ts'
import type { ApiConfig } from './api-config.ts'
import { createAuthenticate } from './authenticate.ts'
import type { BotEndpoint } from './bot-endpoint.ts'
import { createHardenedServer, routeOf } from './hardened-server.ts'
import { listenProblem } from './listen-problem.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { createMetrics } from './metrics.ts'
import { mountOperating } from './mount-operating.ts'
import { mountOperations } from './mount-operations.ts'
import { mountSite } from './mount-site.ts'
import { mountTab } from './mount-tab.ts'
import { openApiDocument } from './openapi-document.ts'
import { MESSAGE_BODY_LIMIT, readJson } from './read-json.ts'
import type { SigningKeys } from './signing-keys.ts'
import { entraSigningKeys } from './signing-keys.ts'
import { warnOfTurnedAway } from './turned-away.ts'

export interface ApiOptions {
  readonly config: ApiConfig
  readonly deps: Deps
  readonly stores: Pick<Stores, 'check'>
  readonly bot: BotEndpoint
  /** Called after every change, so that people are told soon. Must not throw. */
  readonly nudge: () => void
  readonly log: Log
  /** The folder of the built tab. */
  readonly tabFolder: string
  /** Where the signing keys of tokens come from; Microsoft Entra when left out. */
  readonly keys?: SigningKeys
  readonly metrics?: Metrics
}

interface Api {
  /** @throws ListenProblem when it cannot listen where it was told to */
  start(): Promise<{ readonly url: string; readonly port: number }>
  /** Takes nothing new, finishes what is under way, and closes idle connections. */
  stop(): Promise<void>
}

/** How long a request under way may still take once the server stops. */
const STOP_PATIENCE_MS = 10_000

/** The HTTP server: messages from Teams, the API, the tab, the public pages. */
export function createApi(options: ApiOptions): Api {
  const { config, deps, stores, bot, nudge, log, tabFolder } = options
  const { keys = entraSigningKeys(), metrics = createMetrics(deps.deliveries) } = options
  const { mode } = config
  const warn = warnOfTurnedAway(log, deps.clock)
  const server = createHardenedServer({ mode, log, warn })
  const authenticate = createAuthenticate(config, deps, keys, warn)

  mountOperations(server, { mode, deps, authenticate, nudge })
  mountOperating(server, { config, stores, metrics, warn })
  mountTab(server, { mode, tabFolder })
  mountSite(server, deps)
  // Made when it is first asked for, as it takes longer than all the rest here.
  let document: ReturnType<typeof openApiDocument> | undefined
  server.get('/api/openapi.json', async (_req: Request, res: Response) => {
    document ??= openApiDocument(mode)
    answerJson(res, 200, document)
  })
  server.post('/api/messages', async (req: Request, res: Response) => {
    req.body = await readJson(req, MESSAGE_BODY_LIMIT)
    await bot.handle(req, res)
  })
  server.on('after', (req: Request, res: Response) => {
    const seconds = (Date.now() - req.time()) / 1000
    metrics.answered({
      method: req.method ?? 'none',
      route: routeOf(req),
      status: res.statusCode,
      seconds,
    })
  })
  return lifeOf(server, config, log)
}

function lifeOf(server: Server, { host, port }: ApiConfig, log: Log): Api {
  return {
    start: () =>
      new Promise((resolve, reject) => {
        const refuse = (error: unknown) => reject(listenProblem(error, port))
        server.once('error', refuse)
        server.listen(port, host, () => {
          server.off('error', refuse)
          server.on('error', () => log({ level: 'error', code: 'server-error' }))
          const { port: taken } = server.server.address() as AddressInfo // it listens on a port
          resolve({
            url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
            port: taken,
          })
        })
      }),
    stop: () =>
      new Promise((resolve) => {
        // A connection that becomes idle only now would be kept open for its next request.
        server.on('after', () => setImmediate(() => server.server.closeIdleConnections()))
        const giveUp = setTimeout(() => server.server.closeAllConnections(), STOP_PATIENCE_MS)
        server.close(() => {
          clearTimeout(giveUp)
          resolve()
        })
      }),
  }
}
