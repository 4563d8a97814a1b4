import type { ServerResponse } from 'node:http'
import type { Request, Response, Server, ServerOptions } from 'restify'
import restify from 'restify'
import { isRefusal } from '../../domain/words/errors.ts'
import { answerProblem } from './answer.ts'
import { ApiProblem } from './api-problem.ts'
import type { LocalHindrance } from './local-only.ts'
import { LOCAL_ONLY, localHindrance } from './local-only.ts'
import type { Log } from './log.ts'
import { logDefect, traceOf } from './log-defect.ts'
import { defect, problemOf } from './problem-of.ts'
import { setSecurityHeaders } from './security-headers.ts'

/** Parts of restify 12 that its outdated types lack. */
interface Untyped {
  first(handler: (req: Request, res: Response) => boolean | undefined): void
}
type Logger = ServerOptions['log']

const HEADERS_MS = 15_000
const WHOLE_REQUEST_MS = 30_000
/** Longer than the usual minute of proxies in front, so that they close first. */
const KEEP_ALIVE_MS = 75_000

/**
 * A restify server with nothing mounted, without anything known to crash it or make it leak. Errors
 * are answered and logged here and nowhere else.
 */
export function createHardenedServer({
  mode,
  log,
  warn,
}: {
  readonly mode: 'local' | 'production'
  readonly log: Log
  /** Called with the reason when a request is turned away. */
  readonly warn: (reason: LocalHindrance) => void
}): Server {
  const { logger } = restify as unknown as { logger(options: { level: string }): Logger }
  // restify's own logger prints whole requests when something goes wrong.
  const options: ServerOptions = { name: '', log: logger({ level: 'silent' }) }
  const server = restify.createServer(options) as Server & Untyped
  server.server.headersTimeout = HEADERS_MS
  server.server.requestTimeout = WHOLE_REQUEST_MS
  server.server.keepAliveTimeout = KEEP_ALIVE_MS
  // restify listens to upgrades without answering, which keeps their sockets open for ever.
  server.server.removeAllListeners('upgrade')

  server.first((req, res) => {
    setSecurityHeaders(res, mode)
    if (!isAddressable(req)) return refuseRaw(res, 400, 'This address cannot be read.')
    const hindrance = mode === 'local' ? localHindrance(req) : undefined
    if (hindrance === undefined) return undefined
    warn(hindrance)
    return refuseRaw(res, 403, LOCAL_ONLY)
  })
  server.pre(async (req: Request) => {
    // restify would unpack the body, and end the process if it is not what it says.
    if (req.headers['content-encoding'] !== undefined)
      throw new ApiProblem(415, 'unsupported', 'Send the body as it is, without compression.')
  })
  // `done` is not called: it would go on to restify's own answer, which quotes the error.
  server.on('restifyError', (req: Request, res: Response, error: unknown) => {
    try {
      answerError(req, res, error, log)
    } catch (defective) {
      // Nothing catches errors above restify's own events, so one thrown here would end the
      // process.
      logDefect(log, defective, { method: req.method ?? 'none', route: 'answering an error' })
      res.destroy()
    }
  })
  return server
}

// restify parses address and host outside every chain, so an error of the parser ends the process.
function isAddressable(req: Request): boolean {
  try {
    req.getUrl()
    return true
  } catch {
    return false
  }
}

function refuseRaw(res: ServerResponse, status: number, sentence: string): false {
  res.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
  res.end(`${sentence}\n`)
  return false
}

function answerError(req: Request, res: Response, error: unknown, log: Log) {
  const where = { method: req.method ?? 'none', route: routeOf(req) }
  const known = problemOf(error)
  if (isRefusal(error, 'unavailable') && error.details.why !== 'signInKeys')
    logDefect(log, error, where)
  else if (known && known.status >= 500)
    log({ level: 'warn', code: known.code, ...where, ...traceOf(causeOf(error)) })
  else if (known) log({ level: 'debug', code: known.code, ...where })
  const answer = known ?? defect(logDefect(log, error, where))
  if (answer.status === 401) res.setHeader('WWW-Authenticate', 'Bearer')
  if (res.headersSent) res.destroy()
  else answerProblem(res, answer)
}

/** The template of the route a request took. */
export function routeOf(req: Request): string {
  const { path } = (req.getRoute() ?? {}) as { readonly path?: string } // nothing without a route
  return path ?? 'none'
}

const causeOf = (error: unknown) => (error instanceof Error ? error.cause : undefined)
