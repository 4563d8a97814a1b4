import type { Action, ActionEvent } from '../src/domain/action/types.ts'
import type { Activity, ActivityEvent } from '../src/domain/activity/types.ts'
import type { BoardEvent, BoardSettings } from '../src/domain/board/types.ts'
import { BOARD_ID } from '../src/domain/board/types.ts'
import type { Recorded } from '../src/domain/machinery/record-kind.ts'
import type {
  Observation,
  ObservationEvent,
  TriageDecision,
} from '../src/domain/observation/types.ts'
import type { Review, ReviewEvent } from '../src/domain/review/types.ts'
import { agencyId, appointmentId, personId } from '../src/domain/words/ids.ts'
import type { NewDelivery } from '../src/ports/deliveries.ts'
import type { Change } from '../src/ports/records.ts'
import { aReview as aBareReview } from './domain/a-review.ts'

/** People are invented and named by what they are. */
export const people = {
  reporter: personId('reporter'),
  otherReporter: personId('other-reporter'),
  senior: personId('senior'),
  deputySenior: personId('deputy-senior'),
  businessManager: personId('business-manager'),
  chair: personId('chair'),
} as const

export const agencies = {
  health: agencyId('health'),
  schools: agencyId('schools'),
  office: agencyId('board-office'),
} as const

/** The instant at which records of the builders begin: a Friday morning in winter time. */
export const MORNING = '2026-03-27T09:00:00.000Z'

type Awaiting = Extract<Observation, { stage: 'awaitingTriage' }>
type UnderWay = Extract<Observation, { stage: 'underWay' }>
type Closed = Extract<Observation, { stage: 'closed' }>

/** An observation as it was raised; its wait begins when it was raised unless said otherwise. */
export const anObservation = (overrides: Partial<Awaiting> = {}): Awaiting => ({
  stage: 'awaitingTriage',
  reporter: people.reporter,
  reporterAgency: agencies.health,
  mode: 'open',
  raisedAt: MORNING,
  kind: 'nearMiss',
  kindByReporter: 'nearMiss',
  answers: [
    { question: 'dangerNow', value: { type: 'choice', code: 'no' } },
    { question: 'story', value: { type: 'text', text: 'A form came back a day late.' } },
    { question: 'worry', value: { type: 'choice', code: 'fairlyWorried' } },
  ],
  additions: [],
  sameDay: false,
  route: { agency: agencies.health, person: null },
  acknowledged: null,
  waitingSince: overrides.raisedAt ?? MORNING,
  decisions: [],
  feedback: [],
  ...overrides,
})

export const aDecision = (overrides: Partial<TriageDecision> = {}): TriageDecision => ({
  outcome: 'localLearning',
  reason: 'The form is new.',
  words: 'The team will talk about the form.',
  nextReviewOn: null,
  by: people.senior,
  at: '2026-03-30T10:00:00.000Z',
  tookWorkingDays: 1,
  ...overrides,
})

/** An observation with a decision: the last of `decisions` where they are given. */
export const aDecidedObservation = (overrides: Partial<UnderWay> = {}): UnderWay => {
  const decision = overrides.decision ?? overrides.decisions?.at(-1) ?? aDecision()
  const { stage: _stage, ...raised } = anObservation()
  return { ...raised, stage: 'underWay', decision, decisions: [decision], ...overrides }
}

export const aClosedObservation = (overrides: Partial<Closed> = {}): Closed => {
  const { stage: _stage, ...decided } = aDecidedObservation()
  const closed = { by: people.senior, at: '2026-04-01T15:00:00.000Z' }
  return { ...decided, stage: 'closed', closed, ...overrides }
}

/** An event of a record as it is kept. */
export const recorded = <Event>(
  event: Event,
  overrides: Partial<Recorded<Event>> = {},
): Recorded<Event> => ({
  seq: 1,
  at: MORNING,
  by: people.reporter,
  cause: 'submission-1',
  event,
  ...overrides,
})

type ObservationChange = Change<Observation, ObservationEvent>

/**
 * A change with one event: raising, where it makes a new record, else an addition. Its submission
 * is made of the id and the version, so that no two records share one by accident.
 */
export function anObservationChange(overrides: Partial<ObservationChange> = {}): ObservationChange {
  const { id = 'OBS-2026-0001', from = 0, state = anObservation() } = overrides
  const { answers, kind, mode, sameDay } = state
  const event: ObservationEvent =
    from === 0
      ? { type: 'ObservationRaised', kind, answers, mode, agency: state.reporterAgency, sameDay }
      : { type: 'ObservationAddedTo', text: 'It happened again.', answers: [] }
  return { ...changeWith(event, id, from), state, ...overrides }
}

/** A learning activity that the senior holds. */
export const anActivity = (overrides: Partial<Activity> = {}): Activity => ({
  stage: 'planned',
  type: 'supervision',
  agency: agencies.health,
  agencies: [agencies.health],
  maker: people.senior,
  holder: people.senior,
  madeAt: MORNING,
  dueOn: '2026-05-29',
  heldOn: null,
  about: 'How letters are checked.',
  learning: [],
  evidence: null,
  links: [],
  origin: null,
  reporter: null,
  past: null,
  audit: null,
  notHeldBecause: null,
  ...overrides,
})

type ActivityChange = Change<Activity, ActivityEvent>

/** A change that plans a learning activity or, from a version, plans it anew. */
export function anActivityChange(overrides: Partial<ActivityChange> = {}): ActivityChange {
  const { id = 'LRN-2026-0001', from = 0, state = anActivity() } = overrides
  const { type, agency, reporter, past, maker, holder, about, origin } = state
  const dueOn = '2026-05-29'
  const event: ActivityEvent =
    from === 0
      ? {
          type: 'ActivityPlanned',
          activity: type,
          agency,
          reporter,
          past,
          maker,
          holder,
          dueOn,
          about,
          origin,
        }
      : { type: 'ActivityReplanned', holder, dueOn, reason: 'The team meets later.' }
  return { ...changeWith(event, id, from), state, ...overrides }
}

/** An action that the senior assigned to the business manager. */
export const anAction = (overrides: Partial<Action> = {}): Action => ({
  stage: 'open',
  what: 'Put the check on the clinic list.',
  change: 'Every letter is read aloud.',
  finding: null,
  owner: people.businessManager,
  agency: agencies.office,
  maker: people.senior,
  madeAt: MORNING,
  givenAt: MORNING,
  dueOn: '2026-05-29',
  earlier: [],
  origin: null,
  reporter: null,
  past: null,
  updates: [],
  handedBack: null,
  stuck: null,
  done: null,
  check: null,
  ...overrides,
})

type ActionChange = Change<Action, ActionEvent>

/** A change that assigns an action or, from a version, hands it over. */
export function anActionChange(overrides: Partial<ActionChange> = {}): ActionChange {
  const { id = 'ACN-2026-0001', from = 0, state = anAction() } = overrides
  const { what, change, finding, owner, agency, dueOn, maker, origin, reporter, past } = state
  const assigned = { what, change, finding, owner, agency, dueOn, maker, origin, reporter, past }
  const event: ActionEvent =
    from === 0
      ? { type: 'ActionAssigned', ...assigned }
      : { type: 'ActionHandedOver', owner, agency, reason: 'The clinic has another lead.' }
  return { ...changeWith(event, id, from), state, ...overrides }
}

/** A review that the senior proposed. */
export const aReview = (overrides: Partial<Review> = {}): Review =>
  aBareReview({
    agency: agencies.health,
    proposer: people.senior,
    proposedAt: MORNING,
    about: 'How letters go out.',
    links: ['OBS-2026-0001'],
    ...overrides,
  })

type ReviewChange = Change<Review, ReviewEvent>

/** A change that proposes a review or, from a version, says that it was notified. */
export function aReviewChange(overrides: Partial<ReviewChange> = {}): ReviewChange {
  const { id = 'REV-2026-0001', from = 0, state = aReview() } = overrides
  const { method, agency, proposer, source, about, links } = state
  const carried = { origin: state.origin, kind: state.kind, reporter: state.reporter }
  const { past, notifiedOn } = state
  const event: ReviewEvent =
    from === 0
      ? {
          type: 'ReviewProposed',
          ...{ method, agency, proposer, source, about, links, past, notifiedOn },
          ...carried,
        }
      : { type: 'IncidentNotified', notifiedOn: '2026-03-20' }
  return { ...changeWith(event, id, from), state, ...overrides }
}

/** The board settings with an agency for each of the people and everybody appointed. */
export const aBoard = (overrides: Partial<BoardSettings> = {}): BoardSettings => ({
  stage: 'open',
  name: 'Sample Safeguarding Board',
  profile: 'WT2013',
  contacts: {
    referral: 'Children’s social care front door, 01632 960100',
    referralOutOfHours: 'Emergency duty team, 01632 960150',
    office: 'Board office, 01632 960101',
    support: 'Staff support line, 01632 960102',
    whistleblowing: 'Whistleblowing advice line, 01632 960103',
  },
  agencies: [
    { id: agencies.health, name: 'Health', type: 'health', active: true },
    { id: agencies.schools, name: 'Schools', type: 'education', active: true },
    { id: agencies.office, name: 'Board office', type: 'localAuthority', active: true },
  ],
  people: [
    aPerson(people.reporter, agencies.health),
    aPerson(people.otherReporter, agencies.schools),
    aPerson(people.senior, agencies.health),
    aPerson(people.deputySenior, agencies.health),
    aPerson(people.businessManager, agencies.office),
    aPerson(people.chair, agencies.office),
  ],
  appointments: [
    {
      id: appointmentId('senior-health'),
      role: 'senior',
      agency: agencies.health,
      holder: people.senior,
      deputy: people.deputySenior,
    },
    {
      id: appointmentId('business-manager'),
      role: 'businessManager',
      agency: null,
      holder: people.businessManager,
      deputy: null,
    },
    {
      id: appointmentId('chair'),
      role: 'chair',
      agency: null,
      holder: people.chair,
      deputy: null,
    },
  ],
  ...overrides,
})

const aPerson = (
  id: BoardSettings['people'][number]['id'],
  agency: BoardSettings['people'][number]['agency'],
): BoardSettings['people'][number] => ({
  id,
  tenantId: 'tenant-1',
  objectId: `object-${id}`,
  name: id,
  jobTitle: '',
  agency,
  active: true,
})

type BoardChange = Change<BoardSettings, BoardEvent>

export function aBoardChange(overrides: Partial<BoardChange> = {}): BoardChange {
  const { id = BOARD_ID, from = 0, state = aBoard() } = overrides
  const { name, contacts, profile } = state
  const event: BoardEvent =
    from === 0
      ? { type: 'BoardOpened', name, contacts, profile }
      : { type: 'ContactsSet', contacts }
  return { ...changeWith(event, id, from), state, ...overrides }
}

/** The opening of a board by a version that asked for three lines of contacts. */
export function anEarlierBoardChange(): BoardChange {
  const { name, contacts, profile, stage } = aBoard()
  const { referral, office, support } = contacts
  const kept = { referral, office, support } as BoardSettings['contacts'] // as it was then
  const state = { stage, name, profile, agencies: [], people: [], appointments: [], contacts: kept }
  const event: BoardEvent = { type: 'BoardOpened', name, contacts: kept, profile }
  return { ...changeWith(event, BOARD_ID, 0), from: 0, state }
}

const changeWith = <Event>(event: Event, id: string, from: number) => {
  const cause = `submission-${id}-${from + 1}`
  return {
    id,
    from,
    events: [recorded(event, { seq: from + 1, cause })],
    causes: [{ submission: cause, by: people.reporter }],
  }
}

/** A message to the senior about the observation of `anObservationChange`. */
export const aDelivery = (overrides: Partial<NewDelivery> = {}): NewDelivery => ({
  key: 'observation/OBS-2026-0001/1/triage/senior',
  recordKind: 'observation',
  recordId: 'OBS-2026-0001',
  event: 1,
  notice: 'triage',
  recipient: people.senior,
  updates: null,
  plannedAt: MORNING,
  dueAt: MORNING,
  ...overrides,
})
