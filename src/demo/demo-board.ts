import type { Person } from '../domain/board/types.ts'
import type { StandingRole } from '../domain/words/actor.ts'
import { agencyId, appointmentId, personId } from '../domain/words/ids.ts'
import { MADE_UP_TENANT, madeUp } from '../usecases/audit/made-up.ts'
import type { BoardChangeCommand } from '../usecases/board/change-board.ts'
import { changeBoard, openBoard } from '../usecases/board/change-board.ts'
import { whoIs } from '../usecases/board/who-is.ts'
import type { Deps } from '../usecases/deps.ts'
import { currentBoard } from '../usecases/records/context-now.ts'

// Everybody here is invented and named by their role. Nothing here is or was anybody's.

export const DEMO_OFFICE = { id: agencyId('boardOffice'), name: 'Board office', type: 'system' }

export const DEMO_AGENCIES = [
  { id: agencyId('healthVisiting'), name: 'Health visiting', type: 'health' },
  { id: agencyId('socialCare'), name: 'Children’s social care', type: 'localAuthority' },
  { id: agencyId('school'), name: 'Example Primary School', type: 'education' },
  { id: agencyId('police'), name: 'Police', type: 'policeAndImmigration' },
] as const

const person = (code: string, name: string, jobTitle: string, agency: string) => ({
  id: personId(code),
  tenantId: MADE_UP_TENANT,
  objectId: code,
  name,
  jobTitle,
  agency: agencyId(agency),
})

/** Two front-line people, a senior, a deputy and a lead for each agency. */
const PEOPLE_BY_AGENCY: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  healthVisiting: [
    ['healthVisitor1', 'Health visitor'],
    ['healthVisitor2', 'Health visitor'],
    ['seniorNurse', 'Named nurse'],
    ['deputyNurse', 'Deputy named nurse'],
    ['healthLead', 'Head of service'],
  ],
  socialCare: [
    ['socialWorker1', 'Social worker'],
    ['socialWorker2', 'Social worker'],
    ['teamManager', 'Team manager'],
    ['deputyTeamManager', 'Deputy team manager'],
    ['socialCareLead', 'Head of safeguarding'],
  ],
  school: [
    ['teacher', 'Teacher'],
    ['teachingAssistant', 'Teaching assistant'],
    ['safeguardingLead', 'Designated safeguarding lead'],
    ['deputySafeguardingLead', 'Deputy safeguarding lead'],
    ['headTeacher', 'Head teacher'],
  ],
  police: [
    ['officer1', 'Police constable'],
    ['officer2', 'Police constable'],
    ['sergeant', 'Detective sergeant'],
    ['deputySergeant', 'Sergeant'],
    ['policeLead', 'Detective inspector'],
  ],
}

const NUMBER_WORDS: Readonly<Record<string, string>> = { '1': 'One', '2': 'Two' }

/** `healthVisitor1` → "Health Visitor One". Nobody has that name. */
const nameOf = (code: string) =>
  code
    .replace(/\d/, (digit) => ` ${NUMBER_WORDS[digit] ?? digit}`)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/^./, (letter) => letter.toUpperCase())
    .replace(/ ./g, (letters) => letters.toUpperCase())

const OFFICE_PEOPLE = [
  ['businessManager', 'Business manager'],
  ['deputyBusinessManager', 'Board officer'],
  ['chair', 'Independent chair'],
  ['viceChair', 'Vice chair'],
  ['boardMember', 'Lay member'],
  ['legalAdviser', 'Solicitor'],
  ['custodian', 'Data protection officer'],
  ['deputyCustodian', 'Records officer'],
  ['auditor', 'Internal auditor'],
] as const

export const DEMO_PEOPLE: readonly Omit<Person, 'active'>[] = [
  ...OFFICE_PEOPLE.map(([code, job]) => person(code, nameOf(code), job, DEMO_OFFICE.id)),
  ...Object.entries(PEOPLE_BY_AGENCY).flatMap(([agency, people]) =>
    people.map(([code, job]) => person(code, nameOf(code), job, agency)),
  ),
]

/** The person a newcomer is in the chat until they choose another. Somebody who reports. */
export const FIRST_PERSONA = personId('healthVisitor1')

const appointment = (
  role: StandingRole,
  agency: string | null,
  holder: string,
  deputy: string | null,
) => ({
  id: appointmentId(agency ? `${role}.${agency}` : role),
  role,
  agency: agency === null ? null : agencyId(agency),
  holder: personId(holder),
  deputy: deputy === null ? null : personId(deputy),
})

const APPOINTMENTS = [
  ...Object.entries(PEOPLE_BY_AGENCY).flatMap(([agency, people]) => {
    const [, , senior = '', deputy = '', lead = ''] = people.map(([code]) => code)
    return [
      appointment('senior', agency, senior, deputy),
      appointment('agencyLead', agency, lead, senior),
    ]
  }),
  appointment('chair', null, 'chair', 'viceChair'),
  appointment('board', null, 'boardMember', null),
  appointment('legal', null, 'legalAdviser', null),
  appointment('custodian', null, 'custodian', 'deputyCustodian'),
  appointment('auditor', null, 'auditor', null),
]

const CONTACTS = {
  referral: 'Children’s social care front door, 01632 960100',
  referralOutOfHours: 'Emergency duty team, 01632 960150',
  office: 'The board office, 01632 960200',
  support: 'Staff wellbeing line, 01632 960300, day and night',
  whistleblowing: 'Whistleblowing advice line, 01632 960400',
}

/**
 * Opens the demo board with people of every role in four agencies, through the same commands as a
 * real one. Does nothing when a board is open already.
 * @returns whether it was made now
 */
export async function makeDemoBoard(deps: Pick<Deps, 'board' | 'clock'>): Promise<boolean> {
  const [manager, ...others] = DEMO_PEOPLE
  if (!manager) throw new TypeError('a demo board without people')
  const opened = await openBoard(deps, {
    type: 'open',
    name: 'Exampleshire Safeguarding Children Board',
    contacts: CONTACTS,
    office: DEMO_OFFICE,
    businessManager: manager,
    appointment: appointmentId('businessManager'),
  })
  if (!opened) return false
  const actor = whoIs(await currentBoard(deps), manager)
  const commands: BoardChangeCommand[] = [
    ...DEMO_AGENCIES.map(
      ({ id, name, type: agencyType }) =>
        ({ type: 'addAgency', id, name, agencyType, supporter: null, staff: null }) as const,
    ),
    ...others.map((other) => ({ type: 'addPerson', ...other }) as const),
    {
      type: 'changeDeputy',
      appointment: appointmentId('businessManager'),
      deputy: personId('deputyBusinessManager'),
    },
    ...APPOINTMENTS.map((made) => ({ type: 'appoint', ...made }) as const),
  ]
  for (const [index, command] of commands.entries())
    await changeBoard(deps, { command, actor, submission: madeUp(`${index}`) })
  return true
}
