import { mkdirSync } from 'node:fs'
import { StoreProblem } from './store-problem.ts'

/** @throws StoreProblem `folder` or `full` when the folder is missing and cannot be made */
export function makeFolder(folder: string) {
  try {
    // Its content is for the program alone, not for everybody on the machine.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    const full = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
    throw new StoreProblem(
      full ? 'full' : 'folder',
      full
        ? `There is no room left to make the folder ${folder}. Free some space and start again.`
        : `The folder ${folder} cannot be made. Choose another place for the store, or make the folder and give the program the right to write to it.`,
      { cause },
    )
  }
}
