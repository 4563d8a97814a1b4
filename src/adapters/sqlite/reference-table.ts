import type { References } from '../../ports/records.ts'
import type { Connection } from './connection.ts'

/** Counts each series on by one. */
export const referenceTable = (connection: Connection): References => ({
  next: (series) =>
    connection.write(() => {
      const row = connection.get<{ last: number }>(
        `INSERT INTO series (name, last) VALUES (?, 1)
          ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last`,
        series,
      )
      if (!row) throw new TypeError('a counter that gives no number')
      return row.last
    }),
})
