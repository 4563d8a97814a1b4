// The way in. Plain JavaScript that imports no TypeScript of ours, so that it can tell even an old Node what
// is the matter: everything else is TypeScript that only Node 24 runs as it is.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import './load-settings.mjs'

const [major] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(
    `\nLearning Loop did not start.\nIt needs Node 24 and this is ${process.versions.node}. ` +
      'Run it with `npm start`, which brings Node 24 along on Linux and Windows; on macOS install Node 24 or later.\n',
  )
  process.exit(1)
}

const root = path.join(import.meta.dirname, '..')

const built = path.join(root, 'dist', 'tab', 'index.html')

/** The time of the last change below a folder, in milliseconds. */
function changedAt(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs)
    .reduce((latest, time) => Math.max(latest, time), 0)
}

function needsBuild() {
  const sources = ['src/tab', 'src/contract'].map((folder) => path.join(root, folder))
  if (!existsSync(built)) return true
  if (!sources.every((folder) => existsSync(folder))) return false
  return Math.max(...sources.map(changedAt)) > statSync(built).mtimeMs
}

if (needsBuild()) {
  process.stdout.write('Building the tab …\n')
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) {
    process.stderr.write(
      '\nLearning Loop did not start.\nThe tab is not built and what builds it is not installed. Run `npm ci`, then `npm run build`.\n',
    )
    process.exit(1)
  }
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) {
    process.stderr.write('\nLearning Loop did not start: the tab could not be built, see above.\n')
    process.exit(1)
  }
}

await import('../src/main.ts')
