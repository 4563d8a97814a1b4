import { ApiProblem } from './api-problem.ts'

/** Turns anything thrown into something a person can read. */
export const problemOf = (thrown: unknown): ApiProblem =>
  thrown instanceof ApiProblem
    ? thrown
    : new ApiProblem({
        code: 'defect',
        detail: 'Something went wrong on this page. Try again, or reload the page.',
        cause: thrown,
      })
