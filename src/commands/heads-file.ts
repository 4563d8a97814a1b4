import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../adapters/shared/digest.ts'
import { keepPrivately } from '../adapters/sqlite/private-file.ts'
import type { Heads, Since } from '../usecases/audit/heads.ts'
import { readHeads, writeHeads } from '../usecases/audit/heads.ts'

/** Why an earlier audit cannot be compared, in words for the person who wants to. */
export class HeadsProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'HeadsProblem'
  }
}

const fileOf = (folder: string, digest: string) => join(folder, `${digest}.heads`)

/**
 * Keeps heads in a file named by their digest, so that the same heads are one file.
 * @returns the digest, and where the file is
 * @throws HeadsProblem when it cannot be written
 */
export function keepHeads(folder: string, heads: Heads) {
  const text = writeHeads(heads)
  const digest = sha256(text)
  const path = fileOf(folder, digest)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) keepPrivately(path, text)
  } catch (cause) {
    throw new HeadsProblem(
      `What the digest ${digest} stands for could not be written to ${folder}, so nothing can be ` +
        'compared with it later. Give the program the right to write there, or name another folder ' +
        'with --heads.',
      { cause },
    )
  }
  return { digest, path }
}

/** @throws HeadsProblem when the digest proves nothing */
export function headsSince(folder: string, digest: string): Since {
  if (!/^[0-9a-f]{64}$/.test(digest))
    throw new HeadsProblem('--since takes a digest that an audit printed: 64 digits from 0 to f.')
  const path = fileOf(folder, digest)
  if (!existsSync(path))
    throw new HeadsProblem(
      `${path} is not there, and it says what the digest stands for. If nobody of yours moved it, ` +
        'somebody took it away. Put a copy of it there, or name the folder where one is with --heads.',
    )
  const since = readHeads(readFileSync(path, 'utf8'), sha256, digest)
  if (since) return since
  throw new HeadsProblem(
    `${path} was changed: it is not what the digest stands for, and proves nothing. Put a copy of it ` +
      'there that was kept elsewhere.',
  )
}
