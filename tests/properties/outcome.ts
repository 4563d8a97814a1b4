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
function refusedBy(error: unknown): Outcome {
  if (!(error instanceof DomainError)) throw error
  if (isPlanted(error)) return 'interrupted'
  return { refused: { code: error.code, details: error.details } }
}

export async function outcomeOf(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { done: await work() }
  } catch (error) {
    return refusedBy(error)
  }
}

export const codeOf = (outcome: Outcome): string =>
  outcome === 'interrupted' ? outcome : 'done' in outcome ? 'done' : outcome.refused.code

/** In a few words, for the story of a failure. */
export function sayOutcome(outcome: Outcome): string {
  if (outcome === 'interrupted') return 'the store fails'
  if ('refused' in outcome) return `refused: ${outcome.refused.code}`
  const { done } = outcome
  const stands =
    typeof done === 'object' && done !== null && 'version' in done && 'id' in done
      ? `, ${done.id} at version ${done.version}`
      : ''
  return `done${stands}`
}
