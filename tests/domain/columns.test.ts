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

const MAY_BE_DANGER = [choice('dangerNow', 'notSure')]
const VERY_WORRIED = [choice('worry', 'veryWorried')]
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
      firstWordInWorkingDays: null,
      decidedInTime: null,
      closedAt: null,
      pastAgency: null,
      proposedUntil: null,
    })
  })

  test('take the outcome of the last decision, and the time of the first', () => {
    const promise = { onTime: false, firstWordIn: 2 }
    const first = aDecision({ at: '2026-03-31T22:59:00.000Z', tookWorkingDays: 7, promise })
    const last = aDecision({ outcome: 'auditTheme', at: '2026-05-01T09:00:00.000Z' })
    const decided = {
      ...aDecidedObservation({ decisions: [first, last] }),
      decision: last,
    }
    expect(columnsOf(decided)).toMatchObject({
      outcome: 'auditTheme',
      decidedMonth: '2026-03',
      decidedInWorkingDays: 7,
      firstWordInWorkingDays: 2,
      decidedInTime: 'late',
    })
  })

  test('S13: opened again it waits from then on, without an outcome', () => {
    const waiting = anObservation({ decisions: [aDecision()], waitingSince: NOW })
    expect(columnsOf(waiting)).toMatchObject({ outcome: null, waitingSince: NOW })
  })

  test('say when it was closed', () => {
    expect(columnsOf(aClosedObservation()).closedAt).toBe(NOW)
  })

  test('name the agency it was sent past', () => {
    expect(columnsOf(anObservation({ pastAgency: true })).pastAgency).toBe(communityTrust)
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
    ['one when they are very worried', { answers: VERY_WORRIED }, '2026-03-24'],
    [
      'one from when they added that they are very worried',
      { waitingSince: '2026-03-26T09:00:00.000Z', additions: addedWorry('veryWorried') },
      '2026-03-30',
    ],
    [
      'never later for what was added',
      { waitingSince: '2026-03-20T09:00:00.000Z', additions: addedWorry('veryWorried') },
      '2026-03-30',
    ],
    [
      'counted anew once it was opened again',
      { waitingSince: '2026-03-26T09:00:00.000Z' },
      '2026-04-02',
    ],
  ])('%s', (_, overrides, due) => {
    expect(decisionDueOn(anObservation(overrides), calendar)).toBe(due)
  })

  test.each([
    ['on a working day the same day', '2026-03-20T16:59:00.000Z', '2026-03-20'],
    ['before the offices open the same day', '2026-03-20T06:00:00.000Z', '2026-03-20'],
    ['on a Friday evening the next office morning', '2026-03-20T17:00:00.000Z', '2026-03-24'],
    ['on a Sunday the next office morning', '2026-03-22T12:00:00.000Z', '2026-03-24'],
  ])('I1: told that a child may be at risk %s', (_, waitingSince, due) => {
    const observation = anObservation({ sameDay: true, answers: MAY_BE_DANGER, waitingSince })
    expect(decisionDueOn(observation, calendar)).toBe(due)
  })

  test('I1: danger that is added later counts from then, not from the raising', () => {
    const additions = [{ at: '2026-03-25T10:00:00.000Z', text: null, answers: MAY_BE_DANGER }]
    const observation = anObservation({ sameDay: true, additions })
    expect(decisionDueOn(observation, calendar)).toBe('2026-03-25')
  })
})

describe('who is told', () => {
  test('S13: the reporter hears of the start, who reads it, the decision, the feedback and the end', () => {
    const events = Object.entries(OBSERVATION_EVENTS)
      .filter(([, { tells }]) => tells.some(({ who }) => who === 'reporter'))
      .map(([event]) => event)
    expect(events).toEqual([
      'ObservationAcknowledged',
      'ObservationReassigned',
      'ObservationRecused',
      'ObservationDecided',
      'FeedbackGiven',
      'LearningNotHeld',
      'ObservationClosed',
      'ReporterAsked',
      'ObservationReopened',
    ])
  })

  test('S12: those who triage hear of what is new to them', () => {
    const events = Object.entries(OBSERVATION_EVENTS)
      .filter(([, { tells }]) => tells.some(({ who }) => who === 'triagers'))
      .map(([event]) => event)
    expect(events).toEqual([
      'ObservationRaised',
      'ObservationAddedTo',
      'ObservationBecameUrgent',
      'ObservationReassigned',
      'ObservationRecused',
      'LearningRecorded',
      'LearningNotHeld',
      'ObservationReopened',
    ])
  })
})
