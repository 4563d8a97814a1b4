import { absentFrom, isThere } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Claim, Duty } from '../machinery/duties.ts'
import { keyOfPerson } from '../machinery/duties.ts'
import { keptAgenciesOf } from '../observation/kept-from.ts'
import type { Actor } from '../words/actor.ts'
import type { AgencyId, PersonId } from '../words/ids.ts'
import type { PlainDate } from '../words/time.ts'
import { leadsOf } from './visibility.ts'

/**
 * Who stands in at an agency for somebody who is away or has left: whoever holds a role there together
 * with them, as its holder or deputy, and is there; else the seniors and the lead of the agency, or the
 * business manager where it has none. All of them see what is the agency's. Whoever is kept from what
 * was sent past an agency stands in for nobody about it.
 */
export function standInsAt(
  board: BoardSettings,
  agency: AgencyId,
  person: PersonId,
  {
    past,
    today,
    notFor = [],
  }: {
    readonly past: AgencyId | null
    readonly today: PlainDate
    readonly notFor?: readonly PersonId[]
  },
): readonly PersonId[] {
  const may = (one: PersonId | null): one is PersonId =>
    one !== null &&
    one !== person &&
    !notFor.includes(one) &&
    isThere(board, one, today) &&
    !(past !== null && keptAgenciesOf(board, one).includes(past))
  const beside = board.appointments
    .filter((one) => one.agency === agency && [one.holder, one.deputy].includes(person))
    .flatMap(({ holder, deputy }) => [holder, deputy])
    .filter(may)
  return [...new Set(beside.length > 0 ? beside : leadsOf(board, agency).filter(may))]
}

/** Who is asked instead of whoever a duty waits for, while they are away or once they have left. */
export const standInsFor = (
  { person, agency, past, notFor }: Duty,
  board: BoardSettings,
  today: PlainDate,
): readonly PersonId[] =>
  person === null || isThere(board, person, today)
    ? []
    : standInsAt(board, agency, person, { past, today, notFor })

/** The same for lists: what waits for people at an agency for whom the actor stands in today. */
export function standInClaims(
  { person: actor }: Actor,
  board: BoardSettings,
  today: PlainDate,
): readonly Claim[] {
  const away = absentFrom(board, today)
  if (away.length === 0 || away.includes(actor)) return []
  return board.agencies.flatMap(({ id: agency }) => {
    const leads = leadsOf(board, agency)
    if (!leads.includes(actor)) return []
    const held = new Set(
      board.appointments.flatMap((one) => (one.agency === agency ? [one.holder, one.deputy] : [])),
    )
    // Only of what was sent past an agency of theirs some of them stand in for nobody.
    const pasts = [...new Set(leads.flatMap((one) => keptAgenciesOf(board, one)))]
    // For all who hold nothing there the same people stand in.
    const alike = [
      ...away.filter((one) => held.has(one)).map((one) => [one]),
      away.filter((one) => !held.has(one)),
    ]
    return alike.flatMap((people): readonly Claim[] => {
      const [first] = people
      if (first === undefined) return []
      const isAsked = (past: AgencyId | null) =>
        standInsAt(board, agency, first, { past, today }).includes(actor)
      const onlyPast = pasts.filter(isAsked)
      if (!isAsked(null) && onlyPast.length === 0) return []
      const which = isAsked(null)
        ? { exceptPast: pasts.filter((past) => !isAsked(past)) }
        : { onlyPast }
      return people.map((person) => ({
        ...{ key: keyOfPerson(person), only: null, except: [], standsInAt: agency },
        ...which,
      }))
    })
  })
}
