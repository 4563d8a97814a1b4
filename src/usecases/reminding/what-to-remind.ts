import { actorFor } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { Duty } from '../../domain/machinery/duties.ts'
import { hasClimbedTo, isLate, matterOf, STEPS } from '../../domain/machinery/duties.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { Matter } from '../../domain/registered.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { holds } from '../../domain/words/actor.ts'
import type { AgencyId, PersonId, RecordRef } from '../../domain/words/ids.ts'
import { endOf } from '../../domain/words/office-hours.ts'
import type { Instant } from '../../domain/words/time.ts'
import { dateOf } from '../../domain/words/time.ts'
import { plusWorkingDays } from '../../domain/words/working-days.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'
import { askedToday, isFirstAtWork } from './asked-now.ts'
import { isOpened } from './is-opened.ts'
import { askingOf } from './list-duties.ts'

/** One line of a reminder: what waits, about what, by when. */
export interface Reminded {
  readonly kind: Kind
  readonly ref: RecordRef
  readonly matter: Matter
  readonly due: Instant
  readonly agency: AgencyId
  readonly isLate: boolean
  readonly isUrgent: boolean
  /** Theirs to do. They are only told of the others. */
  readonly isTheirs: boolean
}

type RemindDeps = Pick<Deps, 'board' | 'records' | 'duties' | 'clock' | 'calendar' | 'trail'>

/** More than one message can hold. The rest stands in their list. */
const LOOKED_AT = 100

/**
 * What to remind somebody of, worked out when the message is sent. Leaves out what was done
 * meanwhile or is no longer theirs.
 */
export async function whatToRemind(
  deps: RemindDeps,
  person: PersonId,
): Promise<readonly Reminded[]> {
  const board = await currentBoard(deps)
  const now = deps.clock.now()
  const actor = actorFor(board, person)
  const until = endOf(plusWorkingDays(deps.calendar, dateOf(now), 1))
  const theirs = await deps.duties.waiting(askingOf(actor, board, now), { size: LOOKED_AT })
  // What is late, and what is due where nobody may be at work.
  const others = (await deps.duties.late(justAfter(until), LOOKED_AT * 5)).filter(({ agency }) =>
    mayClimbTo(actor, agency),
  )
  const records = new Map(
    [...theirs.rows, ...others].map(({ kind, record }) => [`${kind}/${record}`, { kind, record }]),
  )
  const lines = await Promise.all(
    [...records.values()].map(async ({ kind, record }) => {
      const stored = await deps.records[kind].load(record)
      if (!stored) return []
      return anyRecord(kind)
        .dutiesOf(stored.state as never) // as its store gave it
        .filter(({ due }) => due <= until)
        .flatMap((duty) => linesOf(kind, record, duty, stored.state, { board, now, person }))
    }),
  )
  return lines
    .flat()
    .sort((one, other) => Number(other.isTheirs) - Number(one.isTheirs) || order(one, other))
}

const justAfter = (at: Instant): Instant => new Date(Date.parse(at) + 1).toISOString()

const order = (one: Reminded, other: Reminded) =>
  one.due === other.due ? (one.ref < other.ref ? -1 : 1) : one.due < other.due ? -1 : 1

const mayClimbTo = (actor: Actor, agency: AgencyId): boolean =>
  holds(actor, 'businessManager') ||
  holds(actor, 'chair') ||
  holds(actor, 'senior', agency) ||
  holds(actor, 'agencyLead', agency)

function linesOf(
  kind: Kind,
  ref: RecordRef,
  duty: Duty,
  state: object,
  { board, now, person }: { board: BoardSettings; now: Instant; person: PersonId },
): readonly Reminded[] {
  if (duty.lapses && duty.due < now) return []
  const asked = askedToday(kind, duty, state, board, dateOf(now))
  const step = STEPS.find((one) => asked[one] === person)
  if (!step || !(hasClimbedTo(duty, step, now) || isFirstAtWork(asked, step))) return []
  const matter = anyRecord(kind).matters[matterOf(duty.key)]
  if (!matter) return []
  return [
    {
      kind,
      ref,
      matter,
      due: duty.due,
      agency: duty.agency,
      isLate: isLate(duty, now),
      isUrgent: duty.rank === 0,
      isTheirs: step === 'holder',
    },
  ]
}

/** The reminder of one record that may be danger; nothing once it was opened or done. */
export async function whatPresses(
  deps: RemindDeps,
  kind: Kind,
  ref: RecordRef,
  person: PersonId,
): Promise<Reminded | undefined> {
  const board = await currentBoard(deps)
  const now = deps.clock.now()
  const stored = await deps.records[kind].load(ref)
  if (!stored) return undefined
  const duty = anyRecord(kind)
    .dutiesOf(stored.state as never) // as its store gave it
    .find(({ rank }) => rank === 0)
  if (!duty) return undefined
  if (!isLate(duty, now) && (await isOpened(deps, kind, ref, duty.since))) return undefined
  return linesOf(kind, ref, duty, stored.state, { board, now, person })[0]
}
