import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { sayProblem } from '../src/start/say-problem.ts'
import { StartProblem } from '../src/start/start-problem.ts'

const root = path.join(import.meta.dirname, '..')
const built = path.join(root, 'dist', 'tab', 'index.html')
const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')

/**
 * The command that installs the tools for building the tab. In production npm leaves them out by
 * itself.
 */
const INSTALL = process.env['NODE_ENV'] === 'production' ? '`npm ci --include=dev`' : '`npm ci`'

/**
 * Makes sure there is a tab to serve. Local mode builds it again where a source is newer.
 * Production serves what was built and tested and builds nothing. There the time of a file decides
 * nothing, since it says little after copying or unpacking.
 * @throws StartProblem when there is none
 */
export function haveTab(mode: 'local' | 'production'): void {
  const isBuilt = existsSync(built)
  if (mode === 'production') {
    if (isBuilt) return
    throw new StartProblem(
      'The tab is not built, and production does not build it. Run `npm ci --include=dev` and `npm run build`, or put the `dist` folder here that was built elsewhere.',
    )
  }
  if (isBuilt && !isBehind()) return
  const hindrance = whatHinders()
  if (hindrance === undefined) build()
  else if (!isBuilt) throw new StartProblem(`The tab is not built. ${hindrance}`)
  else process.stdout.write(`The tab is older than its sources. ${hindrance}\n`)
}

/** Why it cannot be built here, with what to do. */
function whatHinders(): string | undefined {
  if (!existsSync(vite)) return `What builds it is not installed: run ${INSTALL}, then start again.`
  try {
    mkdirSync(path.dirname(built), { recursive: true })
    accessSync(path.dirname(built), constants.W_OK)
    return undefined
  } catch (error) {
    return `${sayProblem(error)} Or build it as another account, with \`npm run build\`.`
  }
}

function build(): void {
  process.stdout.write('Building the tab …\n')
  // Its settings are TypeScript that Node runs directly, so nothing has to be written to read them.
  const args = [vite, 'build', '--logLevel', 'warn', '--configLoader', 'native']
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (error) throw error
  if (status === 0) return
  throw new StartProblem(
    `The tab could not be built, see above. Where a package is missing, run ${INSTALL}; where there is no room, free some space. Then start again.`,
  )
}

function isBehind(): boolean {
  const sources = ['src/tab', 'src/contract'].map((folder) => path.join(root, folder))
  if (!sources.every((folder) => existsSync(folder))) return false
  return Math.max(...sources.map(changedAt)) > statSync(built).mtimeMs
}

/** The time of the last change below a folder, in milliseconds. */
const changedAt = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs)
    .reduce((latest, time) => Math.max(latest, time), 0)
