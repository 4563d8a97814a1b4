import { describe, expect, test } from 'vitest'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import { proposedTo } from '../../src/domain/observation/second-person.ts'
import type { Observation, ObservationCommand } from '../../src/domain/observation/types.ts'
import { OUTCOME_CODES } from '../../src/domain/taxonomies/lists.ts'
import {
  aBoard,
  actorOf,
  boardChair,
  healthVisitor,
  officeDeputy,
  officeManager,
  policeSergeant,
  seniorNurse,
  without,
} from './a-board.ts'
import {
  aContext,
  anObservation,
  COMPLETE,
  choice,
  deciding,
  ENOUGH,
  NOW,
} from './an-observation.ts'
import { specOf } from './spec.ts'

// Where a child died or was seriously harmed, nobody decides alone that no statutory review is to be
// considered (S14): the chair agrees, within two working days.

const { given } = specOf(observationRecord, aContext())
const theSenior = actorOf(seniorNurse)
const theChair = actorOf(boardChair)
/** NOW is a Friday. */
const UNTIL = '2026-03-31'
const WEDNESDAY = '2026-04-01T09:00:00.000Z'

const decide = (outcome = COMPLETE.decide.outcome) => deciding(outcome)
const grave = anObservation({ harm: 'died' })
const proposal = { number: 4, command: decide(), by: seniorNurse, at: NOW, until: UNTIL }
const waiting = anObservation({ harm: 'died', proposals: [proposal] })
const answering = (type: 'agree' | 'decline' | 'takeBack', more = {}) =>
  // The machinery's own commands are no part of the kind's: it takes them for every kind.
  ({ type, proposal: 4, ...more }) as unknown as ObservationCommand

describe('deciding about an observation', () => {
  test.each([
    ['said by whoever triages it', { harm: 'died' }],
    ['said of serious harm', { harm: 'seriouslyHarmed' }],
    [
      'answered by its reporter',
      { kind: 'poorOutcome', answers: [...ENOUGH.poorOutcome, choice('harm', 'seriouslyHarmed')] },
    ],
    [
      'answered by its reporter, and denied by whoever triages it',
      { kind: 'poorOutcome', answers: [...ENOUGH.poorOutcome, choice('harm', 'died')], harm: 'no' },
    ],
  ] as const)('in which a child died or was harmed, %s, proposes it', (_, parts) => {
    given(anObservation(parts))
      .when(decide(), theSenior)
      // What the outcome does not ask for is dropped.
      .thenEvents([{ type: 'Proposed', command: { ...decide(), scope: null }, until: UNTIL }])
  })

  test.each(OUTCOME_CODES)('with the outcome %s', (outcome) => {
    const isAlone = outcome === 'considerStatutoryReview'
    given(grave)
      .when(decide(outcome), theSenior)
      .thenState({ stage: isAlone ? 'underWay' : 'awaitingTriage' })
  })

  test.each([{}, { harm: 'no' }, { harm: 'notSure' }] as const)(
    'without such harm (%o) needs nobody else',
    (parts) => {
      given(anObservation(parts)).when(decide(), theSenior).thenState({ stage: 'underWay' })
    },
  )

  test('is refused before anything is written where nobody could agree', () => {
    const board = without(aBoard(), boardChair)
    specOf(observationRecord, aContext({ board }))
      .given(grave)
      .when(decide(), theSenior)
      .thenMissing(['secondPerson'])
  })

  test('is not proposed twice', () => {
    given(waiting).when(decide(), theSenior).thenMissing(['secondPerson'])
  })
})

describe('what is proposed', () => {
  test('is decided once the chair agrees: the decision is its proposer’s', () => {
    given(waiting)
      .when(answering('agree'), theChair)
      .thenState({ stage: 'underWay', proposals: [], decision: { outcome: 'localLearning' } })
  })

  test('is not decided where the chair does not agree, who says why', () => {
    given(waiting)
      .when(answering('decline', { reason: ' ' }), theChair)
      .thenMissing(['reason'])
    given(waiting)
      .when(answering('decline', { reason: 'Ask the panel first.' }), theChair)
      .thenState({ stage: 'awaitingTriage', proposals: [] })
  })

  test.each([
    ['who proposed it', seniorNurse],
    ['the business manager', officeManager],
    ['somebody of another agency', policeSergeant],
    ['its reporter', healthVisitor],
  ])('is not for %s to agree to', (_, person) => {
    given(waiting).when(answering('agree'), actorOf(person)).thenRefused('not-your-role')
  })

  test('is taken back by who proposed it alone', () => {
    given(waiting).when(answering('takeBack'), theSenior).thenState({ proposals: [] })
    given(waiting).when(answering('takeBack'), theChair).thenRefused('not-your-role')
  })

  test('lapses after its last day, and is proposed again', () => {
    const late = specOf(observationRecord, aContext({ now: WEDNESDAY })).given(waiting)
    late.when(answering('agree'), theChair).thenRefused('not-possible-now')
    late
      .when(decide(), theSenior)
      .thenState({ proposals: [{ number: 4 }, { until: '2026-04-03' }] })
  })
})

describe('who knows of it', () => {
  const knows = (observation: Observation, person = theChair, now = NOW) =>
    proposedTo(observation, person, aContext({ now })).length > 0

  test('the chair, while something is proposed, and no longer', () => {
    expect(knows(waiting)).toBe(true)
    expect(knows(grave)).toBe(false)
    expect(knows(waiting, theChair, WEDNESDAY)).toBe(false)
    expect(observationRecord.viewOf(waiting, theChair, aContext())).toBeUndefined()
  })

  test('neither a chair who raised it, nor the business manager', () => {
    expect(knows({ ...waiting, reporter: boardChair })).toBe(false)
    expect(knows(waiting, actorOf(officeManager))).toBe(false)
  })

  test('its reporter reads nothing of what is not decided', () => {
    const view = observationRecord.viewOf(waiting, actorOf(healthVisitor), aContext())
    expect(view).not.toHaveProperty('proposals')
  })
})

describe('what is said of harm while something is proposed', () => {
  const saysNo = { number: 4, command: COMPLETE.sayHarm, by: seniorNurse, at: NOW, until: UNTIL }
  const denied = anObservation({
    kind: 'poorOutcome',
    answers: ENOUGH.poorOutcome,
    harm: 'seriouslyHarmed',
    proposals: [saysNo],
  })
  const died = { type: 'add', text: null, answers: [choice('harm', 'died')] } as const

  test('a death that the reporter adds ends it, so that nobody agrees without knowing', () => {
    // Also where it has lapsed by a clock that may be put back again.
    specOf(observationRecord, aContext({ now: '2026-06-01T09:00:00.000Z' }))
      .given(denied)
      .when(died, actorOf(healthVisitor))
      .thenState({ proposals: [] })
    given(denied)
      .when(died, actorOf(healthVisitor))
      .thenEvents([
        { type: 'ObservationAddedTo', text: null, answers: died.answers },
        { type: 'ProposalOvertaken', proposal: 4 },
      ])
  })

  test('added after the chair agreed it counts again, whatever the clock says', () => {
    for (const at of [NOW, '2020-01-01T09:00:00.000Z']) {
      const events = [
        { by: boardChair, at: NOW, event: { type: 'ProposalAgreed', proposal: 4 } },
        { by: seniorNurse, at: NOW, event: { type: 'HarmSaid', harm: 'no' } },
        { by: healthVisitor, at, event: { ...died, type: 'ObservationAddedTo' } },
      ] as const
      const since = events.reduce<Observation>(
        (state, one, index) =>
          observationRecord.evolve(state, { ...one, seq: index + 5, cause: `cause-${index}` }),
        denied,
      )
      given(since).when(decide(), theSenior).thenState({ stage: 'awaitingTriage' })
    }
  })
})

test('a chair who said that another should decide is not asked to agree where another is', () => {
  const deputy = officeDeputy
  const board = {
    ...aBoard(),
    appointments: aBoard().appointments.map((one) =>
      one.role === 'chair' ? { ...one, deputy } : one,
    ),
  }
  const recused = anObservation({ harm: 'died', proposals: [proposal], recused: [boardChair] })
  const asked = (here: BoardSettings) =>
    [boardChair, deputy].filter(
      (person) => proposedTo(recused, actorOf(person), { board: here, now: NOW }).length > 0,
    )
  expect(asked(board)).toEqual([deputy])
  expect(asked(aBoard())).toEqual([boardChair])
})
