import { describe, expect, test } from 'vitest'
import { boardRecord } from '../../src/domain/board/board.ts'
import { dutiesOf, personByAccount } from '../../src/domain/board/directory.ts'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import { SYSTEM } from '../../src/domain/shared/actor.ts'
import { agencyId, personId } from '../../src/domain/shared/ids.ts'
import { recorded } from '../builders.ts'
import {
  aBoard,
  actorOf,
  anAgency,
  aPerson,
  boardChair,
  boardOffice,
  communityTrust,
  healthVisitor,
  officeManager,
  police,
  policeOfficer,
  recordsAuditor,
  school,
  seniorNurse,
  teacher,
  theContacts,
  thePeople,
  without,
} from './a-board.ts'
import { COMPLETE_ON_BOARD as COMPLETE } from './a-board-command.ts'
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
      .when({ type: 'addAgency', agency: { id: police, name: ' ', type: 'circus' } }, theManager)
      .thenMissing(['agency.name', 'agency.type', 'agency.id'])
  })

  test('only an agency that is there is changed', () => {
    given(aBoard())
      .when({ type: 'changeAgency', agency: anAgency(agencyId('nowhere')) }, theManager)
      .thenMissing(['agency.id'])
    given(aBoard())
      .when({ type: 'changeAgency', agency: anAgency(school, { active: false }) }, theManager)
      .thenState({ agencies: aBoard().agencies.with(3, anAgency(school, { active: false })) })
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
        .when({ type: 'addPerson', person }, theManager)
        .thenMissing(['person.account'])
  })

  test('the same object id in another tenant is somebody else', () => {
    const { active: _active, ...known } = aPerson(teacher, school)
    const person = { ...known, id: personId('another-id'), tenantId: 'another-tenant' }
    given(aBoard())
      .when({ type: 'addPerson', person }, theManager)
      .thenState({ people: [...thePeople, { ...person, active: true }] })
    expect(personByAccount(aBoard(), known)?.id).toBe(teacher)
    expect(personByAccount(aBoard(), person)).toBeUndefined()
  })

  test('somebody’s account stays theirs, whatever is changed about them', () => {
    const known = aPerson(teacher, school)
    const person = { ...known, name: 'Another name', objectId: `object-of-${policeOfficer}` }
    given(aBoard())
      .when({ type: 'changePerson', person }, theManager)
      .thenEvents([{ type: 'PersonChanged', person: { ...known, name: 'Another name' } }])
  })

  test('people work for an agency that is there and open', () => {
    const { active: _active, ...person } = aPerson(personId('midwife'), agencyId('nowhere'))
    given(aBoard()).when({ type: 'addPerson', person }, theManager).thenMissing(['person.agency'])
    const closed = aBoard({ agencies: [anAgency(school, { active: false })] })
    given(closed)
      .when({ type: 'addPerson', person: { ...person, agency: school } }, theManager)
      .thenMissing(['person.agency'])
  })

  test('I5: somebody can be marked as left whose agency has closed before', () => {
    const closed = aBoard({
      agencies: aBoard().agencies.with(3, anAgency(school, { active: false })),
    })
    given(closed)
      .when(
        { type: 'changePerson', person: aPerson(teacher, school, { active: false }) },
        theManager,
      )
      .thenState({ people: without(aBoard(), teacher).people })
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
    expect(dutiesOf(after, person.id)).toEqual([])
  })
})

describe('contacts and profile', () => {
  test.each(Object.keys(theContacts))('no line is left empty: %s', (line) => {
    given(aBoard())
      .when({ type: 'setContacts', contacts: { ...theContacts, [line]: ' ' } }, theManager)
      .thenMissing([`contacts.${line}`])
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
  const { active: _active, ...midwife } = aPerson(personId('midwife'), communityTrust)

  test('stand on one line, without marks nobody can see', () => {
    const person = { ...midwife, name: ' A\u202e mid\u200bwife\r\n one ', jobTitle: 'Mid\nwife ' }
    given(aBoard())
      .when({ type: 'addPerson', person }, theManager)
      .thenEvents([
        {
          type: 'PersonAdded',
          person: { ...midwife, name: 'A midwife one', jobTitle: 'Mid wife', active: true },
        },
      ])
    given(aBoard())
      .when({ type: 'setContacts', contacts: { ...theContacts, office: 'Ask\n us' } }, theManager)
      .thenState({ contacts: { ...theContacts, office: 'Ask us' } })
  })

  test('have at most 200 characters', () => {
    const tooLong = 'x'.repeat(201)
    given(aBoard())
      .when(
        { type: 'addPerson', person: { ...midwife, name: tooLong, jobTitle: tooLong } },
        theManager,
      )
      .thenMissing(['person.name', 'person.jobTitle'])
    given(aBoard())
      .when({ type: 'setContacts', contacts: { ...theContacts, support: tooLong } }, theManager)
      .thenMissing(['contacts.support'])
    given(aBoard())
      .when({ type: 'addPerson', person: { ...midwife, jobTitle: '' } }, theManager)
      .thenState({ stage: 'open' })
  })
})
