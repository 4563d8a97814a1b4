import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { migrateStore } from '../../src/commands/copy-between.ts'
import { openStores } from '../../src/start/open-stores.ts'
import type { AuditedStore } from '../adapters/audited-store.ts'
import { forged, makeAuditedStore } from '../adapters/audited-store.ts'
import type { Hands } from '../adapters/tampering-hands.ts'
import { handsOnDatabase, handsOnFile } from '../adapters/tampering-hands.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import { startProgram } from './program.ts'

const FILE = 'learning-loop.sqlite'

let folder: string
let on: AuditedStore
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'learning-loop-since-'))
  on = await makeAuditedStore(path.join(folder, FILE))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A store of its own for one test, and how somebody gets their hands on it. */
interface Place {
  readonly settings: { readonly DATA_DIR: string; readonly MONGODB_URI?: string }
  readonly tamper: (by: (hands: Hands) => Promise<void>) => Promise<void>
}

async function onFile(): Promise<Place> {
  const own = mkdtempSync(path.join(folder, 'data-'))
  const file = path.join(own, FILE)
  copyFileSync(path.join(folder, FILE), file)
  return {
    settings: { DATA_DIR: own },
    tamper: async (by) => {
      const db = new DatabaseSync(file)
      await by(handsOnFile(db))
      db.close()
    },
  }
}

async function onDatabase(): Promise<Place> {
  const { uri, drop } = freshDatabase(mongoForTests()?.uri ?? '')
  onTestFinished(async () => {
    await drop()
  })
  await migrateStore({ from: path.join(folder, FILE), to: uri, newId: randomUUID })
  return {
    settings: { DATA_DIR: mkdtempSync(path.join(folder, 'data-')), MONGODB_URI: uri },
    tamper: async (by) => {
      const connection = await mongoose.createConnection(uri).asPromise()
      await by(handsOnDatabase(connection))
      await connection.close()
    },
  }
}

async function audit({ settings }: Place, ...args: readonly string[]) {
  const program = startProgram(settings, ['src/commands/audit.ts', ...args])
  const { code } = await program.ended
  expect(program.output).not.toMatch(/^\s+at /m)
  return { code, said: program.output }
}

async function digestOf(place: Place): Promise<string> {
  const { said } = await audit(place)
  return /The digest of all chains is ([0-9a-f]{64})\./.exec(said)?.[1] ?? ''
}

const headsOf = ({ settings }: Place, digest: string) =>
  path.join(settings.DATA_DIR, 'audits', `${digest}.heads`)

const PLACES = [
  ['a file', onFile] as const,
  ...(mongoForTests() ? [['MongoDB', onDatabase] as const] : []),
]

describe.each(PLACES)('npm run audit -- --since, on %s', (_kind, aPlace) => {
  test('I2: says that everything of then is there, when more has come since', async () => {
    const place = await aPlace()
    const digest = await digestOf(place)
    const { DATA_DIR, MONGODB_URI } = place.settings
    const config = { dataDir: DATA_DIR, mongodbUri: MONGODB_URI ?? null }
    const stores = await openStores(config, { now: () => new Date().toISOString() })
    const [{ id, log } = { id: '', log: [] }] = await stores.keeping.rows('access', null, 1)
    const [{ by, at } = { by: '', at: '' }] = log
    const [kind = '', read = ''] = id.split('/')
    await stores.access.add({ kind, id: read, by: by as never, door: 'card', at, cause: 'later' })
    await stores.close()
    const { code, said } = await audit(place, '--since', digest)
    expect(said).toContain(`Every chain of then is the beginning of the chain now: ${digest}.`)
    expect(code).toBe(0)
    expect(await digestOf(place)).not.toBe(digest)
  })

  test.each<readonly [string, (hands: Hands) => Promise<void>, (ref: string) => string]>([
    [
      'a chain that was sealed anew, with everything that follows',
      async (hands) => {
        const [first, second] = await hands.eventsOf(on.told)
        if (!first || !second) throw new Error('nothing happened')
        const later = new Date(Date.parse(second.at) + 1).toISOString()
        await hands.put(on.told, forged(on.told, [first, { ...second, at: later }]))
      },
      (ref) => `${ref} is another now: what was kept up to event 2 was sealed anew`,
    ],
    [
      'a record that was taken away with everything about it',
      async (hands) => {
        await hands.drop('observation', on.told, 'all')
        await hands.drop('access', `observation/${on.told}`, 'all')
        await hands.dropMessages(on.told)
      },
      (ref) => `${ref} is gone: it had 2 events then`,
    ],
    [
      'a log of readings that was taken away with everything about it',
      (hands) => hands.drop('access', `observation/${on.told}`, 'all'),
      (ref) => `the log of who read observation/${ref} is gone: it had 2 events then`,
    ],
    [
      'a last reading that was taken away as if it had never been',
      (hands) => hands.dropLastReading(`observation/${on.told}`),
      (ref) => `the log of who read observation/${ref} is shorter now: it had 2 events then`,
    ],
  ])('I2: finds %s, which nothing in the store shows', async (_what, by, say) => {
    const place = await aPlace()
    const digest = await digestOf(place)
    await place.tamper(by)
    expect(await audit(place)).toMatchObject({ code: 0 })
    const { code, said } = await audit(place, '--since', digest)
    expect(said).toContain(`Not whole: ${say(on.told)}`)
    expect(code).toBe(1)
  })
})

describe('what a digest stands for', () => {
  test('has one digest whatever keeps the store, and is for nobody else on the machine', async () => {
    const [place, ...others] = await Promise.all(PLACES.map(([, aPlace]) => aPlace()))
    if (!place) throw new Error('no store')
    const digest = await digestOf(place)
    for (const other of others) expect(await digestOf(other)).toBe(digest)
    expect(statSync(headsOf(place, digest)).mode & 0o777).toBe(0o600)
    expect(statSync(path.dirname(headsOf(place, digest))).mode & 0o777).toBe(0o700)
    expect(readFileSync(headsOf(place, digest), 'utf8')).not.toContain('healthVisitor')
  })

  test('proves nothing when it was changed, or is gone, and the audit says so', async () => {
    const place = await onFile()
    const digest = await digestOf(place)
    const file = headsOf(place, digest)
    writeFileSync(file, readFileSync(file, 'utf8').replace(on.told, 'OBS-2020-0001'))
    const changed = await audit(place, '--since', digest)
    expect(changed.said).toContain(`${file} was changed`)
    rmSync(file)
    const gone = await audit(place, '--since', digest)
    expect(gone.said).toContain(`${file} is not there`)
    const none = await audit(place, '--since', 'yesterday')
    expect(none.said).toContain('--since takes a digest that an audit printed')
    expect([changed.code, gone.code, none.code]).toEqual([1, 1, 1])
  })

  test('can be kept and looked for elsewhere', async () => {
    const place = await onFile()
    const elsewhere = mkdtempSync(path.join(folder, 'elsewhere-'))
    const digest = await digestOf(place)
    const { code } = await audit(place, '--heads', elsewhere)
    rmSync(headsOf(place, digest))
    const { said } = await audit(place, '--since', digest, '--heads', elsewhere)
    expect(said).toContain('Every chain of then is the beginning of the chain now')
    expect(code).toBe(0)
  })
})
