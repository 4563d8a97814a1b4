import type { Leases, Pace } from '../../ports/sharing.ts'
import { farthestFrom } from '../shared/farthest.ts'
import type { Connection } from './connection.ts'

/** Keeps who does what alone. */
export const leaseTable = (connection: Connection): Leases => ({
  take: (name, holder, now, until) =>
    connection.write(
      () =>
        connection.run(
          `INSERT INTO leases (name, holder, until) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
              WHERE leases.holder = excluded.holder OR leases.until <= ? OR leases.until > ?`,
          name,
          holder,
          until,
          now,
          farthestFrom(now),
        ) > 0,
    ),
  async release(name, holder) {
    await connection.write(() =>
      connection.run('DELETE FROM leases WHERE name = ? AND holder = ?', name, holder),
    )
  },
})

/** After this time a budget is full again, so nothing needs to be remembered. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000

/** Counts by the clock of the machine that holds the file, which all who open it share. */
export const paceTable = (connection: Connection): Pace => ({
  reserve: (name, count, { everyMs, burst }) =>
    connection.write(() => {
      const now = Date.now()
      connection.run('DELETE FROM paces WHERE free_at < ?', now - FORGOTTEN_AFTER_MS)
      const was = connection.get<{ free_at: number; asked_at: number }>(
        'SELECT free_at, asked_at FROM paces WHERE name = ?',
        name,
      )
      // A clock that was put back moves the queue back with it.
      const free = was ? was.free_at - Math.max(0, was.asked_at - now) : 0
      // An unused budget holds `burst` places and no more.
      const from = Math.max(free, now - (burst - 1) * everyMs)
      connection.run(
        `INSERT INTO paces (name, free_at, asked_at) VALUES (?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET free_at = excluded.free_at, asked_at = excluded.asked_at`,
        name,
        from + count * everyMs,
        now,
      )
      return Math.max(0, from - now)
    }),
})
