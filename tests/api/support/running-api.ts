import { randomUUID } from 'node:crypto'
import { expect, onTestFinished } from 'vitest'
import { createWorkingCalendar } from '../../../src/adapters/local/working-calendar.ts'
import { sha256 } from '../../../src/adapters/shared/digest.ts'
import { openSqliteStores } from '../../../src/adapters/sqlite/open-sqlite-stores.ts'
import type { ApiConfig } from '../../../src/api/server/api-config.ts'
import type { ApiOptions } from '../../../src/api/server/create-api.ts'
import { createApi } from '../../../src/api/server/create-api.ts'
import type { LogEntry } from '../../../src/api/server/log.ts'
import type { PersonId } from '../../../src/domain/words/ids.ts'
import { auditAll } from '../../../src/usecases/audit/audit-all.ts'
import { sayFindings } from '../../../src/usecases/audit/say-audit.ts'
import type { Deps } from '../../../src/usecases/deps.ts'
import { fixedClock } from '../../support/fixed-clock.ts'
import { openSmallBoard, TENANT } from './a-small-board.ts'
import { PUBLIC_HOST, TAB_CLIENT_ID, testKeys, tokenFor } from './tokens.ts'

type Mode = 'local' | 'production'

export const PRODUCTION = {
  mode: 'production',
  host: '127.0.0.1',
  port: 0,
  publicUrl: `https://${PUBLIC_HOST}`,
  entra: { tabClientId: TAB_CLIENT_ID, allowedTenants: [TENANT], allowGuests: false },
  metricsToken: 'a-long-random-token',
} as const satisfies ApiConfig

export const CONFIG: Readonly<Record<Mode, ApiConfig>> = {
  local: { mode: 'local', host: '127.0.0.1', port: 0 },
  production: PRODUCTION,
}

// biome-ignore lint/suspicious/noExplicitAny: bodies are looked into freely; the contract is checked apart
type Body = any

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Body
}

export interface RunningApi {
  readonly url: string
  readonly deps: Deps
  readonly clock: ReturnType<typeof fixedClock>
  readonly log: readonly LogEntry[]
  /** How often somebody was to be told of a change. */
  readonly nudges: () => number
  ask(path: string, init?: RequestInit): Promise<Answer>
  get(who: PersonId | 'newcomer' | null, path: string): Promise<Answer>
  post(who: PersonId | 'newcomer' | null, path: string, body: unknown): Promise<Answer>
  stop(): Promise<void>
}

type Overrides = Partial<Omit<ApiOptions, 'deps'>> & {
  readonly mode?: Mode
  readonly at?: string
  readonly changeDeps?: (deps: Deps) => Deps
  readonly board?: false
}

/** Tests put messages and readings there by hand that belong to nothing, and send no messages. */
const BY_HAND: readonly string[] = ['untold', 'recordGone', 'noReader']

/** The real server on a free port, on an embedded store of its own, until the test is over. */
export async function runningApi(overrides: Overrides = {}): Promise<RunningApi> {
  const { mode = 'local', at = '2026-03-27T09:00Z', changeDeps, board, ...options } = overrides
  const clock = fixedClock(at)
  const stores = await openSqliteStores({ path: ':memory:' })
  const kept: Deps = {
    ...stores,
    clock,
    newId: randomUUID,
    calendar: createWorkingCalendar(),
    digest: sha256,
  }
  if (board !== false) await openSmallBoard(kept)
  const deps = changeDeps ? changeDeps(kept) : kept
  const log: LogEntry[] = []
  let nudged = 0
  const api = createApi({
    config: CONFIG[mode],
    deps,
    stores,
    bot: { handle: async (_req, res) => res.send(200, {}) },
    nudge: () => {
      nudged += 1
    },
    log: (entry) => log.push(entry),
    tabFolder: '/nowhere',
    keys: testKeys,
    ...options,
  })
  const { url } = await api.start()
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= api.stop().then(async () => {
      // After every test an audit finds the store whole.
      const { findings } = changeDeps ? { findings: [] } : await auditAll(stores, sha256)
      await stores.close()
      expect(sayFindings(findings.filter(({ why }) => !BY_HAND.includes(why)))).toEqual([])
    })
    return stopped
  }
  onTestFinished(stop)

  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(url + path, { redirect: 'manual', ...init })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    const body: unknown = /json/.test(type) && text !== '' ? JSON.parse(text) : undefined
    return { status: response.status, headers: response.headers, text, body }
  }
  const signedIn = async (who: PersonId | 'newcomer' | null): Promise<Record<string, string>> => {
    if (who === null) return {}
    if (mode === 'local') return { 'x-act-as': who }
    return { authorization: `Bearer ${await tokenFor(who as PersonId)}` }
  }
  return {
    url,
    deps,
    clock,
    log,
    nudges: () => nudged,
    ask,
    stop,
    get: async (who, path) => ask(path, { headers: await signedIn(who) }),
    post: async (who, path, body) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(await signedIn(who)) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

/** A refusal in the form of the contract, with this status and code. */
export function expectRefused(answer: Answer, status: number, code: string): void {
  expect(answer.body).toMatchObject({ status, code, title: expect.any(String) })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(answer.body.detail).toMatch(/^[“A-Z].*[.!]$/s)
}
