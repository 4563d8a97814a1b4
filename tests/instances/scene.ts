import { createWorkingCalendar } from '../../src/adapters/local/working-calendar.ts'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { DEMO_AGENCIES, makeDemoBoard } from '../../src/demo/demo-board.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { changeBoard } from '../../src/usecases/board/change-board.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import type { Program } from '../program/program.ts'
import { startProgram } from '../program/program.ts'
import { startFakeTeams } from '../support/fake-teams.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import type { Asked, InstanceGiven } from './instance.ts'

/** An instance of the program that a test can ask things. */
export interface Instance extends Program {
  /** Puts its clock forward. */
  goOn(seconds: number): Promise<void>
  /** Makes it tell people, until there is nothing left that it may do. */
  deliver(): Promise<void>
  /** How many messages it has planned so far. */
  planned(): Promise<number>
}

/**
 * A database of its own with the demo board, a stand-in for Teams, and as many instances of the
 * program on them as a test starts; each in a process of its own.
 */
export async function aScene() {
  const database = freshDatabase(mongoForTests()?.uri ?? '')
  const clock = { now: () => new Date().toISOString() }
  const stores = await openMongoStores({ uri: database.uri, clock })
  const deps: Deps = {
    ...stores,
    clock,
    newId: () => crypto.randomUUID(),
    calendar: createWorkingCalendar(),
    digest: sha256,
  }
  await makeDemoBoard(deps)
  const teams = await startFakeTeams()
  const started: Program[] = []
  const settings = (port: string) => ({ MONGODB_URI: database.uri, PORT: port })
  return {
    uri: database.uri,
    deps,
    stores,
    teams,

    /** The program as it is shipped. On the port of one that is gone, it takes its place. */
    async startProgram(port = '0'): Promise<Program> {
      const program = startProgram(settings(port))
      started.push(program)
      await program.said('Learning Loop is running')
      return program
    },

    /** The same, with a clock that can be put forward. */
    async startInstance(given: InstanceGiven, port = '0'): Promise<Instance> {
      const args = ['tests/instances/instance.ts', JSON.stringify(given)]
      const program = startProgram(settings(port), args, 'ipc')
      started.push(program)
      await program.said('It listens on')
      const ask = (asked: Asked) => program.ask(asked)
      return Object.assign(program, {
        goOn: async (seconds: number) => void (await ask({ type: 'goOn', seconds })),
        deliver: async () => void (await ask({ type: 'deliver' })),
        planned: async () => Number(await ask({ type: 'planned' })),
      })
    },

    async stop() {
      await Promise.all(started.map((program) => program.kill('SIGKILL')))
      await teams.stop()
      await stores.close()
      await database.drop()
    },
  }
}

export type Scene = Awaited<ReturnType<typeof aScene>>

export const portOf = ({ url }: Pick<Program, 'url'>): string => new URL(url).port

/** Enters people who report, one agency after the other; gives their accounts. */
export async function enteredReporters(deps: Deps, howMany: number): Promise<readonly string[]> {
  const actor = actorFor(await currentBoard(deps), personId('businessManager'))
  const codes = Array.from({ length: howMany }, (_, index) => `reporter${index + 1}`)
  for (const [index, code] of codes.entries()) {
    const agency = DEMO_AGENCIES[index % DEMO_AGENCIES.length] ?? DEMO_AGENCIES[0]
    const known = { id: personId(code), tenantId: 'demo', objectId: code, name: code }
    await changeBoard(deps, {
      command: { type: 'addPerson', ...known, agency: agency.id, jobTitle: null },
      actor,
      submission: code,
    })
  }
  return codes
}
