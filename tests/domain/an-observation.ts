import { plansLearning } from '../../src/domain/observation/learning.ts'
import type { ObservationContext } from '../../src/domain/observation/needs.ts'
import type {
  Answer,
  Feedback,
  Observation,
  ObservationAction,
  ObservationCommand,
  TriageDecision,
} from '../../src/domain/observation/types.ts'
import type { KindCode, OutcomeCode } from '../../src/domain/taxonomies/lists.ts'
import type { RecordRef } from '../../src/domain/words/ids.ts'
import { aBoard, communityTrust, healthVisitor, police, seniorNurse, trustLead } from './a-board.ts'

type InStage<Stage extends Observation['stage']> = Extract<Observation, { readonly stage: Stage }>

/** Friday. */
export const RAISED_AT = '2026-03-20T09:00:00.000Z'
/** Wednesday. */
export const DECIDED_AT = '2026-03-25T09:00:00.000Z'
/** Friday. */
export const NOW = '2026-03-27T09:00:00.000Z'

export const text = (question: string, words: string): Answer => ({
  question,
  value: { type: 'text', text: words },
})
export const choice = (question: string, code: string): Answer => ({
  question,
  value: { type: 'choice', code },
})

/** What has to be answered for each kind, and no more. */
export const ENOUGH: Readonly<Record<KindCode, readonly Answer[]>> = {
  goodPractice: [
    choice('dangerNow', 'no'),
    text('whatWentWell', 'The visit was well prepared.'),
    text('whatHelped', 'Time in the diary.'),
  ],
  goodOutcome: [
    choice('dangerNow', 'no'),
    text('whatWentWell', 'The family is settled.'),
    text('whatHelped', 'One worker throughout.'),
  ],
  typicalCase: [
    choice('dangerNow', 'no'),
    text('whatWentWell', 'An ordinary review meeting.'),
    text('whatHelped', 'Everybody came.'),
  ],
  nearMiss: [
    choice('dangerNow', 'no'),
    text('couldHaveHappened', 'A letter nearly went to the wrong family.'),
    text('whatStoppedIt', 'The clerk read the address aloud.'),
    text('whoElseExposed', 'Every family on the list.'),
  ],
  disquiet: [
    choice('dangerNow', 'no'),
    text('unease', 'The house was too quiet.'),
    choice('worry', 'fairlyWorried'),
  ],
  practiceConcern: [choice('dangerNow', 'no'), text('story', 'The handover was skipped.')],
  riskAhead: [
    choice('dangerNow', 'no'),
    text('couldGoWrong', 'Two teams move on the same day.'),
    choice('howSoon', 'weeks'),
  ],
  poorOutcome: [
    choice('dangerNow', 'no'),
    text('story', 'The placement ended early.'),
    choice('outcomeKnown', 'partlyKnown'),
  ],
}

export const aDecision = (overrides: Partial<TriageDecision> = {}): TriageDecision => ({
  outcome: 'localLearning',
  reason: 'The team can try this at its next meeting.',
  words: 'We will talk about it at the team meeting in May.',
  nextReviewOn: '2026-06-01',
  by: seniorNurse,
  at: DECIDED_AT,
  tookWorkingDays: 3,
  ...overrides,
})

export const aFeedback = (overrides: Partial<Feedback> = {}): Feedback => ({
  mode: 'tellWhatWasDone',
  text: 'The team has changed how letters are checked.',
  by: seniorNurse,
  at: NOW,
  ...overrides,
})

/** One that waits for triage at the community trust, raised by a health visitor. */
export const anObservation = (
  overrides: Partial<Omit<Observation, 'stage'>> = {},
): InStage<'awaitingTriage'> => ({
  stage: 'awaitingTriage',
  reporter: healthVisitor,
  reporterAgency: communityTrust,
  mode: 'open',
  raisedAt: RAISED_AT,
  kind: 'nearMiss',
  kindByReporter: 'nearMiss',
  answers: ENOUGH.nearMiss,
  additions: [],
  sameDay: false,
  route: { agency: communityTrust, person: null },
  acknowledged: null,
  waitingSince: RAISED_AT,
  decisions: [],
  feedback: [],
  ...overrides,
})

/** One that has been decided on, and whose reporter has heard what was done. */
export const aDecidedObservation = (
  overrides: Partial<Omit<InStage<'underWay'>, 'stage'>> = {},
): InStage<'underWay'> => ({
  ...anObservation(),
  stage: 'underWay',
  decision: aDecision(),
  decisions: [aDecision()],
  feedback: [aFeedback()],
  ...overrides,
})

export const aClosedObservation = (
  overrides: Partial<Omit<Observation, 'stage'>> = {},
): InStage<'closed'> => ({
  ...aDecidedObservation(),
  stage: 'closed',
  closed: { by: seniorNurse, at: NOW },
  ...overrides,
})

/** What a decision to learn from it says of the learning activity. */
export const LEARNING = {
  setting: 'teamMeeting',
  scope: 'singleAgencyAudit',
  holder: trustLead,
  holdBy: '2026-05-29',
  about: 'How letters are checked before they go out.',
} as const

/** For each action a command that brings everything it needs. */
export const COMPLETE: {
  readonly [Action in ObservationAction]: Extract<ObservationCommand, { readonly type: Action }>
} = {
  raise: { type: 'raise', kind: 'nearMiss', answers: ENOUGH.nearMiss },
  add: { type: 'add', text: 'It happened twice.', answers: [] },
  reply: { type: 'reply', answer: 'The clerk who sorts the post.' },
  acknowledge: { type: 'acknowledge' },
  reassign: {
    type: 'reassign',
    to: { agency: police, person: null },
    reason: 'It happened at the station.',
  },
  passOnLate: { type: 'passOnLate', agency: police, reason: 'Nobody there has looked at it.' },
  recuse: { type: 'recuse' },
  correctKind: { type: 'correctKind', kind: 'practiceConcern', reason: 'The letter did go out.' },
  sayHarm: { type: 'sayHarm', harm: 'no' },
  ask: { type: 'ask', question: 'Who read the address aloud?' },
  decide: {
    type: 'decide',
    outcome: 'localLearning',
    ...LEARNING,
    reason: 'The team can try this at its next meeting.',
    words: 'We will talk about it at the team meeting in May.',
    nextReviewOn: null,
  },
  giveFeedback: {
    type: 'giveFeedback',
    mode: 'tellWhatWasDone',
    text: 'The team has changed how letters are checked.',
  },
  close: { type: 'close', readUpTo: 0 },
  lookAgain: { type: 'lookAgain' },
  noteLearning: {
    type: 'noteLearning',
    activity: 'LRN-2026-0001' as RecordRef,
    kind: 'teamMeeting',
    points: ['Read the address aloud'],
  },
  noteNotHeld: {
    type: 'noteNotHeld',
    activity: 'LRN-2026-0001' as RecordRef,
    kind: 'teamMeeting',
    reason: 'The team has been dissolved.',
  },
  reopen: { type: 'reopen', reason: 'It happened again.' },
}

/** A calendar in which only these dates are holidays. */
export const holidays = (...dates: readonly string[]) => ({
  isHoliday: (date: string) => dates.includes(date),
})

export const aContext = (overrides: Partial<ObservationContext> = {}): ObservationContext => ({
  board: aBoard(),
  now: NOW,
  calendar: holidays(),
  ...overrides,
})

type Decision = typeof COMPLETE.decide

/** A decision that brings everything its outcome asks for, and nothing besides. */
export function deciding(outcome: OutcomeCode, overrides: Partial<Decision> = {}): Decision {
  const { about, holdBy, ...asked } = { ...COMPLETE.decide, outcome, ...overrides }
  return plansLearning(outcome) ? { ...asked, about, holdBy } : asked
}
