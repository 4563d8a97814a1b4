import type { ObservationDetail, Outline } from '../../src/contract/observations.ts'
import { nearMiss, veryWorried } from './labels.ts'
import { offered } from './offered.ts'
import { healthVisiting, healthVisitor, teamManager } from './people-records.ts'

const raised = {
  seq: 1,
  at: '2026-03-02T09:12:00Z',
  by: healthVisitor,
  type: 'ObservationRaised',
  says: 'Raised as near miss',
}

export const anObservation = (overrides: Partial<ObservationDetail> = {}): ObservationDetail => ({
  ref: 'OBS-2026-0042',
  version: 3,
  stage: 'awaitingTriage',
  seenAs: 'triager',
  kind: nearMiss,
  kindByReporter: nearMiss,
  reporter: { ...healthVisitor, jobTitle: 'Health visitor', agency: 'Health visiting' },
  agency: healthVisiting,
  assignedTo: null,
  sameDay: false,
  worry: veryWorried,
  raisedAt: '2026-03-02T09:12:00Z',
  waitingSince: '2026-03-02T09:12:00Z',
  waitedWorkingDays: 3,
  says: 'Sent. Somebody senior will look at it.',
  answers: [
    {
      question: 'couldHaveHappened',
      label: 'What could have happened',
      text: 'Two babies with the same name were nearly given the same vaccine.\nBoth were in the clinic at once.',
      value: { type: 'text', text: 'Two babies with the same name' },
    },
    {
      question: 'whatStoppedIt',
      label: 'What stopped it',
      text: 'A colleague read the date of birth aloud.',
      value: { type: 'text', text: 'A colleague read the date of birth aloud.' },
    },
  ],
  additions: [],
  questions: [],
  acknowledged: null,
  decisions: [],
  feedback: [],
  closed: null,
  history: [raised],
  allowed: [],
  waits: [],
  proposals: [],
  urgent: null,
  leftToOthers: null,
  follows: [],
  ...overrides,
})

/** As a triager meets it, with everything the workflow allows then. */
export const aWaitingObservation = (overrides: Partial<ObservationDetail> = {}) =>
  anObservation({
    allowed: [
      offered('acknowledge'),
      offered('reassign'),
      offered('correctKind'),
      offered('decide', { likely: true }),
    ].filter(({ action }) => action !== 'acknowledge' || !overrides.acknowledged),
    ...overrides,
  })

const decision: ObservationDetail['decisions'][number] = {
  outcome: { code: 'multiAgencyReview', label: 'Multi-agency learning review' },
  reason: 'The same names come up each week, and a second check is quick to agree.',
  words: 'OBS-2026-0042 will be used for learning at the team meeting by 20 March, without names.',
  nextReviewOn: '2026-04-20',
  at: '2026-03-05T15:30:00Z',
  by: teamManager,
  tookWorkingDays: 3,
}

/** Decided, and not yet told what was done: it cannot be closed. */
export const aDecidedObservation = (overrides: Partial<ObservationDetail> = {}) =>
  anObservation({
    version: 5,
    stage: 'underWay',
    waitedWorkingDays: 0,
    says: 'Decided: Multi-agency learning review. You will hear what was done.',
    acknowledged: { at: '2026-03-03T08:00:00Z', by: teamManager },
    decisions: [decision],
    history: [
      raised,
      {
        seq: 2,
        at: '2026-03-03T08:00:00Z',
        by: teamManager,
        type: 'ObservationAcknowledged',
        says: 'Somebody senior started on it',
      },
      {
        seq: 3,
        at: '2026-03-05T15:30:00Z',
        by: teamManager,
        type: 'ObservationDecided',
        says: 'Decided: Multi-agency learning review',
      },
    ],
    allowed: [
      offered('decide'),
      offered('giveFeedback', { likely: true }),
      offered('close', {
        missing: [
          { need: 'feedback', say: 'Tell the reporter what was done before you close it.' },
        ],
      }),
    ],
    ...overrides,
  })

const feedback: ObservationDetail['feedback'][number] = {
  mode: { code: 'tellWhatWasDone', label: 'Tell what was done' },
  text: 'Every clinic now asks for the date of birth before a vaccine is drawn.',
  at: '2026-03-20T10:00:00Z',
  by: teamManager,
}

/** The same observation as its reporter sees it once it was decided and answered. */
export const aReport = (overrides: Partial<ObservationDetail> = {}) =>
  aDecidedObservation({
    seenAs: 'reporter',
    feedback: [feedback],
    additions: [
      { at: '2026-03-02T12:00:00Z', text: 'It was the second time.', answers: [], isReply: false },
    ],
    allowed: [offered('add')],
    ...overrides,
  })

/** Decided and answered: it can be closed. */
export const anAnsweredObservation = (overrides: Partial<ObservationDetail> = {}) =>
  aDecidedObservation({
    version: 6,
    feedback: [feedback],
    allowed: [offered('giveFeedback'), offered('close', { likely: true })],
    ...overrides,
  })

export const aClosedObservation = (overrides: Partial<ObservationDetail> = {}) =>
  anAnsweredObservation({
    version: 7,
    stage: 'closed',
    closed: { at: '2026-03-21T10:00:00Z', by: teamManager },
    allowed: [offered('reopen')],
    ...overrides,
  })

/** What whoever was asked, or oversees, sees of an observation. */
export const anOutline = (overrides: Partial<Outline> = {}): Outline => ({
  ref: 'OBS-2026-0042',
  kind: nearMiss,
  agency: healthVisiting,
  stage: 'awaitingTriage',
  raisedAt: '2026-03-02T09:12:00Z',
  decisions: [],
  closedAt: null,
  version: 4,
  proposals: [],
  why: null,
  agreed: [],
  allowed: [],
  isAsked: false,
  late: [],
  ...overrides,
})
