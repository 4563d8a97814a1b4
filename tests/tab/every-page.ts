import type { Page } from 'playwright-core'
import { aProblem } from './a-problem.ts'
import type { Opening } from './browser.ts'
import { NO_ANSWER, refused } from './fake-server.ts'
import { someFigures } from './figures-records.ts'
import { aHome, aPage, aRow, aWaiting } from './list-records.ts'
import {
  aDecidedObservation,
  anAnsweredObservation,
  aReport,
  aWaitingObservation,
} from './observation-records.ts'
import { aMe, healthVisiting, socialCare, teamManager } from './people-records.ts'
import {
  aBoardToChange,
  aBrokenChain,
  aBusinessManager,
  aChain,
  aDirectory,
  anAuditor,
  aPersonForm,
  aSetUpManager,
  aSheetPlan,
  someLines,
  someNotDelivered,
  someRules,
} from './setup-records.ts'

interface PageCase extends Opening {
  readonly shows: string
  /** What is done on the page before it is looked at. */
  readonly first?: (page: Page) => Promise<void>
}

const rows = [
  aRow({ sameDay: true }),
  aRow({ ref: 'OBS-2026-0043', agency: socialCare, acknowledged: true }),
  aRow({ ref: 'OBS-2026-0044', stage: 'underWay', worry: null, waitsFor: null }),
]
const listObservations = aPage({ rows, total: 9, next: 'more' })
const home = aHome({ waiting: { rows: [aWaiting()], total: 12 }, mine: { rows, total: 12 } })
const detail = '#/triage/OBS-2026-0042'
const missing = [{ need: 'reason', say: 'Give the reason in at least 20 characters.' }]

/** Leaves behind what somebody began on another day. */
async function begin(page: Page, action: string): Promise<void> {
  const typed = { reason: 'Words' }
  const draft = { label: 'From before', texts: ['reason'], typed, other: { reason: 'Others' } }
  const key = `learning-loop.draft/${teamManager.id}/OBS-2026-0042/${action}`
  const value = JSON.stringify({ ...draft, at: Date.now() })
  await page.evaluate(`localStorage['${key}'] = '${value}'`)
  await page.reload()
}

/** Every page of the tab, each in a state that has something to look at. */
export const EVERY_PAGE: Readonly<Record<string, PageCase>> = {
  'the choice of a person': { actAs: null, shows: 'Chair 1' },
  'the question where somebody works': {
    answers: { me: aMe({ person: null, agencies: [healthVisiting] }) },
    shows: 'You do this once.',
  },
  'the home page': { answers: { home }, shows: 'These are the first 1 of 12' },
  'the empty home page': { answers: { home: aHome() }, shows: 'Nothing waits for you.' },
  'the home page without a connection': { answers: { home: NO_ANSWER }, shows: 'Try again' },
  'the queue': {
    at: '#/triage',
    answers: { listObservations },
    shows: 'Showing 3 of 9',
  },
  'an observation': {
    at: detail,
    answers: { listObservations, getObservation: aWaitingObservation({ sameDay: true }) },
    shows: 'Correct the kind',
  },
  'an observation that cannot be closed yet': {
    at: detail,
    answers: { listObservations, getObservation: aDecidedObservation() },
    shows: 'Tell the reporter what was done before you close it.',
  },
  'the form of a decision that was refused': {
    at: detail,
    answers: {
      listObservations,
      getObservation: aWaitingObservation(),
      decideObservation: refused(aProblem('incomplete', 422, { missing })),
    },
    shows: 'This is not complete yet',
    first: async (page) => {
      await page.getByRole('button', { name: 'Decide' }).click()
      await page.getByRole('radio', { name: 'Multi-agency learning review' }).check()
      await page.getByRole('button', { name: 'Send decision' }).click()
    },
  },
  'a form whose text is too long, about to be cancelled': {
    at: detail,
    answers: { listObservations, getObservation: aWaitingObservation() },
    shows: 'Delete what you typed?',
    first: async (page) => {
      await page.getByRole('button', { name: 'Reassign' }).click()
      await page.getByLabel('Reason').fill('word '.repeat(1000))
      await page.getByRole('button', { name: 'Cancel' }).click()
    },
  },
  'an observation that was passed on': {
    at: detail,
    answers: {
      listObservations,
      getObservation: aWaitingObservation(),
      acknowledgeObservation: { ref: 'OBS-2026-0042', passedOn: true, says: 'You passed it on.' },
    },
    shows: 'You passed it on.',
    first: (page) => page.getByRole('button', { name: 'I am on it' }).click(),
  },
  'what was begun and cannot be sent any more': {
    at: detail,
    answers: { listObservations, getObservation: aWaitingObservation() },
    shows: 'Not sent: From before',
    first: (page) => begin(page, 'before'),
  },
  'a form that two windows wrote into': {
    at: detail,
    answers: { listObservations, getObservation: aWaitingObservation() },
    shows: 'You typed something else here in another window.',
    first: (page) => begin(page, 'correctKind'),
  },
  'the form of feedback': {
    at: detail,
    answers: { listObservations, getObservation: anAnsweredObservation() },
    shows: 'What kind of feedback is it?',
    first: (page) => page.getByRole('button', { name: 'Give feedback' }).click(),
  },
  'the question before closing': {
    at: detail,
    answers: { listObservations, getObservation: anAnsweredObservation() },
    shows: 'It can be opened again later, with a reason.',
    first: (page) => page.getByRole('button', { name: 'Close' }).click(),
  },
  'a report': {
    at: '#/reports/OBS-2026-0042',
    answers: { getObservation: aReport() },
    shows: 'What you wrote',
  },
  'a reference that is not there': {
    at: '#/reports/OBS-2026-9999',
    answers: { getObservation: refused(aProblem('not-found', 404)) },
    shows: 'We cannot find this reference.',
  },
  'the audit of one record': {
    at: '#/audit?record=OBS-2026-0042',
    answers: {
      me: anAuditor,
      listTrail: someLines({ total: 9, next: 'more' }),
      checkChain: aChain({ chains: [...aChain().chains, ...aBrokenChain.chains] }),
      getBoard: aDirectory,
    },
    shows: 'Change nothing',
  },
  'the audit of a record that is not there': {
    at: '#/audit?record=OBS-2026-9999',
    answers: {
      me: anAuditor,
      listTrail: refused(aProblem('not-found', 404)),
      checkChain: refused(aProblem('not-found', 404)),
      getBoard: aDirectory,
    },
    shows: 'There is no record with this reference.',
  },
  'the messages that did not arrive': {
    at: '#/setup',
    answers: {
      me: { ...aBusinessManager, setup: ['rules', 'messages'] },
      listRules: someRules,
      listNotDelivered: someNotDelivered,
      getBoard: aDirectory,
    },
    shows: 'Has blocked the bot',
    first: (page) => page.getByRole('link', { name: 'Messages that did not arrive' }).click(),
  },
  'the agencies': {
    at: '#/setup',
    answers: { me: aSetUpManager, getBoard: aBoardToChange },
    shows: 'About 120 work with children',
  },
  'the people': {
    at: '#/setup/people',
    answers: { me: aSetUpManager, getBoard: aBoardToChange },
    shows: 'Left on 1 Mar 2026',
  },
  'the roles': {
    at: '#/setup/roles',
    answers: { me: aSetUpManager, getBoard: aBoardToChange },
    shows: 'No deputy',
  },
  'the contacts': {
    at: '#/setup/contacts',
    answers: { me: aSetUpManager, getBoard: aBoardToChange },
    shows: 'Referral out of office hours',
  },
  'the rules of the board': {
    at: '#/setup/rules',
    answers: { me: aSetUpManager, getBoard: aBoardToChange, listRules: someRules },
    shows: 'Within 5 working days',
  },
  'the form of a person, changed meanwhile': {
    at: '#/setup/people',
    answers: {
      me: aSetUpManager,
      getBoard: aBoardToChange,
      getBoardForm: aPersonForm,
      changePersonOnBoard: refused(aProblem('conflict', 409)),
      listBoardChanges: {
        rows: [{ at: '2026-03-27T09:00:00Z', by: 'Chair 1', says: 'Agency added: Housing' }],
      },
    },
    shows: 'Agency added: Housing',
    first: async (page) => {
      await page.getByRole('button', { name: 'Change the entry: Team manager 1' }).click()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
    },
  },
  'a spreadsheet that was looked through': {
    at: '#/setup/spreadsheet',
    answers: {
      me: aSetUpManager,
      getBoard: aBoardToChange,
      checkSheet: {
        ...aSheetPlan,
        wrong: [{ line: 3, column: 'Type', say: 'Choose a type of agency from the list.' }],
      },
    },
    shows: 'Line 3, Type: Choose a type',
    first: (page) =>
      page
        .getByLabel(/CSV file of agencies/)
        .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('Name,Type') }),
  },
  'the learning page': {
    at: '#/learning',
    answers: {
      figures: someFigures({ mix: { appreciativePercent: 20, warning: 'Too little good work.' } }),
    },
    shows: 'How this was counted',
  },
}
