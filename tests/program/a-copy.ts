import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')
const packages = path.join(root, 'node_modules')

/** What a test puts into the copy, or the program that it starts there. */
const OWN = ['.env', 'dist', 'data']

// Made when it is first asked for, and the same for every test of a file: it is some 700 files.
let made: string | undefined
afterAll(() => {
  if (made !== undefined) rmSync(made, { recursive: true, force: true })
})

function makeCopy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'learning-loop-copy-'))
  for (const part of ['src', 'scripts', 'package.json', 'vite.config.ts'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
  mkdirSync(path.join(folder, 'node_modules'))
  for (const name of readdirSync(packages))
    symlinkSync(path.join(packages, name), path.join(folder, 'node_modules', name))
  return folder
}

/**
 * A copy of the program as it is installed, whole or without what builds the tab, and as nobody has
 * started it yet.
 */
export function aCopy({ canBuild }: { readonly canBuild: boolean }) {
  made ??= makeCopy()
  const folder = made
  for (const name of OWN) rmSync(path.join(folder, name), { recursive: true, force: true })
  const builder = path.join(folder, 'node_modules/vite')
  rmSync(builder, { force: true })
  if (canBuild) symlinkSync(path.join(packages, 'vite'), builder)
  const tab = path.join(folder, 'dist/tab')
  return {
    folder,
    /** Where its starts keep what they have compiled: of use to this copy alone. */
    compiled: path.join(folder, 'compiled'),
    write: (name: string, content: string) => writeFileSync(path.join(folder, name), content),
    /** Puts a tab there that is older than all its sources. */
    withOldTab() {
      mkdirSync(tab, { recursive: true })
      writeFileSync(path.join(tab, 'index.html'), 'the old tab')
      utimesSync(path.join(tab, 'index.html'), 0, 0)
    },
  }
}
