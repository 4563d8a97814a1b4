import type { BoardSettings } from './board/types.ts'
import type { EventRow, TellingOf } from './registered.ts'

// Events of kinds that are shown as they are described.

/** What becomes of an event: its line in the history, and who is told. */
export interface ToldEvent<Event, Who extends string, Notice extends string> extends EventRow {
  /** Its line, where that says more than the label. */
  readonly says?: (event: Event, board: BoardSettings) => string
  readonly tells: readonly TellingOf<Who, Notice>[]
}

/** A row for each event of a kind, by its type. */
export type ToldEvents<
  Event extends { readonly type: string },
  Who extends string,
  Notice extends string,
> = {
  readonly [Type in Event['type']]: ToldEvent<Extract<Event, { type: Type }>, Who, Notice>
}

/** What the rows say of an event, and whom they tell of it. */
export function toldBy<
  Event extends { readonly type: string },
  Who extends string,
  Notice extends string,
>(rows: ToldEvents<Event, Who, Notice>) {
  const rowOf = (event: Event) =>
    // The row of the event's own type.
    rows[event.type as Event['type']] as unknown as ToldEvent<Event, Who, Notice>
  return {
    say: (event: Event, board: BoardSettings): string =>
      rowOf(event).says?.(event, board) ?? rowOf(event).label,
    tellingsOf: (event: Event): readonly TellingOf<Who, Notice>[] => rowOf(event).tells,
  }
}
