import type { BoardSettings } from '../../domain/board/types.ts'
import type { Duty } from '../../domain/machinery/duties.ts'
import { rungsDue } from '../../domain/machinery/duties.ts'
import type { Reminder } from '../../domain/machinery/reminders.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord, KINDS } from '../../domain/records.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import { officeHourAt } from '../../domain/words/office-hours.ts'
import type { Instant } from '../../domain/words/time.ts'
import { dateOf } from '../../domain/words/time.ts'
import type { NewDelivery } from '../../ports/deliveries.ts'
import { AT_ONCE as DUE_AT_ONCE } from '../../ports/deliveries.ts'
import type { Reminding, Stored } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'
import { askedToday, toldAt } from './asked-now.ts'
import { isOpened } from './is-opened.ts'

type PlanDeps = Pick<Deps, 'board' | 'records' | 'deliveries' | 'clock' | 'calendar' | 'trail'>

const AT_ONCE = 100

/**
 * Writes a message for each person to be reminded of what waits, and for those a late duty climbs
 * to; then moves the record's mark. Messages go only in office hours of working days: what fell on
 * another day is told on the next. What may be danger is a message of its own. Everything else of a
 * day is one message a person, whose words are found when it is sent. Each has a key, so doing this
 * twice, or on two instances, tells nobody twice.
 * @param isOurs asked only when there is something to do
 * @param onError gets what went wrong with a record; it is tried again the next time
 * @returns how many records were looked at
 */
export async function planReminders(
  deps: PlanDeps,
  isOurs: () => Promise<boolean> = async () => true,
  onError: (error: unknown) => void = (error) => {
    throw error
  },
): Promise<number> {
  const now = deps.clock.now()
  if (!officeHourAt(deps.calendar, now).isOpen) return 0
  let planned = 0
  for (const kind of KINDS) {
    const store = deps.records[kind]
    const due = await store.rungsDue(now, AT_ONCE)
    if (due.length === 0 || !(await isOurs())) continue
    const board = await currentBoard(deps)
    for (const record of due) {
      try {
        const stored = await store.load(record.id)
        if (stored) await planFor(deps, kind, stored, record, board, now)
        await store.markReminded(record.id, now)
        planned += 1
      } catch (error) {
        onError(error)
      }
    }
  }
  return planned
}

interface Told {
  readonly duty: Duty
  readonly at: Instant
  readonly person: PersonId
}

async function planFor(
  deps: PlanDeps,
  kind: Kind,
  stored: Stored<object>,
  { id, reminded }: Reminding,
  board: BoardSettings,
  now: Instant,
) {
  // The store of this kind gave it.
  const duties = anyRecord(kind).dutiesOf(stored.state as never)
  const told = await Promise.all(
    duties.map(async (duty): Promise<readonly Told[]> => {
      const rungs = rungsDue(duty, reminded, now)
      if (rungs.length === 0 || (duty.lapses && duty.due < now)) return []
      const asked = askedToday(kind, duty, stored.state, board, dateOf(now))
      const isRead =
        rungs.some(({ unlessOpened }) => unlessOpened) &&
        (await isOpened(deps, kind, id, duty.since))
      return rungs.flatMap(({ at, step, unlessOpened }) => {
        const person = toldAt(asked, step)
        return person === undefined || (unlessOpened && isRead) ? [] : [{ duty, at, person }]
      })
    }),
  )
  const deliveryOf = (notice: Reminder, key: string, recipient: PersonId): NewDelivery => ({
    key,
    recordKind: kind,
    recordId: id,
    event: stored.events,
    notice,
    recipient,
    updates: null,
    plannedAt: now,
    dueAt: DUE_AT_ONCE,
  })
  await deps.deliveries.add(
    told
      .flat()
      .map(({ duty, at, person }) =>
        duty.rank === 0
          ? deliveryOf('reminder', `reminder/${kind}/${id}/${duty.key}/${at}/${person}`, person)
          : deliveryOf('reminders', `reminders/${dateOf(now)}/${person}`, person),
      ),
  )
}
