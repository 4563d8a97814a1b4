import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/domain/observation/columns.ts'
import { OBSERVATION_EVENTS } from '../../src/domain/observation/events.ts'
import { decisionDueOn } from '../../src/domain/observation/promise.ts'
import { communityTrust, healthVisitor } from './a-board.ts'
import {
  aClosedObservation,
  aDecidedObservation,
  aDecision,
  anObservation,
  choice,
  ENOUGH,
  holidays,
  NOW,
  RAISED_AT,
} from './an-observation.ts'

const addedWorry = (worry: string) => [{ at: NOW, text: null, answers: [choice('worry', worry)] }]

describe('the columns lists and figures are made from', () => {
  test('say where one that waits stands, and nothing anybody wrote', () => {
    expect(columnsOf(anObservation())).toEqual({
      stage: 'awaitingTriage',
      kind: 'nearMiss',
      agency: communityTrust,
      person: null,
      reporter: healthVisitor,
      sameDay: false,
      worry: null,
      acknowledged: false,
      outcome: null,
      raisedAt: RAISED_AT,
      raisedMonth: '2026-03',
      waitingSince: RAISED_AT,
      decidedMonth: null,
      decidedInWorkingDays: null,
      closedAt: null,
    })
  })

  test('take the outcome of the last decision, and the time of the first', () => {
    const first = aDecision({ at: '2026-03-31T22:59:00.000Z', tookWorkingDays: 7 })
    const last = aDecision({ outcome: 'auditTheme', at: '2026-05-01T09:00:00.000Z' })
    const decided = {
      ...aDecidedObservation({ decisions: [first, last] }),
      decision: last,
    }
    expect(columnsOf(decided)).toMatchObject({
      outcome: 'auditTheme',
      decidedMonth: '2026-03',
      decidedInWorkingDays: 7,
    })
  })

  test('S13: opened again it waits from then on, without an outcome', () => {
    const waiting = anObservation({ decisions: [aDecision()], waitingSince: NOW })
    expect(columnsOf(waiting)).toMatchObject({ outcome: null, waitingSince: NOW })
  })

  test('say when it was closed', () => {
    expect(columnsOf(aClosedObservation()).closedAt).toBe(NOW)
  })

  test('take worry from what the reporter said last', () => {
    const answers = ENOUGH.disquiet
    expect(columnsOf(anObservation({ answers })).worry).toBe('fairlyWorried')
    expect(columnsOf(anObservation({ additions: addedWorry('veryWorried') })).worry).toBe(
      'veryWorried',
    )
  })
})

describe('by when a reporter hears the decision', () => {
  const calendar = holidays('2026-03-23')

  test.each([
    ['usually five working days after it was raised', {}, '2026-03-30'],
    ['one when a child may be at risk', { sameDay: true }, '2026-03-24'],
    [
      'one when they said they are very worried, also afterwards',
      { additions: addedWorry('veryWorried') },
      '2026-03-24',
    ],
    [
      'counted anew once it was opened again',
      { waitingSince: '2026-03-26T09:00:00.000Z' },
      '2026-04-02',
    ],
  ])('%s', (_, overrides, due) => {
    expect(decisionDueOn(anObservation(overrides), calendar)).toBe(due)
  })
})

describe('who is told', () => {
  test('S13: the reporter hears of the start, the decision, the feedback and the end', () => {
    const events = Object.entries(OBSERVATION_EVENTS)
      .filter(([, { tells }]) => tells.some(({ who }) => who === 'reporter'))
      .map(([event]) => event)
    expect(events).toEqual([
      'ObservationAcknowledged',
      'ObservationDecided',
      'FeedbackGiven',
      'ObservationClosed',
      'ObservationReopened',
    ])
  })

  test('S12: those who triage hear of what is new to them', () => {
    const events = Object.entries(OBSERVATION_EVENTS)
      .filter(([, { tells }]) => tells.some(({ who }) => who === 'triagers'))
      .map(([event]) => event)
    expect(events).toEqual([
      'ObservationRaised',
      'ObservationBecameUrgent',
      'ObservationReassigned',
      'ObservationReopened',
    ])
  })
})
