import type { Missing, Problem } from '../../contract/common.ts'

/** Refusals about how a request was made, and by whom, not about records. */
type EdgeCode = Extract<
  Problem['code'],
  'malformed' | 'not-signed-in' | 'not-your-role' | 'too-large' | 'unsupported' | 'not-found'
>

/** A request that is refused before any use-case runs. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: EdgeCode
  /** What to do, as one sentence. Holds nothing from the request. */
  readonly detail: string
  readonly missing: readonly Missing[]

  constructor(status: number, code: EdgeCode, detail: string, missing: readonly Missing[] = []) {
    super(code)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.detail = detail
    this.missing = missing
  }
}
