import {
  chmodSync,
  closeSync,
  existsSync,
  fchmodSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'

/** SQLite keeps a store in up to three files, and they belong together. */
export const COMPANIONS = ['', '-wal', '-shm'] as const

/** Only for the account the program runs under. */
const OWNER_ALONE = 0o600
const COPIED_AT_ONCE = 1024 * 1024

/**
 * Makes an empty file that nobody else can read, whatever the umask. SQLite takes it for a new
 * store and gives its companion files the same rights.
 * @param how `a` accepts an existing file; `wx` throws then
 */
export function makePrivateFile(path: string, how: 'a' | 'wx'): void {
  const file = openSync(path, how, OWNER_ALONE)
  try {
    fchmodSync(file, OWNER_ALONE)
  } finally {
    closeSync(file)
  }
}

/**
 * Removes the rights of others to an existing store. Leaves them if this account does not own it.
 */
export function keepPrivate(path: string): void {
  for (const end of COMPANIONS)
    try {
      if (existsSync(path + end)) chmodSync(path + end, OWNER_ALONE)
    } catch {
      // Another account owns it and lets this one use it.
    }
}

/** Copies a file; the copy can be read by nobody else from its first byte on. */
export function copyPrivately(from: string, to: string): void {
  makePrivateFile(to, 'wx')
  const [source, target] = [openSync(from, 'r'), openSync(to, 'r+')]
  try {
    const buffer = Buffer.alloc(COPIED_AT_ONCE)
    for (;;) {
      const bytes = readSync(source, buffer)
      if (bytes === 0) break
      for (let written = 0; written < bytes; )
        written += writeSync(target, buffer, written, bytes - written)
    }
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

/** Writes a small file whole or not at all. */
export function keepPrivately(path: string, text: string): void {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  makePrivateFile(unfinished, 'wx')
  writeFileSync(unfinished, text, { flag: 'r+' })
  renameSync(unfinished, path)
}
