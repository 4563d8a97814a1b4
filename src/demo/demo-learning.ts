import type { ActivityCommand } from '../domain/activity/types.ts'
import { actorFor, holdersOf } from '../domain/board/directory.ts'
import type { BoardSettings } from '../domain/board/types.ts'
import type { ObservationCommand } from '../domain/observation/types.ts'
import { RECORDS } from '../domain/records.ts'
import type { PersonId, RecordRef } from '../domain/words/ids.ts'
import type { Instant, PlainDate } from '../domain/words/time.ts'
import { dateOf, plusDays } from '../domain/words/time.ts'
import { madeUp } from '../usecases/audit/made-up.ts'
import type { Deps } from '../usecases/deps.ts'
import { react } from '../usecases/reacting/react.ts'
import { changeRecord } from '../usecases/records/change-record.ts'
import { followAudit } from './demo-actions.ts'

const ABOUT = 'How a handover is made when nobody has time for one.'

/** The learning activity that a decision of the demo year asks for. */
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

/**
 * The learning activity that followed. Planned at once, and held once its day has come.
 * @param now of the year; the clock stands at the decision
 */
export async function learnFrom(
  deps: Deps,
  board: BoardSettings,
  origin: string,
  heldAt: Instant,
  now: Instant,
): Promise<void> {
  const { observation, activity } = deps.records
  const decided = await observation.load(origin)
  const history = await observation.history(origin)
  const last = history.at(-1)
  if (!decided || !last) return
  await react(
    deps,
    RECORDS.observation,
    { id: origin, state: decided.state, fresh: [last], history },
    fail,
  )
  const planned = await activity.madeBy(`system:observation/${origin}/${last.seq}/0`)
  const stored = planned && (await activity.load(planned))
  if (!stored || heldAt > now) return
  const isAudit = stored.state.type === 'singleAgencyAudit'
  const { holder, agency } = stored.state
  const [owner = holder] = holdersOf(board, 'agencyLead', agency)
  const heldOn = dateOf(heldAt)
  for (const command of isAudit ? auditHeld(heldOn, owner) : [meetingHeld(heldOn)])
    await changeRecord({ ...deps, clock: { now: () => heldAt } }, 'activity', {
      id: stored.id as RecordRef, // the store's key for a record is its reference
      command,
      actor: actorFor(board, holder),
      submission: madeUp(command.type),
    })
  if (isAudit) await followAudit(deps, board, stored.id, now, fail)
}

const LEARNING = [{ point: 'Say back what you have taken over.' }]

const meetingHeld = (heldOn: PlainDate): ActivityCommand => ({
  type: 'hold',
  heldOn,
  learning: LEARNING,
  evidence: null,
  agencies: null,
  links: null,
})

const auditHeld = (heldOn: PlainDate, owner: PersonId): readonly ActivityCommand[] => [
  {
    type: 'startAudit',
    theme: 'Handovers',
    standard: 'What was handed over is said back',
    sample: 20,
  },
  {
    type: 'recordFindings',
    grade: 'partlyMet',
    findings: [
      {
        finding: 'Most handovers were said back; those at the end of a week less often.',
        action: null,
        change: null,
        owner: null,
        dueOn: null,
        noActionBecause: 'The team has changed its Friday handover already.',
      },
      {
        finding: 'New colleagues had not been shown how.',
        action: 'Show it to everybody in their first week.',
        change: 'Everybody says back what they take over from their first week on.',
        owner,
        dueOn: plusDays(heldOn, 60),
        noActionBecause: null,
      },
    ],
  },
  { type: 'closeAudit', heldOn, learning: LEARNING },
]
