import type { OutcomeCode } from '../taxonomies/lists.ts'
import { outcomeOf, statutoryProfiles } from '../taxonomies/lists.ts'
import type { StatutoryProfileCode } from '../taxonomies/types.ts'
import { entryOf } from '../words/entry.ts'

/**
 * The sentence a reporter reads, as a start for the triager: the reference and the profile's terms
 * are filled in, what only the triager knows stays as a `{gap}`.
 */
export function startingWords(
  outcome: OutcomeCode,
  ref: string,
  profile: StatutoryProfileCode,
): string {
  const terms = statutoryProfiles.find(({ code }) => code === profile)?.terms ?? {}
  return (outcomeOf(outcome)?.reporterIsTold ?? '')
    .replaceAll('{ref}', ref)
    .replace(/\{term\.([a-zA-Z]+)\}/g, (gap, term: string) => entryOf(terms, term) ?? gap)
}
