import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { median, rounded } from './statistics.ts'

const TIMES = 200
const PAGE = Buffer.alloc(4096, 1)

/**
 * How long this disk takes to make one page safe, in milliseconds. Every commit waits for that. A
 * folder in memory takes almost no time, so its figures say nothing about a disk.
 */
export function syncTimeOf(folder: string): number {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'sync-time')
  const open = openSync(file, 'w')
  try {
    const times = Array.from({ length: TIMES }, () => {
      const from = performance.now()
      writeSync(open, PAGE)
      fdatasyncSync(open)
      return performance.now() - from
    })
    return rounded(median(times))
  } finally {
    closeSync(open)
    rmSync(file)
  }
}
