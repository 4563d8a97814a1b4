import type { Connection } from 'mongoose'
import { withFormerAgencies } from '../shared/former-agencies.ts'
import { wholeLog } from './event-log.ts'
import { modelsOf } from './models.ts'

/**
 * Adds the agency a report was sent past, for lists, and where people worked and triaged before.
 */
export async function keepWhatWasSentPast(connection: Connection): Promise<void> {
  const { chained, earlier } = modelsOf(connection)
  const observations = connection.collection<{ _id: string; state: string }>('observations')
  const sentPast = observations.find({ state: /"pastAgency":true/ }, { projection: { state: 1 } })
  for await (const { _id, state } of sentPast) {
    const { pastAgency, reporterAgency } = JSON.parse(state)
    if (pastAgency === true)
      await observations.updateOne({ _id }, { $set: { pastAgency: reporterAgency } })
  }
  await observations.updateMany({ pastAgency: { $exists: false } }, { $set: { pastAgency: null } })
  for (const record of await chained.board.find().lean()) {
    const log = await wholeLog(earlier, 'board', record._id, record)
    const state = withFormerAgencies(
      record.state,
      log.map(({ data }) => data),
    )
    await chained.board.updateOne({ _id: record._id, version: record.version }, { $set: { state } })
  }
}
