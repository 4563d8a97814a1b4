import { listObservations } from '../../usecases/observation/list-observations.ts'
import { isJustNow } from './draft.ts'
import type { Turning } from './turn.ts'

const SHOWN_AT_MOST = 5
const OFFERED_AT_MOST = 3

/** The person's reports that are not closed, newest first. */
async function openRows({ deps, actor }: Turning, size: number) {
  const { rows } = await listObservations(
    deps,
    {
      view: 'mine',
      stages: ['awaitingTriage', 'underWay'],
      order: 'newestFirst',
      page: { size },
    },
    actor,
  )
  return rows
}

const refIn = ({ ref }: { readonly ref: string }) => ref

export const sentBy = async (turning: Turning): Promise<readonly string[]> =>
  (await openRows(turning, SHOWN_AT_MOST)).map(refIn)

/** The few reports that words may belong to and that can be added to. */
export const sentLately = async (turning: Turning): Promise<readonly string[]> =>
  (await openRows(turning, OFFERED_AT_MOST)).map(refIn)

/** What somebody sent a short while ago and can still add to, newest first. */
export async function sentJustNow(turning: Turning): Promise<readonly string[]> {
  const now = turning.deps.clock.now()
  const rows = await openRows(turning, OFFERED_AT_MOST)
  return rows.filter(({ raisedAt }) => isJustNow(raisedAt, now)).map(refIn)
}
