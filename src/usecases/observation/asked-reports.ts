import { claimOf, keyOfPerson, matterOf } from '../../domain/machinery/duties.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Deps } from '../deps.ts'

const AT_MOST = 3

/** The actor's own reports about which they are asked something just now. */
export async function askedReports(
  { duties, clock }: Pick<Deps, 'duties' | 'clock'>,
  { person }: Actor,
): Promise<readonly RecordRef[]> {
  const asking = { person, claims: [claimOf(keyOfPerson(person))], now: clock.now() }
  const { rows } = await duties.waiting(asking, { size: 50 })
  return rows
    .filter(({ kind, key }) => kind === 'observation' && matterOf(key) === 'reply')
    .map(({ record }) => record)
    .slice(0, AT_MOST)
}
