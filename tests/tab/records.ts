import type { Problem } from '../../src/contract/common.ts'
import type { Figures } from '../../src/contract/figures.ts'
import type {
  ObservationDetail,
  ObservationPage,
  ObservationRow,
} from '../../src/contract/observations.ts'
import type { Home, Me, Personas } from '../../src/contract/people.ts'

export const healthVisitor = { id: 'p-health-visitor', name: 'Health visitor 1' }
export const teamManager = { id: 'p-team-manager', name: 'Team manager 1' }
export const healthVisiting = { id: 'a-health-visiting', name: 'Health visiting' }
export const socialCare = { id: 'a-social-care', name: "Children's social care" }

const nearMiss = { code: 'nearMiss', label: 'Near miss' }
const veryWorried = { code: 'veryWorried', label: 'Very worried' }

export const personas: Personas = {
  people: [
    { ...healthVisitor, says: 'Health visitor, Health visiting' },
    { ...teamManager, says: 'Senior, Health visiting' },
    { id: 'p-chair', name: 'Chair 1', says: 'Chair of the board' },
    { id: 'p-newcomer', name: 'Newcomer 1', says: 'Nobody has entered this person' },
  ],
}

export const aMe = (overrides: Partial<Me> = {}): Me => ({
  person: { ...teamManager, jobTitle: 'Team manager', agency: healthVisiting },
  duties: [{ role: 'senior', label: 'Senior', agency: healthVisiting, as: 'holder' }],
  pages: ['home', 'triage', 'learning'],
  board: {
    name: 'Northshire Safeguarding Children Board',
    contacts: {
      referral: "Children's social care front door, 01632 960100",
      office: 'Board office, 01632 960200',
      support: 'Staff support line, 01632 960300',
    },
  },
  agencies: [],
  localMode: true,
  ...overrides,
})

export const aRow = (overrides: Partial<ObservationRow> = {}): ObservationRow => ({
  ref: 'OBS-2026-0042',
  version: 3,
  stage: 'awaitingTriage',
  kind: nearMiss,
  agency: healthVisiting,
  assignedTo: null,
  worry: veryWorried,
  sameDay: false,
  acknowledged: false,
  outcome: null,
  raisedAt: '2026-03-02T09:12:00Z',
  waitingSince: '2026-03-02T09:12:00Z',
  waitedWorkingDays: 3,
  closedAt: null,
  says: 'We have it. Somebody senior looks at it by 9 March 2026.',
  ...overrides,
})

export const aPage = (overrides: Partial<ObservationPage> = {}): ObservationPage => {
  const rows = overrides.rows ?? [aRow()]
  return { rows, total: rows.length, next: null, ...overrides }
}

export const aHome = (overrides: Partial<Home> = {}): Home => ({
  waiting: { rows: [], total: 0 },
  mine: { rows: [], total: 0 },
  ...overrides,
})

export const outcomes: NonNullable<ObservationDetail['forms']['decide']> = [
  {
    code: 'answerAndClose',
    label: 'Answer and close',
    needs: 'the answer in plain English; why nothing further is needed',
    creates: 'closing message with a "Look again" button',
    startingWords: 'We have read OBS-2026-0042 and here is our answer: {answer}.',
  },
  {
    code: 'localLearning',
    label: 'Learn locally',
    needs: 'lead role; setting and date; one learning point',
    creates: 'learning activity; draft learning note',
    startingWords:
      'OBS-2026-0042 will be used for learning at {activity} by {date}, without names. We will tell you what people took from it.',
  },
  {
    code: 'supervision',
    label: 'Take to supervision',
    needs: "whose role; reporter's agreement if it is their own case; date",
    creates: 'learning activity of type supervision; prompt card for the supervisor',
    startingWords: 'OBS-2026-0042 will be talked through in supervision by {date}.',
  },
]

const noForms = { decide: null, reassign: null, correctKind: null, giveFeedback: null }

const raised = {
  seq: 1,
  at: '2026-03-02T09:12:00Z',
  by: healthVisitor,
  type: 'ObservationRaised',
  says: 'You raised it.',
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
  says: 'We have it. Somebody senior looks at it by 9 March 2026.',
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
  acknowledged: null,
  decisions: [],
  feedback: [],
  closed: null,
  history: [raised],
  allowed: [],
  forms: noForms,
  ...overrides,
})

/** As a triager meets it, with everything the workflow allows then. */
export const aWaitingObservation = (overrides: Partial<ObservationDetail> = {}) =>
  anObservation({
    allowed: ['acknowledge', 'reassign', 'correctKind', 'decide'].map((action) => ({
      action,
      missing: [],
    })),
    forms: {
      ...noForms,
      decide: outcomes,
      reassign: [
        { agency: healthVisiting, people: [teamManager] },
        { agency: socialCare, people: [{ id: 'p-lead', name: 'Agency lead 1' }] },
      ],
      correctKind: [
        { code: 'practiceConcern', label: 'Concern about practice' },
        { code: 'riskAhead', label: 'Risk ahead' },
      ],
    },
    ...overrides,
  })

const decision: ObservationDetail['decisions'][number] = {
  outcome: { code: 'localLearning', label: 'Learn locally' },
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
    says: 'Decided: learn locally. We will tell you what people took from it.',
    acknowledged: { at: '2026-03-03T08:00:00Z', by: teamManager },
    decisions: [decision],
    history: [
      raised,
      {
        seq: 2,
        at: '2026-03-03T08:00:00Z',
        by: teamManager,
        type: 'ObservationAcknowledged',
        says: 'Somebody started on it.',
      },
      {
        seq: 3,
        at: '2026-03-05T15:30:00Z',
        by: teamManager,
        type: 'ObservationDecided',
        says: 'It was decided: learn locally.',
      },
    ],
    allowed: [
      { action: 'decide', missing: [] },
      { action: 'giveFeedback', missing: [] },
      {
        action: 'close',
        missing: [
          { need: 'feedback', say: 'Tell the reporter what was done before you close it.' },
        ],
      },
    ],
    forms: {
      ...noForms,
      decide: outcomes,
      giveFeedback: [
        {
          code: 'tellWhatWasDone',
          label: 'Tell what was done',
          meaning: 'The reporter, and everyone, hears what was done',
        },
        {
          code: 'improveSystems',
          label: 'Improve systems',
          meaning: 'The system changes and is tested',
        },
      ],
    },
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
    additions: [{ at: '2026-03-02T12:00:00Z', text: 'It was the second time.', answers: [] }],
    allowed: [{ action: 'add', missing: [] }],
    forms: noForms,
    ...overrides,
  })

/** Decided and answered: it can be closed. */
export const anAnsweredObservation = (overrides: Partial<ObservationDetail> = {}) =>
  aDecidedObservation({
    version: 6,
    feedback: [feedback],
    allowed: [
      { action: 'giveFeedback', missing: [] },
      { action: 'close', missing: [] },
    ],
    ...overrides,
  })

export const aClosedObservation = (overrides: Partial<ObservationDetail> = {}) =>
  anAnsweredObservation({
    version: 7,
    stage: 'closed',
    closed: { at: '2026-03-21T10:00:00Z', by: teamManager },
    allowed: [{ action: 'reopen', missing: [] }],
    forms: noForms,
    ...overrides,
  })

const counted = (
  code: string,
  label: string,
  group: 'appreciative' | 'concern',
  counts: Figures['kinds'][number]['counts'],
): Figures['kinds'][number] => ({
  code,
  label,
  group,
  counts,
  total: counts.reduce<number>((sum, count) => sum + (count === 'fewerThan5' ? 0 : count), 0),
})

export const someFigures = (overrides: Partial<Figures> = {}): Figures => ({
  from: '2026-01',
  to: '2026-03',
  months: ['2026-01', '2026-02', '2026-03'],
  kinds: [
    counted('goodPractice', 'Good practice', 'appreciative', [8, 11, 12]),
    counted('goodOutcome', 'Good outcome', 'appreciative', ['fewerThan5', 6, 7]),
    counted('typicalCase', 'Typical case', 'appreciative', [0, 5, 'fewerThan5']),
    counted('nearMiss', 'Near miss', 'concern', [9, 7, 13]),
    counted('disquiet', 'Something feels wrong', 'concern', [6, 'fewerThan5', 9]),
    counted('practiceConcern', 'Concern about practice', 'concern', [5, 8, 6]),
    counted('riskAhead', 'Risk ahead', 'concern', [0, 5, 7]),
    counted('poorOutcome', 'Poor outcome', 'concern', ['fewerThan5', 0, 5]),
  ],
  total: 137,
  mix: { appreciativePercent: 38, warning: null },
  decisions: [
    { month: '2026-01', decided: 31, medianWorkingDays: 4 },
    { month: '2026-02', decided: 'fewerThan5', medianWorkingDays: null },
    { month: '2026-03', decided: 52, medianWorkingDays: 2 },
  ],
  medianWorkingDays: 3,
  says: {
    mix: 'People told us about good work 49 times and about worries 88 times.',
    decisions: 'The middle decision took 3 working days; the promise is 5.',
  },
  countedHow: {
    mix: 'Each report counts once, in the month it was raised, with the kind it has now.',
    decisions: 'First decisions only, in working days of England and Wales.',
  },
  ...overrides,
})

/** A refusal, as the service says it. */
export const aProblem = (
  code: Problem['code'],
  status: number,
  overrides: Partial<Problem> = {},
): Problem => ({
  type: `urn:learning-loop:${code}`,
  title: code,
  status,
  detail: 'This cannot be done as it stands.',
  code,
  ...overrides,
})
