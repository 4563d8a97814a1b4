import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { COMPANIONS } from './private-file.ts'

/** Moves a store with all its files. */
export function moveStore(from: string, to: string): void {
  for (const end of COMPANIONS) if (existsSync(from + end)) renameSync(from + end, to + end)
}

/** Gives a finished copy its name, so that a power cut leaves the whole of it or nothing. */
export function putInPlace(copy: string, to: string): void {
  sync(copy, 'r+')
  renameSync(copy, to)
  // Windows makes no such promise about folders and does not let one be opened.
  if (process.platform !== 'win32') sync(dirname(resolve(to)), 'r')
}

function sync(path: string, flags: 'r' | 'r+') {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

export function removeStore(path: string): void {
  for (const end of [...COMPANIONS, '-journal']) rmSync(path + end, { force: true })
}
