import { DomainError } from '../../src/domain/words/errors.ts'

/** What came of something that was asked for. */
export type Outcome =
  | { readonly done: unknown }
  | { readonly refused: { readonly code: string; readonly details: unknown } }
  /** The store failed on the way, so nobody knows whether anything was kept. */
  | 'interrupted'

export const plantedFailure = (): DomainError => new DomainError('unavailable', { why: 'io' })

/** No store of the tests has a disk that fails by itself. */
export const isPlanted = ({ details }: DomainError): boolean =>
  'why' in details && details.why === 'io'

/** A refusal is an outcome. Everything else that is thrown is a defect and stays thrown. */
export async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { done: await work() }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (isPlanted(error)) return 'interrupted'
    return { refused: { code: error.code, details: error.details } }
  }
}

export const codeOf = (outcome: Outcome): string =>
  outcome === 'interrupted' ? outcome : 'done' in outcome ? 'done' : outcome.refused.code
