import { holdersOf, isThere, personOf, rolesOf } from '../../domain/board/directory.ts'
import { ROLE_LABELS } from '../../domain/board/saying.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { Duty } from '../../domain/machinery/duties.ts'
import { isLate, keyOfPerson, matterOf } from '../../domain/machinery/duties.ts'
import { BOARD, SECOND } from '../../domain/observation/duties.ts'
import { sayAgency } from '../../domain/observation/saying.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { Matter, RecordContext } from '../../domain/registered.ts'
import { CHAIR, OFFICE } from '../../domain/review/duties.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { holds } from '../../domain/words/actor.ts'
import type { AgencyId, PersonId } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
import { dateOf, sayDay } from '../../domain/words/time.ts'
import { workingDaysBetween } from '../../domain/words/working-days.ts'

/** One thing about a record that is late: nothing anybody wrote, and nobody's name. */
export interface LateAbout {
  readonly matter: Matter
  /** Where it is. */
  readonly agency: AgencyId
  readonly due: Instant
  readonly lateWorkingDays: number
  /** Whose it is, by role and agency. */
  readonly heldBy: string
  /** What whoever looks at it can do about it. */
  readonly canDo: string
}

/** Whether somebody may know of what waits: not of their own report, or of what was sent past them. */
export const mayKnowOf = (
  { of, past, notFor }: Pick<Duty, 'of' | 'past' | 'notFor'>,
  { person }: Actor,
  kept: ReadonlySet<AgencyId>,
): boolean => of !== person && !notFor.includes(person) && !(past !== null && kept.has(past))

/**
 * What is late about a record, for somebody who may know of it.
 * @param actions what they may do about it themselves
 */
export function lateAbout(
  kind: Kind,
  state: object,
  actor: Actor,
  context: RecordContext,
  actions: readonly string[],
): readonly LateAbout[] {
  const { board, now, calendar } = context
  const record = anyRecord(kind)
  const kept = new Set(record.keptFrom(actor, board))
  return record
    .dutiesOf(state as never) // as its store gave it
    .filter((duty) => !duty.lapses && isLate(duty, now) && mayKnowOf(duty, actor, kept))
    .flatMap((duty): readonly LateAbout[] => {
      const matter = record.matters[matterOf(duty.key)]
      if (!matter) return []
      const { due, agency } = duty
      return [
        {
          matter,
          agency,
          due,
          lateWorkingDays: workingDaysBetween(calendar, dateOf(due), dateOf(now)),
          heldBy: sayHolder(duty, actor, context),
          canDo: sayCanDo(kind, duty, matter, actor, board, actions),
        },
      ]
    })
    .sort((one, other) => (one.due < other.due ? -1 : 1))
}

/** Since when, and by how much, as people read it. */
export const sayLate = ({ due, lateWorkingDays: days }: LateAbout): string =>
  `was due on ${sayDay(dateOf(due))}${days === 0 ? '' : days === 1 ? ', 1 working day ago' : `, ${days} working days ago`}`

const isTheirs = ({ person, holder }: Duty, actor: Actor): boolean =>
  person === actor.person && holder === keyOfPerson(person)

const isForChair = ({ holder }: Duty): boolean => [BOARD, SECOND, CHAIR].includes(holder)

function sayHolder(duty: Duty, actor: Actor, { board, now }: RecordContext): string {
  const { person, holder, agency } = duty
  if (isTheirs(duty, actor)) return 'You'
  if (person !== null && holder === keyOfPerson(person)) {
    const away = isThere(board, person, dateOf(now))
      ? ''
      : '. They are away or have left: whoever stands in for them is reminded'
    return `${sayRoleOf(board, person)}${away}`
  }
  if (isForChair(duty)) return 'The chair of the board'
  if (holder === OFFICE) return 'The business manager'
  // By the agency alone: who of them it is would tell who of them has raised it.
  const triagers = sayTriagers(board, agency)
  return triagers === undefined
    ? `The business manager: nobody triages for ${sayAgency(board, agency)} itself`
    : `The ${triagers}`
}

/** “seniors and the agency lead of Police”; `undefined` where there is nobody. */
function sayTriagers(board: BoardSettings, agency: AgencyId): string | undefined {
  const some = [
    ...(holdersOf(board, 'senior', agency).length > 0 ? ['seniors'] : []),
    ...(holdersOf(board, 'agencyLead', agency).length > 0 ? ['agency lead'] : []),
  ]
  return some.length === 0 ? undefined : `${some.join(' and the ')} of ${sayAgency(board, agency)}`
}

/** “Senior, Police”: what somebody holds, else where they work. */
function sayRoleOf(board: BoardSettings, person: PersonId): string {
  const [held] = rolesOf(board, person)
  const agency = held ? held.agency : (personOf(board, person)?.agency ?? null)
  const place = agency === null ? '' : `, ${sayAgency(board, agency)}`
  return `${held ? ROLE_LABELS[held.role] : 'Somebody'}${place}`
}

const ASK = 'Ask them what holds it up, or whoever stands in for them.'

/** What somebody can do about it, by the kind of record it is about. */
function sayCanDo(
  kind: Kind,
  duty: Duty,
  matter: Matter,
  actor: Actor,
  board: BoardSettings,
  actions: readonly string[],
): string {
  if (kind === 'observation') return aboutObservation(duty, matter, actor, actions)
  if (kind === 'activity') return aboutActivity(duty, matter, actor, board, actions)
  if (kind === 'action') return aboutAction(duty, matter, actor, actions)
  return holds(actor, isForChair(duty) ? 'chair' : 'businessManager') ? `${matter.does}.` : ASK
}

function aboutObservation(
  duty: Duty,
  matter: Matter,
  actor: Actor,
  actions: readonly string[],
): string {
  if (isForChair(duty)) return holds(actor, 'chair') ? `${matter.does}.` : ASK
  if (actions.includes('passOnLate'))
    return `${ASK} You can also pass it on to another agency: press “Pass it on”.`
  if (actions.includes('reassign'))
    return `${ASK} You can also pass it on to somebody else: press “Reassign”.`
  return holds(actor, 'chair') && !holds(actor, 'businessManager')
    ? `${ASK} The business manager may be able to pass it on.`
    : ASK
}

function aboutActivity(
  duty: Duty,
  matter: Matter,
  actor: Actor,
  board: BoardSettings,
  actions: readonly string[],
): string {
  if (isTheirs(duty, actor)) return `${matter.does}.`
  const isHeld = matterOf(duty.key) === 'hold'
  if (actions.includes(isHeld ? 'replan' : 'finishAction'))
    return isHeld
      ? 'Ask them what holds it up. You can also change who holds it or by when.'
      : 'Ask them what holds it up. Once it is done, you can say so for them.'
  const others = sayTriagers(board, duty.agency) ?? 'business manager'
  return `Ask them what holds it up, or the ${others}, who can ${isHeld ? 'change who holds it or by when' : 'say that it is done'}.`
}

function aboutAction(duty: Duty, matter: Matter, actor: Actor, actions: readonly string[]): string {
  if (isTheirs(duty, actor)) return `${matter.does}.`
  if (actions.includes('check')) return `${ASK} You can also check it yourself: press “Check it”.`
  return actions.includes('handOver')
    ? `${ASK} You can also hand it over to somebody else: press “Hand it over”.`
    : ASK
}
