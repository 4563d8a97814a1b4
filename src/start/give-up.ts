import { sayProblem } from './say-problem.ts'

/** Ends a program that cannot start, with a sentence that says what to do and never a bare code. */
export function giveUp(error: unknown): never {
  process.stderr.write(`\nLearning Loop did not start.\n${sayProblem(error)}\n`)
  process.exit(1)
}
