import { describe, expect, test } from 'vitest'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { columnsOf } from '../../src/domain/observation/columns.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import { destinationsOf, officeInstead, sentTo } from '../../src/domain/observation/routing.ts'
import { inScope, triageScope } from '../../src/domain/observation/scope.ts'
import {
  aBoard,
  aBoardWith,
  actorOf,
  anAppointment,
  boardChair,
  boardOffice,
  communityTrust,
  deputyNurse,
  healthVisitor,
  officeDeputy,
  officeManager,
  police,
  policeSergeant,
  seniorNurse,
  teacher,
  theAppointments,
  trustLead,
  without,
} from './a-board.ts'
import { aContext, anObservation, ENOUGH } from './an-observation.ts'
import { nothing, specOf } from './spec.ts'

const { given } = specOf(observationRecord, aContext())
const toOffice = {
  type: 'raise',
  kind: 'disquiet',
  answers: ENOUGH.disquiet,
  to: 'office',
} as const
const sent = anObservation({ route: { agency: boardOffice, person: null }, pastAgency: true })

describe('a report that is sent to the board office past the own agency', () => {
  test('goes to the board office, and the event keeps that it did', () => {
    given(nothing)
      .when(toOffice, actorOf(healthVisitor))
      .thenEvents([
        {
          type: 'ObservationRaised',
          kind: 'disquiet',
          answers: ENOUGH.disquiet,
          mode: 'open',
          agency: communityTrust,
          office: boardOffice,
          sameDay: false,
        },
      ])
    given(nothing)
      .when(toOffice, actorOf(healthVisitor))
      .thenState({
        route: { agency: boardOffice, person: null },
        reporterAgency: communityTrust,
        pastAgency: true,
      })
  })

  test('is read by the business manager and their deputy, else the chair', () => {
    expect(sentTo(sent, aBoard())).toEqual([officeManager, officeDeputy])
    expect(sentTo(sent, without(aBoard(), officeManager, officeDeputy))).toEqual([boardChair])
  })

  test.each([seniorNurse, deputyNurse, trustLead])(
    'is seen by nobody of the agency, nor in a list of theirs: %s',
    (person) => {
      const actor = actorOf(person)
      expect(observationRecord.viewOf(sent, actor, aContext())).toBeUndefined()
      expect(inScope(triageScope(actor, aBoard()), columnsOf(sent))).toBe(false)
    },
  )

  test('is passed on to other agencies, and never back to the one it went past', () => {
    const places = destinationsOf(sent, aBoard()).map(({ agency }) => agency)
    expect(places).toContain(police)
    expect(places).not.toContain(communityTrust)
    given(sent)
      .when(
        { type: 'reassign', to: { agency: communityTrust, person: null }, reason: 'By mistake.' },
        actorOf(officeManager),
      )
      .thenRefused('incomplete', {
        missing: [
          {
            need: 'to.agency',
            say: 'Its reporter sent it to the board office, past The community trust: it cannot go where people of that agency would read it. Choose another agency.',
          },
        ],
      })
  })

  test('is passed on past one of the same people, and not where nobody else reads it', () => {
    const seniorNurseToo = anAppointment('senior', police, seniorNurse)
    const both = aBoardWith(...theAppointments, seniorNurseToo)
    const there = destinationsOf(sent, both).find(({ agency }) => agency === police)
    expect(there?.people).toEqual([policeSergeant])
    const alone = without(both, policeSergeant)
    expect(destinationsOf(sent, alone).map(({ agency }) => agency)).not.toContain(police)
  })

  test('says so in its history', () => {
    const allowed = allowedFor(observationRecord, sent, actorOf(officeManager), aContext())
    expect(allowed.map(({ action }) => action)).toContain('decide')
  })
})

describe('where it would make no difference, or could not be kept', () => {
  test.each([
    [
      'nobody reads at the board office',
      without(aBoard(), officeManager, officeDeputy, boardChair),
      healthVisitor,
      communityTrust,
    ],
    ['the same people read for the agency', aBoard(), teacher, 'school'],
    ['the reporter is of the board office', aBoard(), officeDeputy, boardOffice],
  ] as const)('it is neither offered nor taken: %s', (_, board, person, agency) => {
    expect(officeInstead(board, agency as typeof boardOffice, person)).toBeUndefined()
    specOf(observationRecord, aContext({ board }))
      .given(nothing)
      .when(toOffice, actorOf(person, board))
      .thenMissing(['to'])
  })

  test('the usual way is the own agency', () => {
    given(nothing)
      .when({ ...toOffice, to: 'agency' }, actorOf(healthVisitor))
      .thenState({ route: { agency: communityTrust, person: null } })
  })
})

describe('words of danger that are added', () => {
  const reporter = actorOf(healthVisitor)
  test.each(['he is going to hit her', 'the child isnt safe tonight'])(
    'I1: make it a matter for the same day, and are told: “%s”',
    (text) => {
      given(anObservation())
        .when({ type: 'add', text, answers: [] }, reporter)
        .thenEvents([
          { type: 'ObservationAddedTo', text, answers: [] },
          { type: 'ObservationBecameUrgent', because: 'danger' },
        ])
      given(anObservation())
        .when({ type: 'add', text, answers: [] }, reporter)
        .thenState({ sameDay: true })
    },
  )

  test('I1: are told again where it is a matter for the same day already', () => {
    given(anObservation({ sameDay: true }))
      .when({ type: 'add', text: 'he is going to hit her', answers: [] }, reporter)
      .thenState({ sameDay: true, additions: [{ text: 'he is going to hit her' }] })
  })

  test('other words change nothing about it', () => {
    given(anObservation())
      .when({ type: 'add', text: 'The form came back.', answers: [] }, reporter)
      .thenState({ sameDay: false })
  })
})
