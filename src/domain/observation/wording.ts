import type { OutcomeCode } from '../taxonomies/lists.ts'
import { outcomeOf, statutoryProfiles } from '../taxonomies/lists.ts'
import type { StatutoryProfileCode } from '../taxonomies/types.ts'
import { entryOf } from '../words/entry.ts'

/**
 * The first version of the sentence a reporter reads, for the triager to finish. The reference and
 * the profile's terms are filled in. What only the triager knows stays as a `{gap}`.
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
