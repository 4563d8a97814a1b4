/** Something a command needs and lacks: a code for machines, a sentence for people. */
export interface Missing {
  readonly need: string
  /** What is missing and what to do, as one sentence. */
  readonly say: string
}

/**
 * Every way in which the inside refuses. The union is closed: the API's status table and the
 * sentences people read are checked against it. So a new code does not compile until both say what
 * it means.
 */
export interface ErrorDetails {
  /** It does not exist, or the actor may not see it: one answer for both, everywhere. */
  'not-found': { readonly what: string }
  'not-your-role': { readonly action: string; readonly needs: readonly string[] }
  /** `say` is there where the row knows more than where the record stands. */
  'not-possible-now': { readonly action: string; readonly stage: string; readonly say?: string }
  incomplete: { readonly missing: readonly Missing[] }
  /** The record changed since it was read. `say` is there where something else came between. */
  conflict: { readonly what: string; readonly say?: string }
  unavailable: { readonly why: WhyUnavailable }
}

/** Why nothing can be done just now: how the store fails, or what is missing. */
export type WhyUnavailable =
  | StoreFailure
  | 'otherwise'
  | 'outOfReach'
  | 'stopping'
  | 'noBoard'
  | 'signInKeys'

/** Failures of a file that are not our defect: the disk, the file, other programs. */
export type StoreFailure = 'busy' | 'full' | 'io' | 'readOnly' | 'damaged' | 'cannotOpen'

export type ErrorCode = keyof ErrorDetails

export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly details: ErrorDetails[Code]

  constructor(code: Code, details: ErrorDetails[Code], options?: ErrorOptions) {
    // The message is only the code: details may hold what a person wrote, and messages get logged.
    super(code, options)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

/** Narrows by code, so that the details have its type. */
export const isRefusal = <Code extends ErrorCode>(
  error: unknown,
  code?: Code,
): error is DomainError<Code> =>
  error instanceof DomainError && (code === undefined || error.code === code)

/** For the default arm of a switch over a closed union: a new member does not compile. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value of a closed union: ${typeof value}`)
}
