import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { BenchOptions, Part, PartResult } from './part.ts'
import { stores } from './stores.ts'
import { tableOf } from './table.ts'
import { turns } from './turns.ts'

const PARTS: Readonly<Record<string, Part>> = { turns, stores }

const USAGE = `npm run bench -- [${Object.keys(PARTS).join('] [')}] [options]

Without a part, all of them are run, one after the other.
  --mongodb <uri>      measure the stores on this server too (or set MONGODB_TEST_URI)
  --folder <path>      where the stores of the run are made; its disk is what is measured
  --profiles <path>    leave CPU profiles of the programs there
  --quick              one short window each, to see that it runs; keeps no results`

const RESULTS = path.join(import.meta.dirname, 'results.json')

type Results = Readonly<Record<string, PartResult>>

/** Keeps what was measured, beside what other parts left there earlier. */
function keep(name: string, result: PartResult): void {
  const earlier = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : {}
  const machine = {
    node: process.version,
    platform: process.platform,
    cores: availableParallelism(),
  }
  const kept = { date: new Date().toISOString(), ...machine, ...result }
  writeFileSync(RESULTS, `${JSON.stringify({ ...earlier, [name]: kept }, null, 2)}\n`)
}

/** What is left to do at the end, done once, however the end comes. */
function cleaning() {
  const left: (() => Promise<void>)[] = []
  let underWay: Promise<void> | undefined
  async function all() {
    for (let next = left.pop(); next; next = left.pop()) await next().catch(say)
  }
  return {
    add: (cleanUp: () => Promise<void>) => void left.push(cleanUp),
    all: () => {
      underWay ??= all().finally(() => {
        underWay = undefined
      })
      return underWay
    },
  }
}

const say = (line: unknown) => console.log(line)

let isStopping = false

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mongodb: { type: 'string' },
      folder: { type: 'string', default: tmpdir() },
      profiles: { type: 'string' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const names = positionals.length > 0 ? positionals : Object.keys(PARTS)
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name))
  if (values.help || unknown.length > 0) {
    say(unknown.length > 0 ? `There is no part “${unknown.join('”, “')}”.\n\n${USAGE}` : USAGE)
    process.exitCode = unknown.length > 0 ? 1 : 0
    return
  }
  const cleanUps = cleaning()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      say('Stopping …')
      isStopping = true
      void cleanUps.all().finally(() => process.exit(130))
    })
  const folder = path.join(values.folder, `learning-loop-bench-${process.pid}`)
  const options: Omit<BenchOptions, 'atEnd'> = {
    mongodb: values.mongodb ?? process.env['MONGODB_TEST_URI'] ?? null,
    folder,
    profiles: values.profiles ?? null,
    quick: values.quick,
    say,
  }
  for (const name of names) {
    mkdirSync(folder, { recursive: true })
    cleanUps.add(async () => rmSync(folder, { recursive: true, force: true }))
    try {
      const result = await PARTS[name]?.({ ...options, atEnd: cleanUps.add })
      if (!result) continue
      if (!values.quick) keep(name, result)
      say(
        `\n${tableOf(result.targets.map(({ met, ...row }) => ({ ...row, '': met ? 'met' : 'missed' })))}`,
      )
    } finally {
      await cleanUps.all()
    }
  }
}

await main().catch((error: unknown) => {
  if (isStopping) return // what was cut off is no news
  say(`\nThe bench did not finish.\n${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
})
