import { boardRecord } from '../../domain/board/board.ts'
import { agencyOf, personOf } from '../../domain/board/directory.ts'
import { effectsOf } from '../../domain/board/effects.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { BoardParty } from '../../domain/board/workflow.ts'
import { BOARD_MOVES } from '../../domain/board/workflow.ts'
import type { Allowed } from '../../domain/machinery/allowed.ts'
import { allowedFor } from '../../domain/machinery/allowed.ts'
import type { Fields } from '../../domain/machinery/fields/kinds.ts'
import { keptAgenciesOf } from '../../domain/observation/kept-from.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { entryOf } from '../../domain/words/entry.ts'
import { DomainError } from '../../domain/words/errors.ts'
import { agencyId, personId } from '../../domain/words/ids.ts'
import type { Deps } from '../deps.ts'
import { currentStoredBoard } from '../records/context-now.ts'

interface BoardForm {
  readonly version: number
  readonly offered: Allowed
  /** What sending it will do, in sentences. */
  readonly effects: readonly string[]
}

type Row = { readonly by: readonly BoardParty[]; readonly fields?: Fields<never, never> }

/** The subject of a form is sent with it and not asked. */
const givenIn = ({ fields = {} }: Row, of: string | undefined): Allowed['given'] => {
  const name = Object.keys(fields).find((field) => fields[field]?.given && !fields[field]?.optional)
  return name === undefined || of === undefined ? {} : { [name]: of }
}

/**
 * How many open reports lie with an agency, or with a person by name, as far as the actor may know.
 */
async function openReports(
  { records }: Pick<Deps, 'records'>,
  board: BoardSettings,
  of: string | undefined,
  actor: Actor,
): Promise<number> {
  if (of === undefined) return 0
  const [agency, person] = [agencyOf(board, agencyId(of)), personOf(board, personId(of))]
  if (!agency && !person) return 0
  // A number says as much as a list, so leave out what was sent past the actor.
  const exceptPast = keptAgenciesOf(board, actor.person)
  const counted = board.agencies.map(({ id }) => ({
    agency: id,
    onlyReporters: null,
    exceptReporters: [],
    exceptPast,
  }))
  const { total } = await records.observation.find(
    {
      scope: counted,
      stages: ['awaitingTriage', 'underWay'],
      ...(person ? { people: [person.id] } : agency ? { agencies: [agency.id] } : {}),
    },
    'oldestFirst',
    { size: 1 },
  )
  return total
}

/**
 * The form of a change of the board settings, with its first values and what it will do.
 * @param of the agency, person or appointment that it is about
 * @throws DomainError `not-your-role` for anybody who may not make it
 */
export async function getBoardForm(
  deps: Pick<Deps, 'board' | 'clock' | 'records'>,
  action: string,
  of: string | undefined,
  actor: Actor,
): Promise<BoardForm> {
  const { state, version } = await currentStoredBoard(deps)
  const context = { now: deps.clock.now(), ...(of === undefined ? {} : { of }) }
  const offered = allowedFor(boardRecord, state, actor, context).find(
    (one) => one.action === action,
  )
  if (!offered) {
    const row = entryOf<Row>(BOARD_MOVES, action)
    throw row
      ? new DomainError('not-your-role', { action, needs: row.by })
      : new DomainError('not-found', { what: 'form' })
  }
  const row: Row = boardRecord.moves[offered.action as keyof typeof BOARD_MOVES]
  const reports = await openReports(deps, state, of, actor)
  return {
    version,
    offered: { ...offered, given: givenIn(row, of) },
    effects: effectsOf(action, state, of, reports),
  }
}
