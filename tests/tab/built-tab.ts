import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BUILT = join(ROOT, 'dist/tab')
const SOURCES = ['src/tab', 'src/contract', 'vite.config.ts', 'package.json', 'package-lock.json']

const changedAt = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0
  return Math.max(...readdirSync(path).map((name) => changedAt(join(path, name))))
}

function isBehind(): boolean {
  const built = statSync(join(BUILT, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return SOURCES.some((source) => changedAt(join(ROOT, source)) > built)
}

function build(): void {
  // Vitest says NODE_ENV=test, which would build the slow development version of React.
  const { NODE_ENV: _ours, VITEST: _too, ...env } = process.env
  execFileSync(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

let checked = false

/** The folder of the built tab, built first where a source is newer than it: once a test file. */
export function builtTab(): string {
  if (checked) return BUILT
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  // Test files run at once: a lock that the system takes back when its holder dies.
  const lock = new DatabaseSync(join(ROOT, 'dist/tab-build.lock'), { timeout: 60_000 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    if (isBehind()) build()
    lock.exec('ROLLBACK')
    checked = true
  } finally {
    lock.close()
  }
  return BUILT
}
