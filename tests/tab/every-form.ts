import type { OfferedAction } from '../../src/contract/form-fields.ts'
import { ACTION_MOVES } from '../../src/domain/action/workflow.ts'
import { ACTIVITY_MOVES } from '../../src/domain/activity/workflow.ts'
import { BOARD_MOVES } from '../../src/domain/board/workflow.ts'
import { OBSERVATION_MOVES } from '../../src/domain/observation/workflow.ts'
import { REVIEW_MOVES } from '../../src/domain/review/workflow.ts'
import { aBoard, seniorNurse } from '../domain/a-board.ts'
import { aReview } from '../domain/a-review.ts'
import { anAction } from '../domain/an-action.ts'
import { anActivity, anAudit } from '../domain/an-activity.ts'
import { aContext, anObservation, NOW } from '../domain/an-observation.ts'
import type { Opening } from './browser.ts'
import type { OperationName } from './fake-server.ts'
import { aPage } from './list-records.ts'
import { anObservation as aDetail } from './observation-records.ts'
import type { AnyMove } from './offered.ts'
import { offeredBy } from './offered.ts'
import { aBoardToChange, aSetUpManager } from './setup-records.ts'

/** A form of the tab: where it is, what opens it, what it sends, and the record it is about. */
export interface FormCase extends Opening {
  readonly offered: OfferedAction
  readonly move: AnyMove
  readonly opens: string
  readonly sends: OperationName
  readonly state: unknown
  readonly context: { readonly now: string }
}

type Moves = Readonly<Record<string, AnyMove>>
const withForm = (moves: Moves) =>
  Object.entries(moves).filter(([, { fields, label }]) => fields && label)

const aRecord = (allowed: readonly OfferedAction[]) => ({
  ref: 'LRN-2026-0007',
  version: 1,
  title: 'Team meeting',
  stage: 'Planned',
  facts: [],
  sections: [],
  links: [],
  history: [],
  allowed,
})

const onObservations = withForm(OBSERVATION_MOVES).map(([action, move]): FormCase => {
  const [state, context] = [anObservation(), aContext()]
  const offered = offeredBy(action, move, state, context)
  const getObservation = aDetail({ allowed: [offered] })
  return {
    at: '#/triage/OBS-2026-0042',
    answers: { listObservations: aPage(), getObservation },
    opens: offered.label,
    sends: `${action}Observation` as OperationName, // the operations are made from these names
    ...{ offered, move, state, context },
  }
})

const onActivities = withForm(ACTIVITY_MOVES).map(([action, move]): FormCase => {
  const state = action === 'finishAction' ? anAudit() : anActivity()
  const context = aContext()
  const offered = offeredBy(action, move, state, context)
  const listActivities = { rows: [], total: 0, next: null, makes: [offered], narrowing: [] }
  const isMade = move.from.length === 0
  return {
    at: isMade ? '#/activities' : '#/activities/LRN-2026-0007',
    answers: isMade ? { listActivities } : { getActivity: aRecord([offered]) },
    opens: offered.label,
    sends: `${action}Activity`,
    ...{ offered, move, state, context },
  }
})

const onActions = withForm(ACTION_MOVES).map(([action, move]): FormCase => {
  const [state, context] = [anAction(), aContext()]
  const offered = offeredBy(action, move, state, context)
  const listActions = { rows: [], total: 0, next: null, makes: [offered], narrowing: [] }
  const isMade = move.from.length === 0
  return {
    at: isMade ? '#/actions' : '#/actions/ACN-2026-0105',
    answers: isMade ? { listActions } : { getAction: aRecord([offered]) },
    opens: offered.label,
    sends: `${action}Action`,
    ...{ offered, move, state, context },
  }
})

const onReviews = withForm(REVIEW_MOVES).map(([action, move]): FormCase => {
  const [state, context] = [aReview(), aContext()]
  const offered = offeredBy(action, move, state, context)
  const listReviews = { rows: [], total: 0, next: null, makes: [offered], narrowing: [] }
  const getReview = { ...aRecord([offered]), ref: 'REV-2026-0003' }
  const isMade = move.from.length === 0
  return {
    at: isMade ? '#/reviews' : '#/reviews/REV-2026-0003',
    answers: isMade ? { listReviews } : { getReview },
    opens: offered.label,
    sends: `${action}Review`,
    ...{ offered, move, state, context },
  }
})

const onBoard = withForm(BOARD_MOVES).map(([action, move]): FormCase => {
  const state = aBoard()
  const context = { now: NOW, of: seniorNurse }
  // What it is about comes with it.
  const about = Object.entries(move.fields ?? {}).filter(
    ([, { given, optional }]) => given && !optional,
  )
  const given = Object.fromEntries(about.map(([name]) => [name, seniorNurse]))
  const offered = offeredBy(action, move, state, context, { given })
  const getBoardForm = { version: 4, offered, effects: [] }
  return {
    at: '#/setup/people',
    answers: { me: aSetUpManager, getBoard: aBoardToChange, getBoardForm },
    // Any form of Set-up is opened like this one, and says itself what it sends.
    opens: 'Add a person',
    sends: `${action}OnBoard` as OperationName, // the operations are made from these names
    ...{ offered, move, state, context },
  }
})

/** Every form of the tab, from the tables that describe them. */
export const EVERY_FORM: Readonly<Record<string, FormCase>> = Object.fromEntries(
  [...onObservations, ...onActivities, ...onReviews, ...onActions, ...onBoard]
    .filter(({ offered }) => offered.fields.length > 0)
    .map((form) => [form.sends, form]),
)
