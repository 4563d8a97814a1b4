import type { Action, ActionCommand } from '../domain/action/types.ts'
import { checkersOf } from '../domain/action/visibility.ts'
import { actorFor, holdersOf } from '../domain/board/directory.ts'
import type { BoardSettings } from '../domain/board/types.ts'
import { RECORDS } from '../domain/records.ts'
import type { PersonId, RecordRef } from '../domain/words/ids.ts'
import type { Instant } from '../domain/words/time.ts'
import { dateOf, plusDays } from '../domain/words/time.ts'
import type { Stored } from '../ports/records.ts'
import { madeUp } from '../usecases/audit/made-up.ts'
import type { Deps } from '../usecases/deps.ts'
import { react } from '../usecases/reacting/react.ts'
import { changeRecord } from '../usecases/records/change-record.ts'
import { makeRecord } from '../usecases/records/make-record.ts'

/** After how many days its owner, or somebody who checks it, does something. */
type Course = readonly { readonly afterDays: number; readonly command: ActionCommand }[]

const DAY_MS = 86_400_000
const plus = (from: Instant, days: number): Instant =>
  new Date(Date.parse(from) + days * DAY_MS).toISOString()
const ACCEPT: ActionCommand = { type: 'accept' }

const UPDATE: ActionCommand = { type: 'update', text: 'Three of five teams work this way now.' }
const FINISH: ActionCommand = {
  type: 'finish',
  did: 'Handovers are said back in every team, also at the end of a week.',
  evidence: ['observedPractice', 'practitionerVoice'],
  shows: 'Two handovers in each team were watched; the notes are with the team managers.',
}
const CHECK: ActionCommand = {
  type: 'check',
  looks: ['observation', 'people'],
  looked: 'A Friday handover in two teams, and what new colleagues say of it.',
  result: 'asAsked',
  missing: null,
}
const move = (dueOn: string): ActionCommand => ({
  type: 'changeDate',
  dueOn,
  reason: 'Two teams have moved to another building.',
})

/** What becomes of each in the demo year, until the present. */
const FOLLOWED: Course = [
  { afterDays: 1, command: ACCEPT },
  { afterDays: 12, command: UPDATE },
  { afterDays: 40, command: FINISH },
  { afterDays: 46, command: CHECK },
]

async function follow(
  deps: Deps,
  board: BoardSettings,
  made: Stored<Action>,
  from: Instant,
  now: Instant,
  course: Course,
): Promise<void> {
  let stored = made
  for (const { afterDays, command } of course) {
    const at = plus(from, afterDays)
    if (at > now) return
    const { state } = stored
    // The lead who holds the audit has taken it on already.
    if (command.type === 'accept' && state.stage !== 'open') continue
    const by = command.type === 'check' ? checkersOf(state, board)[0] : state.owner
    if (by === undefined) return
    stored = await changeRecord({ ...deps, clock: { now: () => at } }, 'action', {
      id: stored.id as RecordRef, // the store's key for a record is its reference
      command,
      actor: actorFor(board, by),
      submission: madeUp(`${stored.version}`),
    })
  }
}

/** What an audit of the demo year promised, and what became of it. */
export async function followAudit(
  deps: Deps,
  board: BoardSettings,
  audit: string,
  now: Instant,
  onError: (error: unknown) => void,
): Promise<void> {
  const { activity, action } = deps.records
  const [stored, history] = [await activity.load(audit), await activity.history(audit)]
  const found = history.find(({ event }) => event.type === 'AuditFindingsRecorded')
  if (!stored || !found) return
  const then = { ...deps, clock: { now: () => found.at } }
  const given = { id: audit, state: stored.state, fresh: [found], history }
  await react(then, RECORDS.activity, given, onError)
  const { rows } = await action.find(
    { scope: [[]], origins: [audit as RecordRef] },
    'soonestFirst',
    { size: 9 },
  )
  for (const { ref } of rows) {
    const made = await action.load(ref)
    if (made) await follow(deps, board, made, found.at, now, FOLLOWED)
  }
}

/** How long ago each was assigned by hand, and what became of it: one for each state. */
const BY_HAND = (now: Instant, helper: PersonId): readonly (readonly [number, Course])[] => [
  [1, []],
  [30, FOLLOWED.slice(0, 2)],
  [
    25,
    [
      { afterDays: 1, command: ACCEPT },
      {
        afterDays: 23,
        command: { type: 'reportStuck', reason: 'The rota system cannot show it.', helper },
      },
    ],
  ],
  [
    100,
    [
      { afterDays: 1, command: ACCEPT },
      { afterDays: 40, command: move(plusDays(dateOf(now), -20)) },
      { afterDays: 75, command: move(plusDays(dateOf(now), 10)) },
      { afterDays: 97, command: FINISH },
    ],
  ],
  [60, FOLLOWED],
]

/**
 * Actions that the first agency lead of the board assigned by hand, one in each state.
 * @param seed so that a second year on the same board has its own
 */
export async function assignByHand(deps: Deps, board: BoardSettings, seed: number): Promise<void> {
  const [lead] = holdersOf(board, 'agencyLead')
  const agency = lead && actorFor(board, lead).agency
  const [owner] = agency ? holdersOf(board, 'senior', agency) : []
  const [helper] = holdersOf(board, 'businessManager')
  if (!lead || !owner || !helper) return
  const now = deps.clock.now()
  for (const [nth, [daysAgo, course]] of BY_HAND(now, helper).entries()) {
    const from = plus(now, -daysAgo)
    const command: ActionCommand = {
      type: 'assign',
      what: 'Say back what was taken over, in every handover.',
      change: 'Nothing that was handed over has to be asked for again.',
      owner,
      dueOn: plusDays(dateOf(from), 60),
    }
    const made = await makeRecord({ ...deps, clock: { now: () => from } }, 'action', {
      command,
      actor: actorFor(board, lead),
      submission: madeUp(`action-${seed}-${nth}-${now}`),
    })
    await follow(deps, board, made, from, now, course)
  }
}
