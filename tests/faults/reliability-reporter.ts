import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { reliabilityPage } from '../../scripts/docs/reliability.ts'
import type { ReliabilityRow } from './reliability.ts'

/** A row with the test that shows it. */
interface ShownRow extends ReliabilityRow {
  readonly file: string
  readonly test: string
}

const OUTPUT = 'tests/.output/reliability.json'
const PAGE = 'docs/reliability.md'

const inOrder = ({ fault, file, test, seen }: ShownRow) => [fault, file, test, seen].join('\n')

/** A test that was left out of a run has shown nothing new, so its rows stay. */
const isRun = (test: TestCase) => test.result().state !== 'skipped'

const rowsOf = (test: TestCase): readonly ShownRow[] =>
  test.result().state === 'passed'
    ? (test.meta().reliability ?? []).map(({ fault, seen, kept, store }) => ({
        fault,
        seen,
        kept,
        store,
        file: test.module.relativeModuleId,
        test: test.fullName,
      }))
    : []

/** The rows so far, without those this run has tried again, and the new ones. */
function merged(root: string, before: readonly ShownRow[], modules: readonly TestModule[]) {
  const isKept = ({ file, test }: ShownRow) => {
    const module = modules.find(({ relativeModuleId }) => relativeModuleId === file)
    if (!module) return existsSync(path.join(root, file))
    return [...module.children.allTests()].some((one) => one.fullName === test && !isRun(one))
  }
  const shown = modules.flatMap((module) => [...module.children.allTests()].flatMap(rowsOf))
  const rows = [...before.filter(isKept), ...shown]
  return rows.sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1))
}

/** Whether this run has tried everything that the page says. */
const isWhole = (rows: readonly ShownRow[], modules: readonly TestModule[]) =>
  rows.every(({ file }) =>
    modules.some(
      (module) => module.relativeModuleId === file && [...module.children.allTests()].every(isRun),
    ),
  )

/**
 * Collects what the tests that passed have shown about reliability, from which the page about it is
 * written. Rows of files that are not in a run stay as they are.
 */
// biome-ignore lint/style/noDefaultExport: a reporter is loaded by its path and made with `new`
export default function reliabilityReporter(): Reporter {
  let root = process.cwd()
  return {
    onInit(vitest) {
      root = vitest.config.root
    },
    onTestRunEnd(modules) {
      const output = path.join(root, OUTPUT)
      const before = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : []
      const rows = merged(root, before, modules)
      if (rows.length === 0 && before.length === 0) return
      mkdirSync(path.dirname(output), { recursive: true })
      // Never half written, also when two runs end at the same time.
      const draft = `${output}.${process.pid}`
      writeFileSync(draft, `${JSON.stringify(rows, null, 2)}\n`)
      renameSync(draft, output)
      if (!isWhole(rows, modules)) return
      const page = path.join(root, PAGE)
      if (existsSync(page) && readFileSync(page, 'utf8') === reliabilityPage(rows)) return
      process.stderr.write(`${PAGE} is not what the tests have shown: run \`npm run docs\`.\n`)
      process.exitCode = 1
    },
  }
}
