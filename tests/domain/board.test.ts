import { describe, expect, test } from 'vitest'
import { boardRecord } from '../../src/domain/board/board.ts'
import { personByAccount, personOf, rolesOf } from '../../src/domain/board/directory.ts'
import { sheetOf } from '../../src/domain/board/sheet.ts'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import { SYSTEM } from '../../src/domain/words/actor.ts'
import { agencyId, personId } from '../../src/domain/words/ids.ts'
import { recorded } from '../builders.ts'
import {
  aBoardWithAClosedAgency as aBoard,
  actorOf,
  anAgency,
  aPerson,
  boardChair,
  boardOffice,
  closedAgency,
  healthVisitor,
  officeManager,
  police,
  recordsAuditor,
  school,
  seniorNurse,
  teacher,
  theContacts,
  thePeople,
} from './a-board.ts'
import { addingAgency, COMPLETE_ON_BOARD as COMPLETE } from './a-board-command.ts'
import { aNewcomer, nothing, specOf } from './spec.ts'

const { given } = specOf(boardRecord, { now: '2026-03-27T09:00:00.000Z' })
const theManager = actorOf(officeManager)

describe('opening the board', () => {
  test('the first start enters the board office and its business manager', () => {
    given(nothing)
      .when(COMPLETE.open, SYSTEM)
      .thenState({
        stage: 'open',
        profile: 'WT2013',
        agencies: [{ id: boardOffice, active: true }],
        people: [{ id: officeManager, agency: boardOffice, active: true }],
        appointments: [{ role: 'businessManager', holder: officeManager, deputy: null }],
      })
  })

  test('a name and every line of the contacts are needed', () => {
    given(nothing)
      .when(
        {
          ...COMPLETE.open,
          name: ' ',
          contacts: { ...theContacts, referralOutOfHours: '', whistleblowing: ' ' },
        },
        SYSTEM,
      )
      .thenMissing(['name', 'contacts.referralOutOfHours', 'contacts.whistleblowing'])
  })
})

describe('agencies', () => {
  test('an agency has a name, a type of the list and an id of its own', () => {
    given(aBoard())
      .when(addingAgency({ id: police, name: ' ', agencyType: 'circus' }), theManager)
      .thenMissing(['name', 'agencyType', 'id'])
  })

  test('only an agency that is there is changed', () => {
    given(aBoard())
      .when({ ...COMPLETE.changeAgency, agency: agencyId('nowhere') }, theManager)
      .thenMissing(['agency'])
  })

  test('what is not said of it is made: an id of its name, which is nobody else’s', () => {
    const { id: _id, ...known } = addingAgency({ name: 'Youth’s sérvice' })
    given(aBoard())
      .when({ ...known, id: null, supporter: ' Somebody, 01632 960110 ', staff: 40 }, theManager)
      .thenEvents([
        {
          type: 'AgencyAdded',
          agency: {
            id: agencyId('youthSService'),
            name: 'Youth’s sérvice',
            type: 'health',
            supporter: 'Somebody, 01632 960110',
            staff: 40,
            active: true,
          },
        },
      ])
    given(
      aBoard({ agencies: [...aBoard().agencies, anAgency(agencyId('fire'), { name: 'FIRE!' })] }),
    )
      .when(addingAgency({ name: 'fire' }), theManager)
      .thenEvents([
        {
          type: 'AgencyAdded',
          agency: { id: agencyId('fire2'), name: 'fire', type: 'health', active: true },
        },
      ])
  })

  test.each([0, 200_001, 1.5])('%s is no number of people', (staff) => {
    given(aBoard()).when(addingAgency({ staff }), theManager).thenMissing(['staff'])
  })

  test.each(['The police', ' the  POLICE '])('two agencies are not both called %s', (name) => {
    given(aBoard()).when(addingAgency({ name }), theManager).thenMissing(['name'])
    given(aBoard())
      .when({ ...COMPLETE.changeAgency, agency: school, name }, theManager)
      .thenMissing(['name'])
    given(aBoard())
      .when({ ...COMPLETE.changeAgency, name }, theManager)
      .thenState({ stage: 'open' })
  })

  test('an agency is retired and opened again, but never the board office', () => {
    const retired = { type: 'AgencyChanged', agency: anAgency(school, { active: false }) } as const
    given(aBoard()).when({ type: 'retireAgency', agency: school }, theManager).thenEvents([retired])
    for (const agency of [boardOffice, closedAgency])
      given(aBoard()).when({ type: 'retireAgency', agency }, theManager).thenMissing(['agency'])
    given(aBoard())
      .when({ type: 'reopenAgency', agency: closedAgency }, theManager)
      .thenEvents([{ type: 'AgencyChanged', agency: anAgency(closedAgency) }])
    given(aBoard())
      .when({ type: 'reopenAgency', agency: school }, theManager)
      .thenMissing(['agency'])
  })
})

describe('people', () => {
  test('nobody is entered twice, by id or by account', () => {
    const { active: _active, ...known } = aPerson(teacher, school)
    for (const person of [
      { ...known, objectId: 'another-object' },
      { ...known, id: personId('another-id') },
      { ...known, id: personId('another-id'), objectId: known.objectId.toUpperCase() },
      { ...known, id: personId('another-id'), tenantId: known.tenantId.toUpperCase() },
    ])
      given(aBoard())
        .when({ type: 'addPerson', ...person }, theManager)
        .thenMissing(['objectId'])
  })

  test('the same object id in another tenant is somebody else', () => {
    const { active: _active, ...known } = aPerson(teacher, school)
    const person = { ...known, id: personId('another-id'), tenantId: 'another-tenant' }
    given(aBoard())
      .when({ type: 'addPerson', ...person }, theManager)
      .thenState({ people: [...thePeople, { ...person, active: true }] })
    expect(personByAccount(aBoard(), known)?.id).toBe(teacher)
    expect(personByAccount(aBoard(), person)).toBeUndefined()
  })

  test('somebody’s account stays theirs, whatever is changed about them', () => {
    const known = aPerson(teacher, school)
    given(aBoard())
      .when({ ...COMPLETE.changePerson, person: teacher, agency: school }, theManager)
      .thenEvents([
        { type: 'PersonChanged', person: { ...known, name: 'Another name', jobTitle: '' } },
      ])
  })

  test('people work for an agency that is there and open, or stay where they are', () => {
    for (const agency of [agencyId('nowhere'), closedAgency])
      given(aBoard())
        .when({ ...COMPLETE.addPerson, agency }, theManager)
        .thenMissing(['agency'])
    given(aBoard())
      .when({ ...COMPLETE.changePerson, agency: closedAgency }, theManager)
      .thenMissing(['agency'])
    given(aBoard({ people: [...thePeople, aPerson(personId('last-one'), closedAgency)] }))
      .when(
        { ...COMPLETE.changePerson, person: personId('last-one'), agency: closedAgency },
        theManager,
      )
      .thenState({ stage: 'open' })
  })

  const TENANT = '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69'
  const OBJECT = '58b1f0c7-2d3e-4a69-9b84-000000000001'
  const realBoard = aBoard({
    people: thePeople.map((one) => ({ ...one, tenantId: TENANT })),
  })
  test.each([
    ['an e-mail', { tenantId: TENANT, objectId: 'somebody@board.example' }, ['objectId']],
    ['a name', { tenantId: 'our council', objectId: OBJECT }, ['tenantId']],
    ['an id with a letter missing', { tenantId: TENANT, objectId: OBJECT.slice(1) }, ['objectId']],
    ['nothing', { tenantId: ' ', objectId: '' }, ['tenantId', 'objectId']],
  ])('%s is no account', (_, account, needs) => {
    given(realBoard)
      .when({ ...COMPLETE.addPerson, ...account }, theManager)
      .thenMissing(needs)
    given(realBoard)
      .when(
        { ...COMPLETE.addPerson, tenantId: ` ${TENANT}`, objectId: OBJECT.toUpperCase() },
        theManager,
      )
      .thenState({ people: [...realBoard.people, { tenantId: TENANT, objectId: OBJECT }] })
  })

  test('somebody without an id of their own has that of their account', () => {
    const account = { tenantId: 'a-tenant', objectId: 'new' }
    given(aBoard())
      .when({ ...COMPLETE.addPerson, ...account, id: null }, theManager)
      .thenState({ people: [...thePeople, { id: 'a-tenant.new', ...account }] })
  })

  test('somebody is away until a day from today on, and back', () => {
    const away = { ...COMPLETE.setAway, until: '2026-03-26' }
    given(aBoard()).when(away, theManager).thenMissing(['until'])
    const event = { type: 'AwaySet', person: seniorNurse, until: '2026-04-10' } as const
    given(aBoard()).when(COMPLETE.setAway, theManager).thenEvents([event])
    const board = boardRecord.evolve(aBoard(), recorded(event))
    expect(personOf(board, seniorNurse)?.awayUntil).toBe('2026-04-10')
    const seen = (now: string) =>
      boardRecord.viewOf(board, theManager, { now })?.people.find(({ id }) => id === seniorNurse)
    expect(seen('2026-04-10T20:00:00.000Z')?.awayUntil).toBe('2026-04-10')
    expect(seen('2026-04-11T08:00:00.000Z')?.awayUntil).toBeUndefined()
    const back = recorded({ ...event, until: null })
    expect(boardRecord.evolve(board, back)).toEqual(aBoard())
  })

  test('somebody nobody has entered says where they work, and holds nothing by that', () => {
    given(aBoard())
      .when(COMPLETE.introduceMyself, aNewcomer)
      .thenEvents([
        {
          type: 'PersonIntroducedThemselves',
          person: { ...COMPLETE.introduceMyself.person, active: true },
        },
      ])
    const { person } = COMPLETE.introduceMyself
    const after = aBoard({ people: [...thePeople, { ...person, active: true }] })
    expect(rolesOf(after, person.id)).toEqual([])
  })
})

test('a spreadsheet writes every account alike, whoever entered it first', () => {
  const [first, ...others] = thePeople
  const people = [...(first ? [{ ...first, objectId: 'AB12-Cd' }] : []), ...others]
  const accounts = sheetOf('people', aBoard({ people })).map(({ objectId = '' }) => objectId)
  expect(accounts).toContain('ab12-cd')
  expect(accounts.filter((account) => account !== account.toLowerCase())).toEqual([])
})

describe('contacts and profile', () => {
  test.each(Object.keys(theContacts))('no line is left empty: %s', (line) => {
    given(aBoard())
      .when({ type: 'setContacts', ...theContacts, [line]: ' ' }, theManager)
      .thenMissing([line])
  })

  test.each(['referral', 'referralOutOfHours', 'office'])('people can ring: %s', (line) => {
    for (const words of ['Ask the front door', 'Room 12'])
      given(aBoard())
        .when({ type: 'setContacts', ...theContacts, [line]: words }, theManager)
        .thenMissing([line])
    for (const words of ['999', 'Front door, 01632 960100', '+44 (0)1632 960100 or 101'])
      given(aBoard())
        .when({ type: 'setContacts', ...theContacts, [line]: words }, theManager)
        .thenState({ contacts: { ...theContacts, [line]: words } })
  })

  test('a board that was opened before all of them were asked for says whom to ask instead', () => {
    const { referral, office, support } = theContacts
    const kept = { referral, office, support } as typeof theContacts // as it was kept then
    const event = {
      type: 'BoardOpened',
      name: 'A board',
      profile: 'WT2013',
      contacts: kept,
    } as const
    const { contacts } = boardRecord.evolve(undefined, recorded(event))
    expect(contacts).toMatchObject({ referral, office, support })
    expect(contacts.referralOutOfHours).toContain('ask the board office')
    expect(contacts.whistleblowing).toContain('the board office')
  })

  test('S1: the chair changes the statutory profile with a reason, which is kept', () => {
    const theChair = actorOf(boardChair)
    given(aBoard())
      .when({ ...COMPLETE.chooseProfile, reason: '' }, theChair)
      .thenMissing(['reason'])
    given(aBoard())
      .when(COMPLETE.chooseProfile, theChair)
      .thenEvents([
        {
          type: 'ProfileChosen',
          from: 'WT2013',
          to: 'WT2023',
          reason: COMPLETE.chooseProfile.reason,
        },
      ])
  })

  test('choosing the profile the board has already changes nothing', () => {
    given(aBoard())
      .when({ ...COMPLETE.chooseProfile, profile: 'WT2013' }, actorOf(boardChair))
      .thenEvents([])
  })
})

describe('what people see of the board settings', () => {
  const peopleSeenBy = (board: BoardSettings, person: typeof healthVisitor) =>
    boardRecord.viewOf(board, actorOf(person, board), { now: '2026-03-27T09:00:00.000Z' })
      ?.people ?? []

  test('everybody sees who holds a duty, without their accounts', () => {
    const seen = peopleSeenBy(aBoard(), healthVisitor)
    expect(seen.map(({ id }) => id)).toContain(seniorNurse)
    expect(seen.map(({ id }) => id)).not.toContain(teacher)
    expect(new Set(seen.flatMap(Object.keys))).toEqual(
      new Set(['id', 'name', 'jobTitle', 'agency', 'active']),
    )
  })

  test('the board office and the auditor see everybody who is entered', () => {
    expect(peopleSeenBy(aBoard(), officeManager)).toHaveLength(thePeople.length)
    expect(peopleSeenBy(aBoard(), recordsAuditor)).toHaveLength(thePeople.length)
  })
})

describe('names and contacts', () => {
  const { addPerson } = COMPLETE

  test('stand on one line, without marks nobody can see', () => {
    const person = { ...addPerson, name: ' A\u202e mid\u200bwife\r\n one ', jobTitle: 'Mid\nwife ' }
    given(aBoard())
      .when(person, theManager)
      .thenState({ people: [...thePeople, { name: 'A midwife one', jobTitle: 'Mid wife' }] })
    given(aBoard())
      .when({ type: 'setContacts', ...theContacts, support: 'Ask\n us' }, theManager)
      .thenState({ contacts: { ...theContacts, support: 'Ask us' } })
  })

  test('have at most 200 characters', () => {
    const tooLong = 'x'.repeat(201)
    given(aBoard())
      .when({ ...addPerson, name: tooLong, jobTitle: tooLong }, theManager)
      .thenMissing(['name', 'jobTitle'])
    given(aBoard())
      .when({ type: 'setContacts', ...theContacts, support: tooLong }, theManager)
      .thenMissing(['support'])
    given(aBoard())
      .when({ ...addPerson, jobTitle: '' }, theManager)
      .thenState({ stage: 'open' })
  })
})
