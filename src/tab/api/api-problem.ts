import type { Missing, Problem } from '../../contract/common.ts'

/** The refusals of the API, and those only a browser knows. */
export type ProblemCode = Problem['code'] | 'offline' | 'late' | 'unreadable' | 'outside-teams'

/** After these, nobody here can tell whether the service did what it was asked. */
const UNSURE: readonly ProblemCode[] = ['offline', 'late', 'unreadable']

interface About {
  readonly code: ProblemCode
  /** What to do, as one sentence for the person. */
  readonly detail: string
  readonly missing?: readonly Missing[] | undefined
  /** For a defect: what to quote to the board office. */
  readonly reference?: string | undefined
  readonly cause?: unknown
}

/** Why something failed, in words for the person. */
export class ApiProblem extends Error {
  readonly code: ProblemCode
  readonly detail: string
  readonly missing: readonly Missing[]

  constructor({ code, detail, missing = [], reference, cause }: About) {
    super(code, { cause })
    this.name = 'ApiProblem'
    this.code = code
    const isQuoted = reference === undefined || detail.includes(reference)
    this.detail = isQuoted ? detail : `${detail} Quote ${reference} to the board office.`
    this.missing = missing
  }

  get isUnsure(): boolean {
    return UNSURE.includes(this.code)
  }
}
