import { perform } from '../machinery/perform.ts'
import type { RecordKind } from '../machinery/record-kind.ts'
import type { Actor } from '../words/actor.ts'
import type { Missing } from '../words/errors.ts'
import { DomainError } from '../words/errors.ts'
import type { BoardTypes } from './board.ts'
import type { BoardContext, BoardEvent, BoardSettings, DirectoryChange } from './types.ts'

/** What became of one change of many: its events, or what is missing in it. */
export type Tried =
  | { readonly events: readonly BoardEvent[] }
  | { readonly missing: readonly Missing[] }

/** Tries changes one after the other, each on the board that the earlier ones leave. */
export function tryTogether(
  record: RecordKind<BoardTypes>,
  changes: readonly DirectoryChange[],
  board: BoardSettings,
  context: BoardContext,
  actor: Actor,
): { readonly tried: readonly Tried[]; readonly board: BoardSettings } {
  let state = board
  const tried = changes.map((change): Tried => {
    try {
      const events = perform(record, state, change, actor, context).map(({ event }) => event)
      for (const event of events)
        state = record.evolve(state, {
          seq: 0,
          at: context.now,
          by: actor.person,
          cause: '',
          event,
        })
      return { events }
    } catch (error) {
      if (!(error instanceof DomainError) || !('missing' in error.details)) throw error
      return { missing: error.details.missing }
    }
  })
  return { tried, board: state }
}

/** The events of changes that are made together. */
export const enteredTogether = (
  record: RecordKind<BoardTypes>,
  changes: readonly DirectoryChange[],
  board: BoardSettings,
  context: BoardContext,
  actor: Actor,
): readonly BoardEvent[] =>
  tryTogether(record, changes, board, context, actor).tried.flatMap((one) =>
    'events' in one ? one.events : [],
  )
