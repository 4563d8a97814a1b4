import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fill } from './fill.ts'
import { ownDatabase } from './own-database.ts'
import type { BenchOptions, Part, Target } from './part.ts'
import type { ProgramGiven } from './program.ts'
import { startProgram } from './programs.ts'
import { quantile, rounded } from './statistics.ts'
import { tableOf } from './table.ts'

/** How many observations there are. */
const SIZES = [1_000, 10_000, 100_000] as const
const QUICK = [1_000] as const

const P95_AT_MOST_MS = 50
const GROWTH_AT_MOST = 2
/** Below this a ratio is noise: nobody notices it, and nothing is done about it. */
const UNNOTICED_MS = 5

const WARM = 5
const ASKED_AT_MOST = 60
const SPENT_AT_MOST_MS = 5_000

interface Question {
  readonly what: string
  readonly as: string
  readonly path: string
}

/** What the pages of the tab ask for. */
const QUESTIONS: readonly Question[] = [
  { what: 'home', as: 'seniorNurse', path: '/api/home' },
  {
    what: 'triage queue',
    as: 'seniorNurse',
    path: '/api/observations?view=triage&stage=awaitingTriage',
  },
  { what: 'all of an agency', as: 'seniorNurse', path: '/api/observations?view=triage' },
  {
    what: 'an agency, newest',
    as: 'seniorNurse',
    path: '/api/observations?view=triage&order=newestFirst',
  },
  {
    what: 'near misses of 3 months',
    as: 'seniorNurse',
    path: '/api/observations?view=triage&kind=nearMiss&from=FROM',
  },
  { what: 'my reports', as: 'healthVisitor1', path: '/api/observations?view=mine' },
  { what: 'figures of a year', as: 'chair', path: '/api/figures' },
  { what: 'one observation', as: 'seniorNurse', path: '/api/observations/OBS-2020-0021' },
]

interface Measured {
  readonly stores: string
  readonly observations: number
  readonly savesPerSecond: number
  readonly readyMs: number
  readonly residentMB: number
  readonly answers: readonly { readonly what: string; readonly p50: number; readonly p95: number }[]
}

/** Lists, figures and one record, asked for as the tab asks, with few and with many observations. */
export const stores: Part = async (options) => {
  const kinds = ['SQLite', ...(options.mongodb === null ? [] : ['MongoDB'])] as const
  const measured: Measured[] = []
  for (const kind of kinds)
    for (const many of options.quick ? QUICK : SIZES)
      measured.push(await measure(options, kind, many))
  options.say(`\n${tableOf(rowsOf(measured))}`)
  return { measured, targets: targetsOf(measured) }
}

async function measure(options: BenchOptions, kind: string, many: number): Promise<Measured> {
  options.say(`stores: ${kind} with ${many.toLocaleString('en-GB')} observations …`)
  const dataDir = path.join(options.folder, `${kind}-${many}`)
  mkdirSync(dataDir, { recursive: true })
  const isEmbedded = kind === 'SQLite' || options.mongodb === null
  const mongodbUri = isEmbedded ? null : ownDatabase(options.mongodb ?? '')
  const savesPerSecond = await fill({ dataDir, mongodbUri }, many)
  const from = performance.now()
  const given: ProgramGiven = { mongodbUri, groupCommit: true, dataDir, reporters: 0 }
  const program = await startProgram(options, 'program.ts', given)
  const readyMs = performance.now() - from
  const answers = []
  for (const question of QUESTIONS) answers.push(await ask(program.url, question))
  const residentMB = await program.residentMB()
  await program.end()
  return {
    stores: kind,
    observations: many,
    savesPerSecond: rounded(savesPerSecond),
    readyMs: rounded(readyMs),
    residentMB: rounded(residentMB),
    answers,
  }
}

async function ask(url: string, { what, as, path: asked }: Question) {
  const threeMonthsAgo = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 7)
  const address = url + asked.replace('FROM', threeMonthsAgo)
  const took: number[] = []
  const until = performance.now() + SPENT_AT_MOST_MS
  for (let n = 0; n < WARM + ASKED_AT_MOST && (n <= WARM || performance.now() < until); n += 1) {
    const from = performance.now()
    const response = await fetch(address, { headers: { 'x-act-as': as } })
    const body = await response.text()
    if (response.status !== 200)
      throw new Error(`${what} was answered with ${response.status}: ${body}`)
    if (n >= WARM) took.push(performance.now() - from)
  }
  return { what, p50: rounded(quantile(took, 0.5)), p95: rounded(quantile(took, 0.95)) }
}

const rowsOf = (measured: readonly Measured[]) =>
  measured.map(({ stores: kind, observations, savesPerSecond, readyMs, residentMB, answers }) => ({
    stores: kind,
    observations,
    'saves/s': savesPerSecond,
    'ready ms': readyMs,
    MB: residentMB,
    ...Object.fromEntries(answers.map(({ what, p95 }) => [`${what}, p95 ms`, p95])),
  }))

function targetsOf(measured: readonly Measured[]): readonly Target[] {
  const kinds = [...new Set(measured.map(({ stores: kind }) => kind))]
  return kinds.flatMap((kind) => {
    const of = measured.filter((one) => one.stores === kind)
    const [least, most] = [of[0], of.at(-1)]
    if (!least || !most) return []
    return most.answers.map(({ what, p95 }): Target => {
      const before = least.answers.find((one) => one.what === what)?.p95 ?? p95
      const growth = p95 / before
      const isEven = p95 <= UNNOTICED_MS || growth <= GROWTH_AT_MOST
      return {
        target: `${kind}: ${what} with ${most.observations.toLocaleString('en-GB')}`,
        wanted: `p95 at most ${P95_AT_MOST_MS} ms, and ${GROWTH_AT_MOST} × that of ${least.observations}`,
        measured: `${p95} ms, ${rounded(growth)} ×`,
        met: p95 <= P95_AT_MOST_MS && isEven,
      }
    })
  })
}
