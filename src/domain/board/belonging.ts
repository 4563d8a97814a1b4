import type { AgencyId, PersonId } from '../shared/ids.ts'
import type { BoardSettings, ListedPerson } from './types.ts'

/** The agencies somebody works or triages for, or did so earlier. */
export function belongsTo(board: BoardSettings, id: PersonId): readonly AgencyId[] {
  const person = board.people.find((one) => one.id === id)
  const triaged = board.appointments.flatMap(({ agency, holder, deputy }) =>
    agency !== null && (holder === id || deputy === id) ? [agency] : [],
  )
  return [...new Set([...(person ? [person.agency, ...(person.formerly ?? [])] : []), ...triaged])]
}

/** The list with an agency noted that these people have belonged to and may leave. */
export const notingFormer = (
  people: readonly ListedPerson[],
  ids: readonly (PersonId | null)[],
  agency: AgencyId | null,
): readonly ListedPerson[] =>
  people.map((person) =>
    agency === null || !ids.includes(person.id) || agency === person.agency
      ? person
      : withFormer(person, agency),
  )

const withFormer = (person: ListedPerson, agency: AgencyId): ListedPerson =>
  person.formerly?.includes(agency)
    ? person
    : { ...person, formerly: [...(person.formerly ?? []), agency] }

/** Somebody's entry after it was changed: where they worked before stays known. */
export function changedEntry(before: ListedPerson, changed: ListedPerson): ListedPerson {
  const kept = before.formerly ? { ...changed, formerly: before.formerly } : changed
  return changed.agency === before.agency ? kept : withFormer(kept, before.agency)
}
