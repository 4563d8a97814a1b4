import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { CONTENT_POLICY } from '../../src/api/server/security-headers.ts'
import { ALL_OPERATIONS } from '../../src/contract/all-operations.ts'
import type { BoardChange, ObservationChange } from '../../src/contract/changes.ts'
import type { Problem as ProblemBody } from '../../src/contract/common.ts'
import { Problem } from '../../src/contract/common.ts'
import type { OPERATIONS, Operation } from '../../src/contract/operations.ts'
import { aProblem } from './a-problem.ts'
import { builtTab } from './built-tab.ts'

export type OperationName =
  | keyof typeof OPERATIONS
  | `${ObservationChange}Observation`
  | `${BoardChange}OnBoard`
  | `${string}Activity`
  | 'listActivities'
  | `${string}Action`
  | 'listActions'
  | `${string}Review`
  | 'listReviews'

/** In place of content: a refusal. */
export const refused = (problem: ProblemBody) => ({ refused: problem })
/** In place of content: an answer as something between the tab and the service makes it. */
export const raw = (status: number, type: string, text: string) => ({ raw: { status, type, text } })
/** In place of content: the connection breaks. */
export const NO_ANSWER = Symbol('no answer')

/** What the fake was asked: the parts a test looks at. */
export interface Asked {
  readonly operation: OperationName
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly headers: IncomingMessage['headers']
}

/**
 * Content of the contract's shape, `refused(…)`, `raw(…)` or `NO_ANSWER`; or a function that makes
 * one of these from what was asked, at once or later.
 */
type Reply = unknown

export interface FakeServer {
  readonly url: string
  readonly asked: readonly Asked[]
  askedFor(operation: OperationName): readonly Asked[]
  answer(operation: OperationName, reply: Reply): void
  stop(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

const operations = Object.entries(ALL_OPERATIONS as Readonly<Record<string, Operation>>).map(
  ([name, operation]) => ({
    // Names of changes are computed in the contract, so its type does not list them.
    name: name as OperationName,
    operation,
    pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  }),
)

const isRefusal = (reply: unknown): reply is ReturnType<typeof refused> =>
  typeof reply === 'object' && reply !== null && 'refused' in reply

const isRaw = (reply: unknown): reply is ReturnType<typeof raw> =>
  typeof reply === 'object' && reply !== null && 'raw' in reply

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text === '' ? undefined : JSON.parse(text)
}

/** The built tab, and an API that answers what the test says, in the contract's shapes only. */
export async function startFakeServer(
  mode: 'local' | 'production',
  replies: Partial<Record<OperationName, Reply>>,
): Promise<FakeServer> {
  const folder = builtTab()
  const answers = new Map<string, Reply>(Object.entries(replies))
  const asked: Asked[] = []
  const problems: unknown[] = []

  function sendFile(path: string, response: ServerResponse): void {
    const name = path === '/tab/' ? 'index.html' : normalize(path.replace('/tab/', ''))
    const file = join(folder, name)
    const isThere = existsSync(file)
    response.writeHead(isThere ? 200 : 404, {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'content-security-policy': CONTENT_POLICY.tab,
      'cache-control': name.startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    })
    response.end(isThere ? readFileSync(file) : '')
  }

  async function sendAnswer(request: IncomingMessage, url: URL, response: ServerResponse) {
    const found = operations.find(
      ({ operation, pattern }) => operation.method === request.method && pattern.test(url.pathname),
    )
    if (!found) return send(response, 404, aProblem('not-found', 404))
    const { name, operation, pattern } = found
    const { headers } = request
    const body = await bodyOf(request)
    const params = { ...pattern.exec(url.pathname)?.groups }
    const question: Asked = { operation: name, params, query: url.searchParams, body, headers }
    asked.push(question)
    const proof = mode === 'local' ? headers['x-act-as'] : headers.authorization
    if (proof === undefined && !operation.localOnly)
      return send(response, 401, aProblem('not-signed-in', 401))
    const query: Record<string, string[]> = {}
    for (const key of url.searchParams.keys()) query[key] = url.searchParams.getAll(key)
    const single = Object.fromEntries(
      Object.entries(query).map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
    )
    for (const checked of [operation.body?.safeParse(body), operation.query?.safeParse(single)])
      if (checked && !checked.success)
        return send(response, 400, aProblem('malformed', 400, { detail: checked.error.message }))
    const given = answers.get(name)
    const reply: unknown = await (typeof given === 'function' ? given(question) : given)
    if (reply === NO_ANSWER || reply === undefined) return response.destroy()
    if (isRaw(reply)) {
      response.writeHead(reply.raw.status, { 'content-type': reply.raw.type })
      return response.end(reply.raw.text)
    }
    if (isRefusal(reply)) return send(response, reply.refused.status, Problem.parse(reply.refused))
    return send(response, operation.status, operation.response.parse(reply))
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake')
    if (url.pathname === '/tab/config.json') return send(response, 200, { mode })
    if (!url.pathname.startsWith('/api/')) return sendFile(url.pathname, response)
    sendAnswer(request, url, response).catch((problem: unknown) => {
      problems.push(problem)
      response.destroy()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo // it listens on TCP, so this is its address
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    askedFor: (operation) => asked.filter((question) => question.operation === operation),
    answer: (operation, reply) => {
      answers.set(operation, reply)
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      if (problems.length > 0) throw new AggregateError(problems, 'the fake server failed')
    },
  }
}
