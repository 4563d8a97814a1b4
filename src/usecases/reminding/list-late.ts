import type { BoardSettings } from '../../domain/board/types.ts'
import { matterOf } from '../../domain/machinery/duties.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { Matter } from '../../domain/registered.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { holds } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { AgencyId, RecordRef } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
import { dateOf } from '../../domain/words/time.ts'
import { workingDaysBetween } from '../../domain/words/working-days.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'
import { mayKnowOf } from './late-about.ts'

/** Who sees what is late on the whole board: only what, where and since when. */
export const seesLate = (actor: Actor): boolean =>
  holds(actor, 'businessManager') || holds(actor, 'chair')

export interface LateLine {
  readonly kind: Kind
  readonly ref: RecordRef
  readonly matter: Matter
  readonly agency: AgencyId
  readonly due: Instant
  readonly lateWorkingDays: number
}

export interface Late {
  /** The urgent first, then what has been late for longest. */
  readonly lines: readonly LateLine[]
  readonly byAgency: readonly { readonly agency: AgencyId; readonly count: number }[]
  readonly byMatter: readonly { readonly matter: Matter; readonly count: number }[]
  /** Whether there are more than were looked at. */
  readonly isMore: boolean
  readonly board: BoardSettings
}

/** More than anybody would read. */
const LOOKED_AT = 1_000
/** Lines that are shown; the counts are of all. */
const SHOWN = 50

/**
 * What is late, by agency and matter: references and dates, no names and nothing anybody wrote.
 * Leaves out the actor's own report and what was sent past an agency of theirs.
 * @throws DomainError `not-your-role` for anybody but business manager and chair
 */
export async function listLate(
  deps: Pick<Deps, 'board' | 'duties' | 'clock' | 'calendar'>,
  actor: Actor,
): Promise<Late> {
  if (!seesLate(actor))
    throw new DomainError('not-your-role', {
      action: 'listLate',
      needs: ['businessManager', 'chair'],
    })
  const board = await currentBoard(deps)
  const now = deps.clock.now()
  const found = await deps.duties.late(now, LOOKED_AT)
  const kept = new Set(
    found.map(({ kind }) => kind).flatMap((kind) => anyRecord(kind).keptFrom(actor, board)),
  )
  const lines = found
    .filter((duty) => mayKnowOf(duty, actor, kept))
    .flatMap(({ kind, record, key, agency, due }): readonly LateLine[] => {
      const matter = anyRecord(kind).matters[matterOf(key)]
      const lateWorkingDays = workingDaysBetween(deps.calendar, dateOf(due), dateOf(now))
      return matter ? [{ kind, ref: record, matter, agency, due, lateWorkingDays }] : []
    })
  const counted = <Of>(of: (line: LateLine) => Of) =>
    [...Map.groupBy(lines, of)]
      .map(([what, some]) => ({ what, count: some.length }))
      .sort((one, other) => other.count - one.count)
  return {
    lines: lines.slice(0, SHOWN),
    byAgency: counted(({ agency }) => agency).map(({ what, count }) => ({ agency: what, count })),
    byMatter: counted(({ matter }) => matter).map(({ what, count }) => ({ matter: what, count })),
    isMore: found.length === LOOKED_AT || lines.length > SHOWN,
    board,
  }
}
