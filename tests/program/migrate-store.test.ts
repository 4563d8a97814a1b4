import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { migrateStore } from '../../src/commands/copy-between.ts'
import { makeDemoStore } from '../../src/demo/demo-store.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import { startProgram } from './program.ts'

const given = mongoForTests()
const FILE = 'learning-loop.sqlite'
const SECRET = 'correct-horse'
/** Enough that a signal comes while they are being copied. */
const OBSERVATIONS = 120
const COPIED = new RegExp(` ${OBSERVATIONS} +observations\\n`)

let folder: string
let source: string
/** Observations, what was learned from some of them, and the board. */
let records: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'learning-loop-migrate-'))
  source = path.join(folder, 'source', FILE)
  await makeDemoStore(source, OBSERVATIONS)
  const db = new DatabaseSync(source)
  const [counted] = db
    .prepare(
      `SELECT (SELECT COUNT(*) FROM activities) + (SELECT COUNT(*) FROM actions)
        + (SELECT COUNT(*) FROM reviews) + COUNT(*) + 1 AS all_of FROM observations`,
    )
    .all()
  db.close()
  records = String(counted?.['all_of'])
  expect(Number(records)).toBeGreaterThan(OBSERVATIONS + 1)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A place for a copy, and the settings of a program that runs on it. */
function aFile() {
  const own = mkdtempSync(path.join(folder, 'target-'))
  return { address: path.join(own, FILE), settings: { DATA_DIR: own } }
}

function aDatabase() {
  const { uri, drop } = freshDatabase(given?.uri ?? '')
  onTestFinished(async () => {
    await drop()
  })
  return { address: uri, settings: { MONGODB_URI: uri, DATA_DIR: folder } }
}

const PLACES = [['a file', aFile] as const, ...(given ? [['MongoDB', aDatabase] as const] : [])]

const start = (args: readonly string[], settings: Readonly<Record<string, string>> = {}) =>
  startProgram(settings, ['src/commands/migrate-store.ts', ...args])

async function said(program: ReturnType<typeof startProgram>) {
  const { code } = await program.ended
  expect(program.output).not.toMatch(/^\s+at /m)
  return { code, output: program.output }
}

describe.each(PLACES)('npm run migrate-store, into %s', (_kind, aPlace) => {
  test('copies everything, says what, and leaves a second time as it is', async () => {
    const { address, settings } = aPlace()
    const first = await said(start(['--from', source, '--to', address]))
    expect(first.output).toContain('Everything was copied:\n')
    expect(first.output).toMatch(COPIED)
    expect(first.output).toMatch(
      new RegExp(`^${records} records, .*: every chain is whole, and as in the source\\.$`, 'm'),
    )
    expect(first.code).toBe(0)
    const again = await said(start(['--from', source, '--to', address]))
    expect(again).toMatchObject({ code: 0, output: expect.stringMatching(/was there already/) })
    const audit = await said(startProgram(settings, ['src/commands/audit.ts']))
    expect(audit).toMatchObject({
      code: 0,
      output: expect.stringMatching(new RegExp(`^${records} records`)),
    })
  })

  test.each([
    ['SIGKILL', 'Copying'],
    ['SIGKILL', 'Comparing'],
    ['SIGINT', 'Copying'],
    ['SIGINT', 'Verifying'],
  ] as const)(
    'goes on after %s while it says “%s”',
    async (signal, step) => {
      const { address, settings } = aPlace()
      const first = start(['--from', source, '--to', address])
      await first.said(step)
      const { code } = await first.kill(signal)
      // It may have come to its end before the signal came.
      if (signal === 'SIGINT' && code !== 0) {
        expect(first.output).toContain(
          'Broken off. What was copied is kept; the same command goes on.',
        )
        expect(code).toBe(1)
      }
      const again = await said(start(['--from', source, '--to', address]))
      expect(again.output).toMatch(COPIED)
      expect(again.code).toBe(0)
      const audit = await said(startProgram(settings, ['src/commands/audit.ts']))
      expect(audit).toMatchObject({
        code: 0,
        output: expect.stringMatching(new RegExp(`^${records} records`)),
      })
    },
    60_000,
  )

  test('the program does not start on half a copy, and says what to do', async () => {
    const { address, settings } = aPlace()
    const onProgress = () => {
      throw new Error('broken off')
    }
    const half = migrateStore({ from: source, to: address, newId: randomUUID, onProgress })
    await expect(half).rejects.toThrow('broken off')
    const program = await said(startProgram({ ...settings, PORT: '0' }))
    expect(program.output).toMatch(/Learning Loop did not start\.\n.* is being copied into/)
    expect(program.output).toContain('run the same “npm run migrate-store” once more')
    expect(program.code).toBe(1)
  })
})

describe('npm run migrate-store', () => {
  test.each<readonly [string, readonly string[]]>([
    ['nothing', []],
    ['one address', ['--from', 'a']],
    ['an option it does not know', ['--from', 'a', '--into', `mongodb://a:${SECRET}@b/c`]],
    ['an address too many', ['--from', 'a', '--to', 'b', `mongodb://a:${SECRET}@b/c`]],
  ])('says how it is used when it is given %s', async (_what, args) => {
    const { code, output } = await said(start(args))
    expect(output).toMatch(/^The store was not migrated\.\nUse: npm run migrate-store/)
    expect(output).not.toContain(SECRET)
    expect(code).toBe(1)
  })

  test('repeats no password that stands in an address', async () => {
    const address = `mongodb://somebody:${SECRET}@127.0.0.1:1/store`
    const { code, output } = await said(start(['--from', source, '--to', address]))
    expect(output).toContain('The MongoDB server in --to does not answer')
    expect(output).not.toContain(SECRET)
    expect(code).toBe(1)
  })

  test.skipIf(!given)(
    'takes the address from the settings, where no one else sees it',
    async () => {
      const { settings } = aDatabase()
      const { code, output } = await said(
        start(['--from', source, '--to', 'MONGODB_URI'], settings),
      )
      expect(output).toContain('Everything was copied')
      expect(code).toBe(0)
    },
  )

  test('says so when the settings have no address', async () => {
    const { code, output } = await said(start(['--from', source, '--to', 'MONGODB_URI']))
    expect(output).toContain('MONGODB_URI is not set')
    expect(code).toBe(1)
  })
})
