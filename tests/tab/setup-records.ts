import type { ChainState, TrailLine, TrailPage } from '../../src/contract/audit.ts'
import type { NotDelivered } from '../../src/contract/messages.ts'
import type { BoardDetail, BoardForm, BoardRules, SheetPlan } from '../../src/contract/people.ts'
import { aMe, healthVisiting, healthVisitor, socialCare, teamManager } from './people-records.ts'

export const anAuditor = aMe({ pages: ['home', 'learning', 'audit'] })

export const aBusinessManager = aMe({
  pages: ['home', 'triage', 'learning', 'setup'],
  setup: ['messages'],
})

export const aLine = (overrides: Partial<TrailLine> = {}): TrailLine => ({
  at: '2026-03-27T09:12:30Z',
  by: { ...teamManager, workplace: 'Health visiting' },
  says: 'Decided',
  record: { id: 'observation/OBS-2026-0042', name: 'OBS-2026-0042' },
  number: 2,
  ...overrides,
})

export const someLines = (overrides: Partial<TrailPage> = {}): TrailPage => {
  const rows = overrides.rows ?? [
    aLine(),
    aLine({
      at: '2026-03-26T08:00:00Z',
      by: { ...healthVisitor, workplace: 'Health visiting' },
      says: 'Raised',
      number: 1,
    }),
    aLine({
      at: '2026-03-01T08:00:00Z',
      by: { id: 'system', name: 'The product itself', workplace: null },
      says: 'Board set up',
      record: { id: 'board/board', name: 'Board settings' },
      number: 1,
    }),
  ]
  return { rows, total: rows.length, next: null, ...overrides }
}

export const aChain = (overrides: Partial<ChainState> = {}): ChainState => ({
  record: { id: 'observation/OBS-2026-0042', name: 'OBS-2026-0042' },
  chains: [
    {
      log: 'changes',
      whole: true,
      events: 7,
      says: 'The chain of OBS-2026-0042 is whole: 7 events.',
    },
    {
      log: 'readings',
      whole: true,
      events: 2,
      says: 'The log of who read OBS-2026-0042 is whole: 2 readings.',
    },
  ],
  ...overrides,
})

export const aBrokenChain = aChain({
  chains: [
    {
      log: 'changes',
      whole: false,
      events: 7,
      says: 'The chain of OBS-2026-0042 is broken: event 3 was changed after it was kept.',
    },
  ],
})

export const aDirectory: BoardDetail = {
  version: 4,
  changes: 9,
  name: 'Northshire Safeguarding Children Board',
  profile: 'WT2023',
  contacts: aMe().board.contacts,
  agencies: [
    {
      ...healthVisiting,
      type: { code: 'health', label: 'Health' },
      active: true,
      supporter: 'Staff line, 01632 960300',
      staff: 120,
      reportsGoTo: 'Team manager 1',
    },
    {
      ...socialCare,
      type: { code: 'localAuthority', label: 'Local authority' },
      active: false,
      supporter: null,
      staff: null,
      reportsGoTo: 'Manager 1, as it has no senior or agency lead',
    },
  ],
  appointments: [
    {
      id: 'senior.healthVisiting',
      role: { code: 'senior', label: 'Senior' },
      agency: healthVisiting.id,
      holder: teamManager.id,
      deputy: null,
    },
  ],
  people: [
    {
      ...teamManager,
      jobTitle: 'Team manager',
      agency: healthVisiting.id,
      active: true,
      leftOn: null,
      awayUntil: null,
    },
    {
      ...healthVisitor,
      jobTitle: 'Health visitor',
      agency: healthVisiting.id,
      active: false,
      leftOn: '2026-03-01',
      awayUntil: null,
    },
  ],
  allowed: [],
}

export const someNotDelivered: NotDelivered = {
  people: 2,
  reporters: null,
  rows: [
    {
      person: teamManager,
      agency: healthVisiting,
      why: 'Has blocked the bot',
      messages: 3,
      lastOn: '2026-03-26',
      toDo: 'Ask them to unblock Learning Loop.',
    },
    {
      person: healthVisitor,
      agency: socialCare,
      why: 'Has not opened the chat with the bot yet',
      messages: 1,
      lastOn: '2026-03-20',
      toDo: 'Ask them to open the chat with Learning Loop and send any word.',
    },
  ],
}

const ALLOWED = {
  addAgency: 'Add an agency',
  changeAgency: 'Change the agency',
  retireAgency: 'Retire the agency',
  reopenAgency: 'Open the agency again',
  addPerson: 'Add a person',
  changePerson: 'Change the entry',
  markAsLeft: 'Mark as left',
  bringBack: 'Bring back',
  setAway: 'Away until',
  appoint: 'Give a role',
  handOver: 'Hand over',
  changeDeputy: 'Change the deputy',
  endAppointment: 'End the role',
  setContacts: 'Set the contacts',
}

/** The settings as the business manager sees them. */
export const aBoardToChange: BoardDetail = {
  ...aDirectory,
  allowed: Object.entries(ALLOWED).map(([action, label]) => ({ action, label, missing: [] })),
}

/** A person who may change them. */
export const aSetUpManager = aMe({
  pages: ['home', 'triage', 'learning', 'setup'],
  setup: ['agencies', 'people', 'roles', 'contacts', 'spreadsheet', 'rules', 'messages'],
})

export const aPersonForm: BoardForm = {
  version: 4,
  offered: {
    action: 'changePerson',
    missing: [],
    label: 'Change the entry',
    likely: false,
    send: 'Save',
    preview: null,
    confirm: null,
    done: 'Saved.',
    given: { person: teamManager.id },
    second: [],
    fields: [
      {
        is: 'text',
        name: 'name',
        label: 'Name',
        help: '',
        required: true,
        when: null,
        atLeast: 0,
        atMost: 200,
        short: true,
        noGaps: false,
        startsBy: null,
        value: '',
      },
      {
        is: 'agency',
        name: 'agency',
        label: 'Works for',
        help: '',
        required: true,
        when: null,
        agencies: [healthVisiting, socialCare],
        value: healthVisiting.id,
      },
    ],
  },
  effects: ['Their reports stay where they are.'],
}

export const someRules: BoardRules = {
  parts: [
    {
      title: 'What reporters are promised',
      change: 'This is part of the program and cannot be changed here yet.',
      rows: [{ what: 'A decision', is: 'Within 5 working days' }],
    },
  ],
}

export const aSheetPlan: SheetPlan = {
  version: 4,
  adds: 1,
  changes: 1,
  nothing: 2,
  others: 1,
  wrong: [],
  named: [
    { line: 2, name: 'Housing', does: 'adds', changed: [] },
    {
      line: 3,
      name: 'Police',
      does: 'changes',
      changed: [
        { column: 'Type', from: 'Health', to: 'Police' },
        { column: 'Supporter', from: '', to: 'Line 1' },
      ],
    },
  ],
}
