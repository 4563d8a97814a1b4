import { actorFor } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { ObservationCommand } from '../../domain/observation/types.ts'
import { RECORDS } from '../../domain/records.ts'
import type { PersonId, RecordRef } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { dateOf, plusDays } from '../../domain/shared/time.ts'
import type { Deps } from '../deps.ts'
import { react } from '../reacting/react.ts'
import { changeRecord } from '../records/change-record.ts'
import { madeUp } from './made-up.ts'

const ABOUT = 'How a handover is made when nobody has time for one.'

/** What a decision of the demo year says of the learning activity it asks for. */
export const learningBy = (
  holder: PersonId,
  now: Instant,
): Partial<Extract<ObservationCommand, { type: 'decide' }>> => ({
  setting: 'teamMeeting',
  scope: 'singleAgencyAudit',
  holder,
  holdBy: plusDays(dateOf(now), 20),
  about: ABOUT,
})

const fail = (error: unknown): never => {
  throw error
}

/** The learning activity that followed: planned at once, and held where it is no audit and the day has come. */
export async function learnFrom(
  deps: Deps,
  board: BoardSettings,
  origin: string,
  heldAt: Instant | null,
): Promise<void> {
  const { observation, activity } = deps.records
  const decided = await observation.load(origin)
  const [last] = (await observation.history(origin)).slice(-1)
  if (!decided || !last) return
  await react(deps, RECORDS.observation, { id: origin, state: decided.state, fresh: [last] }, fail)
  const planned = await activity.madeBy(`system:observation/${origin}/${last.seq}/0`)
  const stored = planned && (await activity.load(planned))
  if (!stored || heldAt === null || stored.state.type === 'singleAgencyAudit') return
  await changeRecord({ ...deps, clock: { now: () => heldAt } }, 'activity', {
    id: stored.id as RecordRef, // the store's key for a record is its reference
    command: {
      type: 'hold',
      heldOn: dateOf(heldAt),
      learning: [{ point: 'Say back what you have taken over.' }],
      evidence: null,
      agencies: null,
      links: null,
    },
    actor: actorFor(board, stored.state.holder),
    submission: madeUp('held'),
  })
}
