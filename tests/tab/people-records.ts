import type { Me, Personas } from '../../src/contract/people.ts'

export const healthVisitor = { id: 'p-health-visitor', name: 'Health visitor 1' }

export const teamManager = { id: 'p-team-manager', name: 'Team manager 1' }

export const healthVisiting = { id: 'a-health-visiting', name: 'Health visiting' }

export const socialCare = { id: 'a-social-care', name: "Children's social care" }

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
  roles: [{ role: 'senior', label: 'Senior', agency: healthVisiting, as: 'holder' }],
  pages: ['home', 'triage', 'learning'],
  triage: {
    kinds: [
      { code: 'goodPractice', label: 'Good practice' },
      { code: 'nearMiss', label: 'Near miss' },
      { code: 'disquiet', label: 'Something feels wrong' },
    ],
    agencies: [healthVisiting],
  },
  setup: [],
  board: {
    name: 'Northshire Safeguarding Children Board',
    contacts: {
      referral: "Children's social care front door, 01632 960100",
      referralOutOfHours: 'Emergency duty team, 01632 960150',
      office: 'Board office, 01632 960200',
      support: 'Staff support line, 01632 960300',
      whistleblowing: 'Whistleblowing advice line, 01632 960400',
    },
    referral: "Children's social care front door, 01632 960100",
  },
  agencies: [],
  localMode: true,
  ...overrides,
})
