import type { DatabaseSync } from 'node:sqlite'
import mongoose from 'mongoose'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { seal } from '../../src/domain/machinery/chain.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import { personId } from '../../src/domain/words/ids.ts'

// Changes somebody might make to a store with the tools of its database.

interface KeptEvent {
  readonly seq: number
  readonly at: string
  readonly by: PersonId
  readonly cause: string
  readonly type: string
  readonly data: string
  readonly hash: string
}

/** What both stores keep of a record, under the same names. */
export interface Kept {
  readonly log: readonly KeptEvent[]
  readonly events: number
  readonly head: string
  /** A log of readings has none. */
  readonly state: string
}

type Kind = 'observation' | 'board' | 'access'

interface Tampering {
  readonly what: string
  /** An observation, unless another kind is given. */
  readonly kind?: Kind
  readonly change: (kept: Kept, id: string) => Kept
  /** What the audit says about an observation with this many events. */
  readonly say: (id: string, events: number) => string
}

const eventWith = (kept: Kept, seq: number, changes: Partial<KeptEvent>): Kept => ({
  ...kept,
  log: kept.log.map((event) => (event.seq === seq ? { ...event, ...changes } : event)),
})

const without = (kept: Kept, seq: number): Kept => ({
  ...kept,
  log: kept.log.filter((event) => event.seq !== seq),
})

/** The second event done by somebody else, and this many from the start sealed anew. */
function forged(kept: Kept, id: string, upTo: number): Kept {
  const { log } = eventWith(kept, 2, { by: personId('nobody') })
  const anew = log
    .slice(0, upTo)
    .map(({ hash: _, type: __, data, ...rest }) => ({ ...rest, event: JSON.parse(data) }))
  const seals = seal(sha256, { kind: 'observation', id }, '', anew)
  return {
    ...kept,
    log: log.map((event, index) => ({ ...event, hash: seals[index]?.hash ?? event.hash })),
  }
}

export const TAMPERINGS: readonly Tampering[] = [
  {
    what: 'an event’s data changed',
    change: (kept) => eventWith(kept, 2, { data: '{"type":"ObservationClosed"}' }),
    say: (id) => `in ${id} event 2 is not as it was kept`,
  },
  {
    what: 'an event’s time changed',
    change: (kept) => eventWith(kept, 1, { at: '2026-01-01T00:00:00.000Z' }),
    say: (id) => `in ${id} event 1 is not as it was kept`,
  },
  {
    what: 'an event removed in the middle',
    change: (kept) => without(kept, 2),
    say: (id) => `in ${id} event 2 is missing`,
  },
  {
    what: 'the last event removed',
    change: (kept) => without(kept, kept.events),
    say: (id, events) => `in ${id} event ${events} is missing`,
  },
  {
    what: 'the last event removed, and the record’s own word of it',
    change: (kept) => ({
      ...without(kept, kept.events),
      events: kept.events - 1,
      head: kept.log.at(-2)?.hash ?? '',
    }),
    say: (id, events) =>
      `in ${id} the record is not what its events make of it, as of event ${events - 1}`,
  },
  {
    what: 'an event added at the end',
    change: (kept, id) => {
      const { seq, at, by, cause, type, data, hash } = kept.log.at(-1) ?? (kept.log[0] as KeptEvent)
      const added = { seq: seq + 1, at, by, cause, event: JSON.parse(data) }
      const [sealed] = seal(sha256, { kind: 'observation', id }, hash, [added])
      const event = { seq: seq + 1, at, by, cause, type, data, hash: sealed?.hash ?? '' }
      return { ...kept, log: [...kept.log, event] }
    },
    say: (id, events) =>
      `in ${id} there are more events than there should be, from event ${events + 1}`,
  },
  {
    what: 'a hash changed and sealed anew only partly',
    change: (kept, id) => forged(kept, id, 3),
    say: (id) => `in ${id} event 4 is not as it was kept`,
  },
  {
    what: 'all events sealed anew',
    change: (kept, id) => forged(kept, id, kept.events),
    say: (id, events) => `in ${id} the end differs: event ${events} is not the last one`,
  },
  {
    what: 'the state changed',
    change: (kept) => ({ ...kept, state: kept.state.replace('"stage":"', '"stage":"not ') }),
    say: (id) => `in ${id} the record is not what its events make of it`,
  },
  {
    what: 'an event overwritten with words',
    change: (kept) => eventWith(kept, 2, { data: 'She told me so' }),
    say: (id) => `in ${id} something is not what the program writes`,
  },
  {
    what: 'a reading removed',
    kind: 'access',
    change: (kept) => without(kept, 2),
    say: (id) => `in the log of who read observation/${id} reading 2 is missing`,
  },
  {
    what: 'the board settings changed',
    kind: 'board',
    change: (kept) => ({ ...kept, state: kept.state.replace(/"name":"[^"]*"/, '"name":"Other"') }),
    say: () => 'in the board settings the record is not what its events make of it',
  },
]

const COLLECTIONS = { observation: 'observations', board: 'board', access: 'access' } as const

/** Whose chain it is of what has to do with an observation. */
const chainOf = (kind: Kind, observation: string) =>
  ({ observation, board: 'board', access: `observation/${observation}` })[kind]

export function tamperWithFile(db: DatabaseSync, observation: string, tampering: Tampering): void {
  const { kind = 'observation', change } = tampering
  const id = chainOf(kind, observation)
  const table = COLLECTIONS[kind]
  const log = db
    .prepare(
      `SELECT seq, at, by, cause, type, data, hash FROM events WHERE kind = ? AND id = ? ORDER BY seq`,
    )
    .all(kind, id)
  const row = db.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id)
  const changed = change({ ...row, log } as unknown as Kept, id)
  db.prepare('DELETE FROM events WHERE kind = ? AND id = ?').run(kind, id)
  const insert = db.prepare(
    'INSERT INTO events (kind, id, seq, at, by, cause, type, data, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { seq, at, by, cause, type, data, hash } of changed.log)
    insert.run(kind, id, seq, at, by, cause, type, data, hash)
  db.prepare(`UPDATE ${table} SET events = ?, head = ? WHERE id = ?`).run(
    changed.events,
    changed.head,
    id,
  )
  if (kind !== 'access')
    db.prepare(`UPDATE ${table} SET state = ? WHERE id = ?`).run(changed.state, id)
}

/** @returns how it is undone */
export async function tamperWithDatabase(
  uri: string,
  observation: string,
  { kind = 'observation', change }: Tampering,
): Promise<() => Promise<void>> {
  const id = chainOf(kind, observation)
  const inPlace = async (work: (kept: Kept) => Kept): Promise<Kept> => {
    const connection = await mongoose.createConnection(uri).asPromise()
    try {
      const collection = connection.collection<Kept & { readonly _id: string }>(COLLECTIONS[kind])
      const kept = await collection.findOne({ _id: id })
      if (!kept) throw new Error('there is nothing to tamper with')
      await collection.replaceOne({ _id: id }, work(kept))
      return kept
    } finally {
      await connection.close()
    }
  }
  const before = await inPlace((kept) => change(kept, id))
  return async () => {
    await inPlace(() => before)
  }
}
