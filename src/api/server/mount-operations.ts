import type { Request, Response, Server } from 'restify'
import { ALL_OPERATIONS } from '../../contract/all-operations.ts'
import type { Operation } from '../../contract/operations.ts'
import type { Deps } from '../../usecases/deps.ts'
import { currentBoard } from '../../usecases/records/context-now.ts'
import { HANDLERS } from '../records/handlers.ts'
import { NEWCOMER } from './act-as.ts'
import { answerJson } from './answer.ts'
import type { Caller } from './caller.ts'
import { callerOf } from './caller.ts'
import { API_BODY_LIMIT, readJson, SHEET_BODY_LIMIT } from './read-json.ts'

interface Mounting {
  readonly mode: 'local' | 'production'
  readonly deps: Deps
  readonly authenticate: (req: Request) => Promise<Caller>
  /** Called after every change. */
  readonly nudge: () => void
}

/** Routes every operation of the contract to its handler. */
export function mountOperations(server: Server, mounting: Mounting): void {
  for (const [name, operation] of Object.entries(ALL_OPERATIONS)) {
    if (operation.localOnly && mounting.mode !== 'local') continue
    const route = routeOf(name, operation, mounting)
    const path = operation.path.replace(/\{(\w+)\}/g, ':$1')
    if (operation.method === 'GET') server.get(path, route)
    else server.post(path, route)
  }
}

function routeOf(name: string, operation: Operation, mounting: Mounting) {
  const { mode, deps, authenticate, nudge } = mounting
  const handler = HANDLERS[name]
  if (!handler) throw new TypeError(`the operation ${name} has no handler`)
  // restify accepts a handler with two parameters only if it is literally an async function.
  return async (req: Request, res: Response) => {
    const caller = operation.localOnly
      ? // Who there is to act as is asked before anybody is chosen.
        callerOf(NEWCOMER, await currentBoard(deps))
      : await authenticate(req)
    const body = operation.body
      ? await readJson(req, operation.large ? SHEET_BODY_LIMIT : API_BODY_LIMIT)
      : undefined
    const ref: unknown = req.params['ref']
    const answer = await handler(
      { deps, caller, localMode: mode === 'local', ref: typeof ref === 'string' ? ref : undefined },
      { query: queryOf(req), body },
    )
    if (operation.method === 'POST') nudge()
    answerJson(res, operation.status, answer)
  }
}

/** A text for a name that stands once, a list for one that stands several times. */
function queryOf(req: Request): Record<string, string | string[]> {
  const search = new URLSearchParams(req.getQuery())
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}
