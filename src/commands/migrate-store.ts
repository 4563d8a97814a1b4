/**
 * Copies everything from one store into another one, while the program is stopped:
 * `npm run migrate-store -- --from STORE --to STORE`.
 *
 * Each is the file of a store or the address of a MongoDB database; MONGODB_URI stands for the
 * address in the settings. Broken off, the same command goes on.
 */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { storeConfig } from '../config/config.ts'
import { sayProblem } from '../start/say-problem.ts'
import { sayLookedAt } from '../usecases/audit/say-audit.ts'
import { CopyProblem } from '../usecases/copying/copy-problem.ts'
import type { CopyStep } from '../usecases/copying/copy-store.ts'
import { PART_NAMES } from '../usecases/copying/sum-up.ts'
import { migrateStore } from './copy-between.ts'

const USE =
  'Use: npm run migrate-store -- --from STORE --to STORE, each the file of a store or the address ' +
  'of a MongoDB database. MONGODB_URI stands for the address in the settings.'

const STEPS: Readonly<Record<CopyStep, string>> = {
  copying: 'Copying',
  comparing: 'Comparing',
  verifying: 'Verifying every chain',
}

/** The two addresses. What was typed is never repeated: it may hold a password. */
function addresses() {
  const { values } = typed()
  const { from, to } = values
  if (!from || !to) throw new CopyProblem(USE)
  return { from: addressOf(from), to: addressOf(to) }
}

function typed() {
  try {
    return parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } })
  } catch (cause) {
    throw new CopyProblem(USE, { cause })
  }
}

function addressOf(given: string): string {
  if (given !== 'MONGODB_URI') return given
  const { mongodbUri } = storeConfig()
  if (mongodbUri === null) throw new CopyProblem('MONGODB_URI is not set.')
  return mongodbUri
}

/** One bar for each step. */
function showProgress() {
  const bar = new SingleBar({ format: '{step} {bar} {value} of {total}, {eta} s to go' })
  let current: CopyStep | undefined
  return {
    on(step: CopyStep, done: number, total: number) {
      if (step !== current) {
        bar.stop()
        if (process.stderr.isTTY) bar.start(total, done, { step: STEPS[step] })
        else console.log(`${STEPS[step]} …`)
        current = step
      }
      bar.update(done)
    },
    stop: () => bar.stop(),
  }
}

const progress = showProgress()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    progress.stop()
    console.error('Broken off. What was copied is kept; the same command goes on.')
    process.exit(1)
  })

try {
  const { from, to } = addresses()
  const { wasThere, sums, audit } = await migrateStore({
    from,
    to,
    newId: randomUUID,
    onOpened: (source, target) =>
      console.log(`From ${source} to ${target}. No program may run on either of them meanwhile.`),
    onProgress: progress.on,
  })
  progress.stop()
  console.log(wasThere ? 'Everything was there already:' : 'Everything was copied:')
  for (const [part, { count }] of sums)
    console.log(`  ${count.toLocaleString('en-GB').padStart(9)}  ${PART_NAMES[part]}`)
  console.log(`${sayLookedAt(audit)}: every chain is whole, and as in the source.`)
  console.log('Start the program on the copy from now on, and on the source never again.')
} catch (error) {
  progress.stop()
  process.exitCode = 1
  console.error('The store was not migrated.')
  console.error(sayProblem(error))
}
