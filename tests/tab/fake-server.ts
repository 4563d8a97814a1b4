import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { Problem as ProblemBody } from '../../src/contract/common.ts'
import { Problem } from '../../src/contract/common.ts'
import type { ObservationChange } from '../../src/contract/observations.ts'
import type { Operation } from '../../src/contract/operations.ts'
import { OPERATIONS } from '../../src/contract/operations.ts'
import { builtTab } from './built-tab.ts'
import { aProblem } from './records.ts'

export type OperationName = keyof typeof OPERATIONS | `${ObservationChange}Observation`

/** A refusal, or no answer at all, in place of what was asked for. */
export type Refusal = { readonly refused: ProblemBody } | 'no answer'

/** What the fake was asked: the parts a test looks at. */
export interface Asked {
  readonly operation: OperationName
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly headers: IncomingMessage['headers']
}

/** Content of the contract's shape, or a refusal; given at once, later, or made from the question. */
export type Reply = unknown | Refusal | ((asked: Asked) => unknown)

export interface FakeServer {
  readonly url: string
  readonly asked: readonly Asked[]
  askedFor(operation: OperationName): readonly Asked[]
  answer(operation: OperationName, reply: Reply): void
  stop(): Promise<void>
}

// The real server sends the same: the tab has to live with it.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self' https://res.cdn.office.net",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

const operations = Object.entries(OPERATIONS as Readonly<Record<string, Operation>>).map(
  ([name, operation]) => ({
    // Names of changes are computed in the contract, so its type does not list them.
    name: name as OperationName,
    operation,
    pattern: new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  }),
)

const isRefusal = (reply: unknown): reply is Exclude<Refusal, 'no answer'> =>
  typeof reply === 'object' && reply !== null && 'refused' in reply

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
    if (path === '/tab/config.json') return send(response, 200, { mode })
    const name = path === '/tab/' ? 'index.html' : normalize(path.slice('/tab/'.length))
    response.writeHead(200, {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    })
    response.end(readFileSync(join(folder, name)))
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
    if (reply === 'no answer' || reply === undefined) return response.destroy()
    if (isRefusal(reply)) return send(response, reply.refused.status, Problem.parse(reply.refused))
    return send(response, operation.status, operation.response.parse(reply))
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake')
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
