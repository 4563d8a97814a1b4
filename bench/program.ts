import path from 'node:path'
import { openSqliteStores } from '../src/adapters/sqlite/open-sqlite-stores.ts'
import { logLines } from '../src/api/server/log-lines.ts'
import type { App, Surroundings } from '../src/compose.ts'
import { compose } from '../src/compose.ts'
import { loadConfig } from '../src/config/config.ts'
import { DEMO_AGENCIES, makeDemoBoard } from '../src/demo/demo-board.ts'
import { actorFor } from '../src/domain/board/directory.ts'
import { agencyId, personId } from '../src/domain/words/ids.ts'
import { storePath } from '../src/start/open-stores.ts'
import { changeBoard } from '../src/usecases/board/change-board.ts'
import { currentBoard } from '../src/usecases/records/context-now.ts'
import { runAsChild } from './as-child.ts'
import { reporter, TENANT } from './reporters.ts'

/** What the bench starts this program with. */
export interface ProgramGiven {
  /** A database of the bench's own, dropped at the end; `null` for the embedded store. */
  readonly mongodbUri: string | null
  /** Whether writes of the embedded store share commits, as they do when it is shipped. */
  readonly groupCommit: boolean
  readonly dataDir: string
  /** How many people can report, each with an account of their own. */
  readonly reporters: number
}

// The program as src/main.ts puts it together in local mode, without the Playground and the year of
// the demo board. Its delivery job runs as always, but keeps to no pace: Teams' limits would leave
// most of the work of telling people until after the measuring.
const given = JSON.parse(process.argv[2] ?? '{}') as ProgramGiven // the bench wrote it
const { mongodbUri, groupCommit } = given
const config = loadConfig({
  PLAYGROUND: 'off',
  PORT: '0',
  DATA_DIR: given.dataDir,
  ...(mongodbUri === null ? {} : { MONGODB_URI: mongodbUri }),
})
const writesAlone: Pick<Surroundings, 'openStores'> = {
  openStores: (its) =>
    openSqliteStores({ path: storePath(config), clock: its, groupCommit: false }),
}
const clock = { now: () => new Date().toISOString() }
const app = await compose(config, {
  clock,
  log: logLines(config.logLevel, clock, (line) => process.stderr.write(line)),
  tabFolder: path.join(import.meta.dirname, '..', 'dist', 'tab'),
  rest: async () => undefined,
  ...(mongodbUri === null && !groupCommit ? writesAlone : {}),
}).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
await makeDemoBoard(app.deps)
await enterReporters(app, given.reporters)
const { url } = await app.start()
runAsChild(url, {
  settle: app.deliver,
  stop: async () => {
    await app.stop()
    if (mongodbUri !== null) await dropDatabase(mongodbUri)
  },
})

/** The database is the bench's own: its name was made up for this run. */
async function dropDatabase(uri: string): Promise<void> {
  const { default: mongoose } = await import('mongoose')
  const connection = await mongoose.createConnection(uri).asPromise()
  await connection.dropDatabase()
  await connection.close()
}

async function enterReporters({ deps }: App, howMany: number): Promise<void> {
  const actor = actorFor(await currentBoard(deps), personId('businessManager'))
  for (let index = 0; index < howMany; index += 1) {
    const code = reporter(index)
    const agency = DEMO_AGENCIES[index % DEMO_AGENCIES.length]?.id ?? agencyId('')
    const person = { id: personId(code), tenantId: TENANT, objectId: code, name: code, agency }
    await changeBoard(deps, {
      command: { type: 'addPerson', ...person, jobTitle: null },
      actor,
      submission: code,
    })
  }
}
