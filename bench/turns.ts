import path from 'node:path'
import { syncTimeOf } from './disk.ts'
import type { Load } from './load.ts'
import { loadFor } from './load.ts'
import { ownDatabase } from './own-database.ts'
import type { BenchOptions, PartResult } from './part.ts'
import type { ProgramGiven } from './program.ts'
import type { Program } from './programs.ts'
import { startProgram } from './programs.ts'
import { ANSWERING, echoed, REPORTING } from './talk.ts'
import type { Measured, Round } from './turns-summary.ts'
import { summaryOf, TARGET_CONNECTIONS, tablesOf, targetsOf } from './turns-summary.ts'

/**
 * The level of the targets is measured longest. Before each window everybody talks long enough for
 * a whole report: until then all of them are at the same turn of it.
 */
const LEVELS = [
  { connections: 1, rounds: 3, leadMs: 200, windowMs: 700 },
  { connections: 8, rounds: 3, leadMs: 200, windowMs: 700 },
  { connections: TARGET_CONNECTIONS, rounds: 5, leadMs: 300, windowMs: 1_200 },
  { connections: 128, rounds: 2, leadMs: 700, windowMs: 1_500 },
] as const
const REPORTERS = 128
const WARM_UP_MS = 1_500
const QUICK_MS = 300

/** Our program on one kind of store. */
interface Subject {
  readonly name: string
  readonly program: Program
  /** Whether it runs as people run it, so that the targets are for it. */
  readonly isAsShipped: boolean
}

interface Setting {
  readonly echo: Program
  readonly connector: Program
  readonly subjects: readonly Subject[]
}

/**
 * A durable turn and a whole report, beside a bot of the SDK that keeps nothing. Both are asked for
 * their answers in the response, without authentication, over loopback.
 */
export async function turns(options: BenchOptions): Promise<PartResult> {
  const { say, quick } = options
  const syncMs = syncTimeOf(options.folder)
  say(`turns: a page is safe on this disk after ${syncMs} ms`)
  const setting = await start(options)
  await warmUp(setting, quick ? QUICK_MS : WARM_UP_MS)
  const measured: Measured[] = []
  for (const level of LEVELS) {
    const rounds = await measureLevel(
      setting,
      quick ? { ...level, rounds: 1, windowMs: QUICK_MS } : level,
    )
    for (const [subject, its] of rounds) measured.push(summaryOf(subject, level.connections, its))
    say(`turns: measured at ${level.connections} connections`)
  }
  const targets = targetsOf(measured)
  say(tablesOf(measured))
  return { syncMs, measured, targets }
}

async function start(options: BenchOptions): Promise<Setting> {
  const echo = await startProgram(options, 'echo-bot.ts')
  const connector = await startProgram(options, 'connector.ts')
  const subjects: Subject[] = []
  const add = async (name: string, mongodbUri: string | null, groupCommit = true) => {
    const dataDir = path.join(options.folder, `stores-${subjects.length}`)
    const given: ProgramGiven = { mongodbUri, groupCommit, dataDir, reporters: REPORTERS }
    const program = await startProgram(options, 'program.ts', given)
    await program.settle()
    subjects.push({ name, program, isAsShipped: groupCommit })
  }
  await add('SQLite', null)
  await add('SQLite, each write alone', null, false)
  if (options.mongodb !== null) await add('MongoDB', ownDatabase(options.mongodb))
  return { echo, connector, subjects }
}

type Asked = Omit<Load, 'talk' | 'serviceUrl'>

/** The echo bot, then ours: what disturbs the machine for a while disturbs both. */
async function measureRound(
  { echo, connector }: Setting,
  { program }: Subject,
  asked: Asked,
): Promise<Round> {
  const load = { ...asked, serviceUrl: connector.url }
  return {
    echo: await loadFor(echo, { ...load, talk: echoed(ANSWERING) }),
    turn: await loadFor(program, { ...load, talk: ANSWERING }),
    report: await loadFor(program, { ...load, talk: REPORTING }),
  }
}

async function warmUp(setting: Setting, windowMs: number): Promise<void> {
  const asked = { connections: TARGET_CONNECTIONS, leadMs: 0, windowMs }
  for (const subject of setting.subjects) await measureRound(setting, subject, asked)
}

async function measureLevel(
  setting: Setting,
  { rounds, ...asked }: Asked & { readonly rounds: number },
): Promise<ReadonlyMap<Subject, readonly Round[]>> {
  const bySubject = new Map<Subject, Round[]>(setting.subjects.map((subject) => [subject, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [subject, its] of bySubject) its.push(await measureRound(setting, subject, asked))
  return bySubject
}
