import { DEMO_AGENCIES, DEMO_OFFICE, DEMO_PEOPLE } from '../../../src/demo/demo-board.ts'
import { boardRecord } from '../../../src/domain/board/board.ts'
import type { BoardNow } from '../../../src/domain/board/board-now.ts'
import { boardAt } from '../../../src/domain/board/board-now.ts'
import type { BoardEvent } from '../../../src/domain/board/types.ts'
import type { StandingRole } from '../../../src/domain/words/actor.ts'
import { agencyId, appointmentId, personId } from '../../../src/domain/words/ids.ts'

/** How people's words stand in the samples. Tests put hostile ones there. */
export interface Wording {
  /** Names of people and agencies, job titles, lines of the board's contacts. */
  readonly name: (own: string) => string
  /** What people tell, decide and answer. */
  readonly told: (own: string) => string
}

const OPENED_AT = '2026-01-05T09:00:00.000Z'

export const AS_WRITTEN: Wording = { name: (own) => own, told: (own) => own }

const appointed = (
  role: StandingRole,
  agency: string | null,
  holder: string,
  deputy: string | null = null,
): BoardEvent => ({
  type: 'PersonAppointed',
  appointment: {
    id: appointmentId(agency === null ? role : `${role}.${agency}`),
    role,
    agency: agency === null ? null : agencyId(agency),
    holder: personId(holder),
    deputy: deputy === null ? null : personId(deputy),
  },
})

const eventsWith = ({ name }: Wording): readonly BoardEvent[] => [
  {
    type: 'BoardOpened',
    name: name('Exampleshire Safeguarding Children Board'),
    contacts: {
      referral: name('Children’s social care front door, 01632 960100'),
      referralOutOfHours: name('Emergency duty team, 01632 960150'),
      office: name('The board office, 01632 960200'),
      support: name('Staff wellbeing line, 01632 960300, day and night'),
      whistleblowing: name('Whistleblowing advice line, 01632 960400'),
    },
    profile: 'WT2013',
  },
  ...[DEMO_OFFICE, ...DEMO_AGENCIES].map(
    (agency): BoardEvent => ({
      type: 'AgencyAdded',
      agency: { ...agency, name: name(agency.name), active: true },
    }),
  ),
  ...DEMO_PEOPLE.map(
    (person): BoardEvent => ({
      type: 'PersonAdded',
      person: {
        ...person,
        name: name(person.name),
        jobTitle: name(person.jobTitle),
        active: true,
      },
    }),
  ),
  appointed('senior', 'healthVisiting', 'seniorNurse', 'deputyNurse'),
  appointed('agencyLead', 'healthVisiting', 'healthLead', 'seniorNurse'),
  appointed('senior', 'police', 'sergeant', 'deputySergeant'),
  appointed('senior', 'socialCare', 'teamManager', 'deputyTeamManager'),
  appointed('businessManager', null, 'businessManager', 'deputyBusinessManager'),
  appointed('chair', null, 'chair', null),
]

/** The demo board's agencies and people, with some of their duties. */
export function sampleBoard(wording: Wording): BoardNow {
  const [opened, ...others] = eventsWith(wording).map((event, index) => ({
    seq: index + 1,
    at: OPENED_AT,
    by: personId('businessManager'),
    cause: 'sample',
    event,
  }))
  if (!opened) throw new TypeError('a board begins with being opened')
  const board = others.reduce(boardRecord.evolve, boardRecord.evolve(undefined, opened))
  return boardAt(board, { isHoliday: () => false }, OPENED_AT)
}
