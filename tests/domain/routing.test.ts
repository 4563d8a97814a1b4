import { describe, expect, test } from 'vitest'
import { actorFor, holdersOf, rolesOf } from '../../src/domain/board/directory.ts'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import { sentTo, triagersOf } from '../../src/domain/observation/routing.ts'
import type { AgencyId, PersonId } from '../../src/domain/words/ids.ts'
import {
  aBoard,
  aBoardWith,
  anAppointment,
  boardChair,
  communityTrust,
  deputyNurse,
  formerSenior,
  healthVisitor,
  officeDeputy,
  officeManager,
  police,
  policeSergeant,
  school,
  seniorNurse,
  teacher,
  trustLead,
  without,
} from './a-board.ts'

const raised = (reporter: PersonId, agency: AgencyId, person: PersonId | null = null) => ({
  reporter,
  route: { agency, person },
})
const fromTrust = raised(healthVisitor, communityTrust)
const fromSchool = raised(teacher, school)

const cardGoesTo = (observation: ReturnType<typeof raised>, board: BoardSettings) =>
  sentTo(observation, board)
const mayTriage = (observation: ReturnType<typeof raised>, board: BoardSettings) => [
  ...triagersOf(observation, board),
]

describe('who gets the triage card', () => {
  test('S12: the senior of the agency and their deputy', () => {
    expect(cardGoesTo(fromTrust, aBoard())).toEqual([seniorNurse, deputyNurse])
  })

  test('I5: the deputy alone once the senior has left', () => {
    expect(cardGoesTo(fromTrust, without(aBoard(), seniorNurse))).toEqual([deputyNurse])
  })

  test('I5: the agency lead where there is no senior', () => {
    const board = without(aBoard(), seniorNurse, deputyNurse)
    expect(cardGoesTo(fromTrust, board)).toEqual([trustLead])
  })

  test('S12: the business manager and their deputy where the agency has nobody', () => {
    expect(cardGoesTo(fromSchool, aBoard())).toEqual([officeManager, officeDeputy])
    const board = without(aBoard(), seniorNurse, deputyNurse, trustLead)
    expect(cardGoesTo(fromTrust, board)).toEqual([officeManager, officeDeputy])
  })

  test('I5: the chair where the board office is empty as well', () => {
    const board = without(aBoard(), officeManager, officeDeputy)
    expect(cardGoesTo(fromSchool, board)).toEqual([boardChair])
  })

  test('nobody at all on a board without anybody', () => {
    expect(cardGoesTo(fromSchool, aBoardWith())).toEqual([])
  })

  test('S12: the person it was given to by name, and nobody else', () => {
    expect(cardGoesTo(raised(healthVisitor, communityTrust, trustLead), aBoard())).toEqual([
      trustLead,
    ])
  })

  test('I5: everybody who would have had it, once the person it was given to has left', () => {
    const board = without(aBoard(), trustLead)
    expect(cardGoesTo(raised(healthVisitor, communityTrust, trustLead), board)).toEqual([
      seniorNurse,
      deputyNurse,
    ])
  })

  test('S12: another agency than their own, once it was passed on', () => {
    expect(cardGoesTo(raised(healthVisitor, police), aBoard())).toEqual([policeSergeant])
  })
})

describe('nobody triages what they raised themselves', () => {
  test('S12: a senior who reports: the deputy gets the card, and the lead may triage', () => {
    const own = raised(seniorNurse, communityTrust)
    expect(cardGoesTo(own, aBoard())).toEqual([deputyNurse])
    expect(mayTriage(own, aBoard())).toEqual([deputyNurse, trustLead])
  })

  test('S12: the only triager of an agency who reports: the board office', () => {
    expect(cardGoesTo(raised(policeSergeant, police), aBoard())).toEqual([
      officeManager,
      officeDeputy,
    ])
  })

  test('S12: a business manager who reports: their deputy, and without one the chair', () => {
    const own = raised(officeManager, school)
    expect(cardGoesTo(own, aBoard())).toEqual([officeDeputy])
    expect(cardGoesTo(own, without(aBoard(), officeDeputy))).toEqual([boardChair])
  })

  test('S12: given to its reporter by name, it goes to the others', () => {
    expect(cardGoesTo(raised(seniorNurse, communityTrust, seniorNurse), aBoard())).toEqual([
      deputyNurse,
    ])
  })
})

describe('who may triage', () => {
  test('the senior, the deputy and the lead, each once', () => {
    expect(mayTriage(fromTrust, aBoard())).toEqual([seniorNurse, deputyNurse, trustLead])
    const twice = aBoardWith(
      anAppointment('senior', communityTrust, seniorNurse, trustLead),
      anAppointment('agencyLead', communityTrust, trustLead, seniorNurse),
    )
    expect(mayTriage(fromTrust, twice)).toEqual([seniorNurse, trustLead])
  })

  test('several seniors of one agency, holders before deputies', () => {
    const board = aBoardWith(
      anAppointment('senior', communityTrust, seniorNurse, deputyNurse),
      anAppointment('senior', communityTrust, trustLead),
    )
    expect(mayTriage(fromTrust, board)).toEqual([seniorNurse, trustLead, deputyNurse])
  })
})

describe('what somebody holds', () => {
  test('I5: somebody who has left holds nothing, whatever they were appointed to', () => {
    expect(rolesOf(aBoard(), formerSenior)).toEqual([])
    expect(rolesOf(aBoard(), seniorNurse)).toHaveLength(1)
    expect(rolesOf(without(aBoard(), seniorNurse), seniorNurse)).toEqual([])
  })

  test('a deputy holds the duty as a deputy', () => {
    expect(actorFor(aBoard(), deputyNurse)).toEqual({
      person: deputyNurse,
      agency: communityTrust,
      roles: [{ role: 'senior', agency: communityTrust, as: 'deputy' }],
    })
  })

  test('a role is looked up for one agency or for all', () => {
    expect(holdersOf(aBoard(), 'senior', police)).toEqual([policeSergeant])
    expect(holdersOf(aBoard(), 'senior')).toEqual([seniorNurse, policeSergeant, deputyNurse])
  })
})
