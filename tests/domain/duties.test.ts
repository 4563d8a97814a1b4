import { describe, expect, test } from 'vitest'
import { actorFor } from '../../src/domain/board/directory.ts'
import { isWaitingFor, keptOf, rungsDue } from '../../src/domain/machinery/duties.ts'
import {
  observationAskedAt,
  observationClaims,
  observationDuties,
} from '../../src/domain/observation/duties.ts'
import { observationDues } from '../../src/domain/observation/promise.ts'
import { triagersOf } from '../../src/domain/observation/routing.ts'
import type { Observation, TriageDecision } from '../../src/domain/observation/types.ts'
import { instantAt } from '../../src/domain/words/time.ts'
import { WEEKDAYS } from '../../src/domain/words/working-days.ts'
import {
  aBoard,
  boardChair,
  communityTrust,
  deputyNurse,
  healthVisitor,
  officeManager,
  police,
  seniorNurse,
  without,
} from './a-board.ts'
import {
  aDecidedObservation,
  aDecision,
  aFeedback,
  anObservation,
  ENOUGH,
} from './an-observation.ts'

const at = (day: number, time = '10:00') =>
  instantAt(`2026-03-${String(day).padStart(2, '0')}`, time)

/** Raised on Monday 2 March 2026. */
const raised = (overrides: Partial<Omit<Observation, 'stage'>> = {}) =>
  anObservation({ raisedAt: at(2), waitingSince: at(2), ...overrides })
const decidedOn = (
  day: number,
  overrides: Partial<TriageDecision> = {},
  feedback: Observation['feedback'] = [],
) => {
  const decision = aDecision({ at: at(day), nextReviewOn: null, ...overrides })
  return aDecidedObservation({ feedback, decision, decisions: [decision] })
}
const STATUTORY = { outcome: 'considerStatutoryReview' } as const
const worried = [
  ...ENOUGH.nearMiss.filter(({ question }) => question !== 'worry'),
  { question: 'worry', value: { type: 'choice' as const, code: 'veryWorried' } },
]

describe('what waits about an observation, and until when', () => {
  const cases: readonly (readonly [
    what: string,
    observation: () => Observation,
    waits: Readonly<Record<string, string>>,
  ])[] = [
    ['sent', raised, { acknowledge: at(3, '17:00'), decide: at(9, '17:00') }],
    [
      'sent by somebody very worried',
      () => raised({ answers: worried }),
      { acknowledge: at(3, '17:00'), decide: at(3, '17:00') },
    ],
    [
      'danger, told while offices are open',
      () => raised({ sameDay: true }),
      { acknowledge: at(2, '17:00'), decide: at(2, '17:00') },
    ],
    [
      'danger, told in the evening',
      () => raised({ sameDay: true, waitingSince: at(2, '19:30') }),
      { acknowledge: at(3, '12:00'), decide: at(3, '12:00') },
    ],
    [
      'danger, told on a Saturday',
      () => raised({ sameDay: true, waitingSince: at(7) }),
      { acknowledge: at(9, '12:00'), decide: at(9, '12:00') },
    ],
    [
      'started on',
      () => raised({ acknowledged: { by: seniorNurse, at: at(2) } }),
      { decide: at(9, '17:00') },
    ],
    ['decided', () => decidedOn(9), { tell: instantAt('2026-04-06', '17:00') }],
    [
      'decided, and told what was done',
      () => decidedOn(9, {}, [aFeedback({ at: at(10) })]),
      { close: at(17, '17:00') },
    ],
    [
      'put to the board',
      () => decidedOn(9, STATUTORY),
      { tell: instantAt('2026-04-06', '17:00'), answer: at(23, '17:00') },
    ],
  ]
  test.each(cases)('%s', (_, observation, waits) => {
    expect(observationDues(observation(), WEEKDAYS)).toEqual(waits)
    const duties = observationDuties(observation())
    expect(Object.fromEntries(duties.map(({ key, due }) => [key, due]))).toEqual(waits)
  })

  test('bank holidays count as the calendar of its day says, and stay what its event says', () => {
    const easter = { isHoliday: (date: string) => date === '2026-03-05' }
    const due = observationDues(raised(), easter)
    expect(due).toEqual({ acknowledge: at(3, '17:00'), decide: at(10, '17:00') })
    expect(observationDuties(raised({ due })).map((duty) => duty.due)).toEqual([
      at(10, '17:00'),
      at(3, '17:00'),
    ])
  })

  test('a review date waits until somebody has looked again', () => {
    const closed: Observation = {
      ...decidedOn(9, { nextReviewOn: '2026-06-01' }),
      stage: 'closed',
      closed: { by: seniorNurse, at: at(10) },
    }
    expect(observationDuties(closed)).toMatchObject([
      { key: 'lookAgain', due: instantAt('2026-06-01', '17:00') },
    ])
    expect(observationDuties({ ...closed, lookedAgain: true })).toEqual([])
  })
})

describe('whose it is', () => {
  const asks = (person: typeof seniorNurse, board = aBoard()) => ({
    person,
    claims: observationClaims(actorFor(board, person), board),
    now: at(3),
  })
  const waits = (observation: Observation, person: typeof seniorNurse, board = aBoard()) =>
    keptOf(observationDuties(observation)).some((duty) => isWaitingFor(asks(person, board), duty))

  test('it waits for exactly those who may triage it', () => {
    const board = aBoard()
    for (const agency of board.agencies)
      for (const reporter of board.people)
        for (const person of board.people) {
          const observation = raised({
            reporter: reporter.id,
            reporterAgency: reporter.agency,
            route: { agency: agency.id, person: null },
          })
          expect(waits(observation, person.id)).toBe(
            triagersOf(observation, board).includes(person.id),
          )
        }
  })

  test('I5: it moves at once with whoever leaves', () => {
    const board = without(aBoard(), seniorNurse)
    expect(waits(raised(), seniorNurse, board)).toBe(false)
    expect(waits(raised(), deputyNurse, board)).toBe(true)
  })

  test.each([
    ['holder', seniorNurse],
    ['deputy', deputyNurse],
    ['businessManager', officeManager],
    ['chair', boardChair],
  ] as const)('at the step “%s” it climbs to', (step, person) => {
    const [duty] = observationDuties(raised())
    if (!duty) throw new Error('nothing waits')
    expect(observationAskedAt(duty, step, raised(), aBoard())[0]).toBe(person)
  })

  test('nobody is told of what is about their own report, or went past their agency', () => {
    const own = raised({ reporter: officeManager, route: { agency: police, person: null } })
    const [duty] = observationDuties(own)
    if (!duty) throw new Error('nothing waits')
    expect(observationAskedAt(duty, 'businessManager', own, aBoard())).not.toContain(officeManager)
    const past = raised({
      pastAgency: true,
      reporterAgency: communityTrust,
      reporter: healthVisitor,
    })
    expect(observationAskedAt(duty, 'holder', past, aBoard())).not.toContain(seniorNurse)
  })
})

describe('when people are reminded', () => {
  const stepsOf = (observation: Observation, key: string) =>
    observationDuties(observation)
      .find((duty) => duty.key === key)
      ?.rungs.map((rung) => [rung.at, rung.step])

  test('the working day before, the day itself, and then it climbs', () => {
    expect(stepsOf(raised(), 'decide')).toEqual([
      [at(6, '09:00'), 'holder'],
      [at(9, '09:00'), 'holder'],
      [at(10, '09:00'), 'holder'],
      [at(10, '09:00'), 'deputy'],
      [at(11, '09:00'), 'holder'],
      [at(11, '09:00'), 'agencyLead'],
      [at(12, '09:00'), 'holder'],
      [at(12, '09:00'), 'businessManager'],
      [at(16, '09:00'), 'holder'],
      [at(16, '09:00'), 'chair'],
    ])
  })

  test('danger that nobody opens: two office hours, the next morning, the morning after', () => {
    expect(stepsOf(raised({ sameDay: true }), 'decide')).toEqual([
      [at(2, '12:00'), 'holder'],
      [at(2, '12:00'), 'deputy'],
      [at(3, '09:00'), 'holder'],
      [at(3, '09:00'), 'businessManager'],
      [at(4, '09:00'), 'holder'],
      [at(4, '09:00'), 'chair'],
    ])
    expect(stepsOf(raised({ sameDay: true, waitingSince: at(2, '16:00') }), 'decide')?.[0]).toEqual(
      [at(3, '10:00'), 'holder'],
    )
  })

  test('a question to the board is a favour: once', () => {
    expect(stepsOf(decidedOn(9, STATUTORY), 'answer')).toEqual([[at(23, '09:00'), 'holder']])
  })

  test('of several rungs that have passed each step is told once, and none before the mark', () => {
    const [duty] = observationDuties(raised())
    if (!duty) throw new Error('nothing waits')
    expect(rungsDue(duty, '', at(11)).map(({ step }) => step)).toEqual([
      'deputy',
      'holder',
      'agencyLead',
    ])
    expect(rungsDue(duty, at(11, '09:00'), at(11))).toEqual([])
  })
})
