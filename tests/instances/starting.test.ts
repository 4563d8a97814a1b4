import { describe, expect, onTestFinished, test } from 'vitest'
import { createWorkingCalendar } from '../../src/adapters/local/working-calendar.ts'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { DEMO_PEOPLE } from '../../src/demo/demo-board.ts'
import { DEMO_OBSERVATIONS, fillWithDemo } from '../../src/demo/demo-store.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { shows } from '../faults/reliability.ts'
import { settableClock } from '../faults/settable-clock.ts'
import { startProgram } from '../program/program.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'

const TENANT = '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69'
const PRODUCTION = {
  MODE: 'production',
  PUBLIC_URL: 'https://loop.board.example',
  TEAMS_APP_ID: 'f3a6c1d2-0b44-4e57-8a19-2c7d5e6f7081',
  BOT_APP_ID: '1b9e6f0c-53a1-4c8e-9d42-7f60a1c2b3d4',
  BOT_APP_TYPE: 'SingleTenant',
  BOT_TENANT_ID: TENANT,
  BOT_APP_PASSWORD: 'a-secret-of-the-bot',
  ALLOWED_TENANTS: TENANT,
  TAB_CLIENT_ID: 'a7d4e2b1-9c38-4f60-b5d7-3e8f1a2c4d5b',
  BOARD_NAME: 'Exampleshire Safeguarding Children Board',
  FIRST_BUSINESS_MANAGER: `${TENANT}/58b1f0c7-2d3e-4a69-9b84-7c6d5e4f3a21/Business manager`,
}

/** An empty database; gone after the test. */
function anEmptyDatabase(): string {
  const { uri, drop } = freshDatabase(mongoForTests()?.uri ?? '')
  onTestFinished(drop)
  return uri
}

async function storesOn(uri: string): Promise<Stores> {
  const stores = await openMongoStores({ uri })
  onTestFinished(stores.close)
  return stores
}

/** Two processes of the program that start at the same moment. Returns them once both are up. */
async function bothStarted(uri: string, settings: object, isUp: string) {
  const both = [1, 2].map(() => startProgram({ ...settings, MONGODB_URI: uri, PORT: '0' }))
  onTestFinished(async () => {
    await Promise.all(both.map((program) => program.kill('SIGKILL')))
  })
  await Promise.all(both.map((program) => program.said(isUp)))
  return both
}

const openings = async ({ board }: Stores) =>
  (await board.history(BOARD_ID)).filter(({ event }) => event.type === 'BoardOpened')

describe.skipIf(!mongoForTests())('two instances that start on an empty database', () => {
  test('make one demo board and one year, and both come up', async () => {
    const uri = anEmptyDatabase()
    const both = await bothStarted(uri, {}, 'Learning Loop is running')
    for (const { url } of both) expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const stores = await storesOn(uri)
    expect(await stores.keeping.count('observation')).toBe(DEMO_OBSERVATIONS)
    expect((await stores.board.current())?.state.people).toHaveLength(DEMO_PEOPLE.length)
    expect(await openings(stores)).toHaveLength(1)
    expect(await stores.records.observation.undelivered(1)).toEqual([])
    shows({
      fault: 'Two instances start at the same moment on an empty database',
      seen: 'Both come up, with the same board',
      kept: 'One board and one year of it; indexes are made once',
      store: 'MongoDB',
    })
  }, 300_000)

  test('in production open one board from the settings, and both come up', async () => {
    const uri = anEmptyDatabase()
    await bothStarted(uri, PRODUCTION, 'Learning Loop listens on')
    const stores = await storesOn(uri)
    expect(await openings(stores)).toHaveLength(1)
    expect((await stores.board.current())?.state.people).toHaveLength(1)
    shows({
      fault: 'Two instances start at the same moment in production, before there is a board',
      seen: 'Both come up, with the same board',
      kept: 'One board with its first business manager',
      store: 'MongoDB',
    })
  })
})

describe.skipIf(!mongoForTests())('the first numbers of a series', () => {
  test('are given once each, also to two instances that ask at the same moment', async () => {
    const uri = anEmptyDatabase()
    const both = await Promise.all([storesOn(uri), storesOn(uri)])
    for (const year of ['2026', '2027', '2028', '2029', '2030']) {
      const asked = Array.from({ length: 8 }, () => both).flat()
      const numbers = await Promise.all(asked.map(({ references }) => references.next(year)))
      expect([...numbers].sort((a, b) => a - b)).toEqual(asked.map((_, index) => index + 1))
    }
    shows({
      fault: 'The first reports of a year are sent to two instances at the same moment',
      seen: 'A receipt each',
      kept: 'Every report, with a reference of its own',
      store: 'MongoDB',
    })
  })
})

describe.skipIf(!mongoForTests())('the demo board of a database', () => {
  const FEW = 5

  async function maker(uri: string) {
    const clock = settableClock('2026-03-25T09:00:00.000Z')
    const stores = await storesOn(uri)
    const calendar = createWorkingCalendar()
    const newId = () => crypto.randomUUID()
    return { ...stores, clock, newId, calendar, digest: sha256 }
  }

  test('is made by one of several', async () => {
    const uri = anEmptyDatabase()
    const makers = await Promise.all([1, 2, 3].map(() => maker(uri)))
    const made = await Promise.all(makers.map((deps) => fillWithDemo(deps, FEW)))
    expect(made.filter((isMade) => isMade)).toHaveLength(1)
    const stores = await storesOn(uri)
    expect(await stores.keeping.count('observation')).toBe(FEW)
    expect((await stores.board.current())?.state.people).toHaveLength(DEMO_PEOPLE.length)
  })

  test('is made whole by the next one when the first is killed before it is there', async () => {
    const uri = anEmptyDatabase()
    const deps = await maker(uri)
    const { board, clock } = deps
    // What it leaves behind: some of the year, no board, and its lease.
    const killed = {
      ...deps,
      board: { ...board, save: () => Promise.reject(new Error('killed')) },
      leases: { ...deps.leases, release: async () => undefined },
    }
    await expect(fillWithDemo(killed, FEW)).rejects.toThrow('killed')
    expect(await board.current()).toBeUndefined()
    const next = fillWithDemo(deps, FEW)
    clock.advance({ minutes: 1 })
    expect(await next).toBe(true)
    expect((await board.current())?.state.people).toHaveLength(DEMO_PEOPLE.length)
    shows({
      fault: 'An instance is killed while it makes the demo board',
      seen: 'The next one makes it, half a minute later at most',
      kept: 'A whole board; reports that were made up before stay beside those of its year',
      store: 'MongoDB',
    })
  })
})
