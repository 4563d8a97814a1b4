import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, Response, Server } from 'restify'
import { isRefusal } from '../../domain/words/errors.ts'
import type { Stores } from '../../ports/stores.ts'
import { sayToOperator } from '../../usecases/say-unavailable.ts'
import { answerBytes, answerText } from './answer.ts'
import type { ApiConfig } from './api-config.ts'
import { ApiProblem } from './api-problem.ts'
import type { Metrics } from './metrics.ts'
import type { TurnedAway } from './turned-away.ts'

interface Mounting {
  readonly config: ApiConfig
  readonly stores: Pick<Stores, 'check'>
  readonly metrics: Metrics
  /** Called with the reason when somebody is refused the metrics. */
  readonly warn: (reason: TurnedAway) => void
}

/** Addresses for the operator: is it alive, is it ready, what is it doing. */
export function mountOperating(server: Server, { config, stores, metrics, warn }: Mounting): void {
  server.get('/healthz', async (_req: Request, res: Response) => {
    answerText(res, 200, 'The server is running.')
  })
  server.get('/readyz', async (_req: Request, res: Response) => {
    try {
      await stores.check()
    } catch (error) {
      if (!isRefusal(error, 'unavailable')) throw error
      answerText(res, 503, sayToOperator(error.details.why))
      return
    }
    answerText(res, 200, 'The server is ready.')
  })
  server.get('/metrics', async (req: Request, res: Response) => {
    const hindrance =
      config.mode === 'production' ? hindranceOf(req, config.metricsToken) : undefined
    if (hindrance !== undefined) {
      warn(hindrance)
      throw new ApiProblem(404, 'not-found', 'There is nothing at this address.')
    }
    answerBytes(res, 200, metrics.contentType, await metrics.text())
  })
}

function hindranceOf(req: Request, token: string | null): TurnedAway | undefined {
  if (token === null) return 'metrics-off'
  const given = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1]
  return given !== undefined && isSame(given, token) ? undefined : 'metrics-token'
}

const digest = (text: string) => createHash('sha256').update(text).digest()

// Digests have equal length, as the comparison needs. It takes the same time for any guess.
const isSame = (given: string, token: string) => timingSafeEqual(digest(given), digest(token))
