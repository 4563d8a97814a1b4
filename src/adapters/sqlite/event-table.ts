import type { Sealed } from '../../domain/machinery/chain.ts'
import { seal } from '../../domain/machinery/chain.ts'
import type { Recorded } from '../../domain/machinery/record-kind.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
import { sha256 } from '../shared/digest.ts'
import type { Connection } from './connection.ts'

interface EventRow {
  readonly seq: number
  readonly at: Instant
  readonly by: PersonId
  readonly cause: string
  readonly data: string
  readonly hash: string
}

/** Events for the table, serialised before the write waits its turn. */
export const frozen = <Event>(events: readonly Recorded<Event>[]): readonly Recorded<Event>[] =>
  JSON.parse(JSON.stringify(events))

/**
 * Seals events and adds them; inside a write only.
 * @param head the hash of the last event that is there
 * @returns the hash of the last of these
 */
export function appendEvents<Event extends { readonly type: string }>(
  connection: Connection,
  record: { readonly kind: string; readonly id: string },
  head: string,
  events: readonly Recorded<Event>[],
): string {
  const sealed = seal(sha256, record, head, events)
  for (const { seq, at, by, cause, event, hash } of sealed)
    connection.run(
      INSERT,
      record.kind,
      record.id,
      seq,
      at,
      by,
      cause,
      event.type,
      JSON.stringify(event),
      hash,
    )
  return sealed.at(-1)?.hash ?? head
}

/** All events of a record, in order. */
export const eventsOf = <Event>(
  connection: Connection,
  kind: string,
  id: string,
): readonly Sealed<Event>[] =>
  connection.all<EventRow>(SELECT, kind, id).map(({ data, ...row }) => ({
    ...row,
    event: JSON.parse(data),
  }))

const INSERT = `INSERT INTO events (kind, id, seq, at, by, cause, type, data, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

const SELECT = `SELECT seq, at, by, cause, data, hash FROM events
  WHERE kind = ? AND id = ? ORDER BY seq`
