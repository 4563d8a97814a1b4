import { isThere } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { Duty, Step } from '../../domain/machinery/duties.ts'
import { STEPS } from '../../domain/machinery/duties.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { PlainDate } from '../../domain/words/time.ts'

/**
 * Who is asked about a duty today: its holder, then those it climbs to. Each step is another
 * person.
 */
export function askedToday(
  kind: Kind,
  duty: Duty,
  state: object,
  board: BoardSettings,
  today: PlainDate,
): Readonly<Record<Step, PersonId | undefined>> {
  const record = anyRecord(kind)
  const asked = new Map<Step, PersonId | undefined>()
  for (const step of STEPS) {
    const known = [...asked.values()]
    asked.set(
      step,
      record
        // A record of this kind, as its store gave it.
        .askedAt(duty, step, state as never, board, today)
        .find((person) => isThere(board, person, today) && !known.includes(person)),
    )
  }
  // The loop above set every step.
  return Object.fromEntries(asked) as unknown as Readonly<Record<Step, PersonId | undefined>>
}

type Asked = ReturnType<typeof askedToday>

/** Who is told at a step. Where nobody of that step is at work, whoever comes next is, at once. */
export const toldAt = (asked: Asked, step: Step): PersonId | undefined =>
  STEPS.slice(STEPS.indexOf(step)).flatMap((one) => asked[one] ?? [])[0]

/** Whether nobody before a step is at work, so that what waits is told there from the beginning. */
export const isFirstAtWork = (asked: Asked, step: Step): boolean =>
  STEPS.slice(0, STEPS.indexOf(step)).every((one) => asked[one] === undefined)
