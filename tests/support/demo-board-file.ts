import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { makeDemoBoard } from '../../src/demo/demo-board.ts'
import { fixedClock } from './fixed-clock.ts'

const files = new Map<string, Promise<string>>()
let folder: string | undefined
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
})

/**
 * A file with the demo board as it is made at a time, to be copied: made once for all tests of a file.
 * Some fifty changes make the board, and each is written to the disk by itself.
 */
export function demoBoardFile(at: string): Promise<string> {
  const made = files.get(at) ?? make(at)
  files.set(at, made)
  return made
}

async function make(at: string): Promise<string> {
  folder ??= mkdtempSync(path.join(tmpdir(), 'learning-loop-board-'))
  const file = path.join(folder, `${files.size}.sqlite`)
  const clock = fixedClock(at)
  const stores = await openSqliteStores({ path: file, clock })
  await makeDemoBoard({ ...stores, clock })
  await stores.close()
  return file
}
