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
import { onTestFinished } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')

/** A copy of the program as it is installed, whole or without what builds the tab. */
export function aCopy({ canBuild }: { readonly canBuild: boolean }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'learning-loop-copy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const part of ['src', 'scripts', 'package.json', 'vite.config.ts'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
  const packages = path.join(root, 'node_modules')
  mkdirSync(path.join(folder, 'node_modules'))
  for (const name of readdirSync(packages))
    if (canBuild || name !== 'vite')
      symlinkSync(path.join(packages, name), path.join(folder, 'node_modules', name))
  const tab = path.join(folder, 'dist/tab')
  return {
    folder,
    write: (name: string, content: string) => writeFileSync(path.join(folder, name), content),
    /** Puts a tab there that is older than all its sources. */
    withOldTab() {
      mkdirSync(tab, { recursive: true })
      writeFileSync(path.join(tab, 'index.html'), 'the old tab')
      utimesSync(path.join(tab, 'index.html'), 0, 0)
    },
  }
}
