import { describe, test } from 'vitest'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { ObservationCommand } from '../../src/domain/observation/types.ts'
import type { KindCode } from '../../src/domain/taxonomies/lists.ts'
import { KIND_CODES } from '../../src/domain/taxonomies/lists.ts'
import {
  actorOf,
  boardMember,
  communityTrust,
  healthVisitor,
  lawyer,
  officeManager,
  policeOfficer,
  seniorNurse,
  teacher,
} from './a-board.ts'
import { aContext, anObservation, choice, ENOUGH, NOW, text } from './an-observation.ts'
import { nothing, specOf } from './spec.ts'

const { given } = specOf(observationRecord, aContext())
const theReporter = actorOf(healthVisitor)

const raise = (kind: KindCode, answers = ENOUGH[kind]): ObservationCommand => ({
  type: 'raise',
  kind,
  answers,
})

describe('raising', () => {
  test('what is raised waits for triage at the agency of its reporter', () => {
    given(nothing)
      .when(raise('disquiet'), theReporter)
      .thenEvents([
        {
          type: 'ObservationRaised',
          kind: 'disquiet',
          answers: ENOUGH.disquiet,
          mode: 'open',
          agency: communityTrust,
          sameDay: false,
        },
      ])
    given(nothing)
      .when(raise('disquiet'), theReporter)
      .thenState({
        stage: 'awaitingTriage',
        reporter: healthVisitor,
        route: { agency: communityTrust, person: null },
        acknowledged: null,
        decisions: [],
      })
  })

  test.each(KIND_CODES)('%s is taken with the required answers and no more', (kind) => {
    given(nothing).when(raise(kind), theReporter).thenState({ kind, kindByReporter: kind })
  })

  test.each([
    healthVisitor,
    policeOfficer,
    teacher,
    seniorNurse,
    officeManager,
    boardMember,
    lawyer,
  ])('S10: any member of staff may raise an observation, also %s', (person) => {
    given(nothing).when(raise('disquiet'), actorOf(person)).thenState({ reporter: person })
  })

  test('S8: a near miss is not taken without what stopped it', () => {
    const answers = ENOUGH.nearMiss.filter(({ question }) => question !== 'whatStoppedIt')
    given(nothing)
      .when(raise('nearMiss', answers), theReporter)
      .thenMissing(['answers.whatStoppedIt'])
  })

  test.each(['', '   ', '\n\t', '\u200b', '\u200d', '\u202e\u2066'])(
    'S8: a near miss is not taken when what stopped it is only %j',
    (blank) => {
      const answers = ENOUGH.nearMiss.map((answer) =>
        answer.question === 'whatStoppedIt' ? text('whatStoppedIt', blank) : answer,
      )
      given(nothing)
        .when(raise('nearMiss', answers), theReporter)
        .thenMissing(['answers.whatStoppedIt'])
    },
  )

  test('S8: a near miss is taken when nobody knows what could have happened or to whom', () => {
    const answers = [
      choice('dangerNow', 'no'),
      { question: 'couldHaveHappened', value: { type: 'notSure' } },
      text('whatStoppedIt', 'Luck.'),
      { question: 'whoElseExposed', value: { type: 'notSure' } },
    ] as const
    given(nothing).when(raise('nearMiss', answers), theReporter).thenState({ kind: 'nearMiss' })
  })

  test('S8: what stopped a near miss is never "not sure"', () => {
    const answers = ENOUGH.nearMiss.map((answer) =>
      answer.question === 'whatStoppedIt'
        ? ({ question: 'whatStoppedIt', value: { type: 'notSure' } } as const)
        : answer,
    )
    given(nothing)
      .when(raise('nearMiss', answers), theReporter)
      .thenMissing(['answers.whatStoppedIt'])
  })

  test('S9: disquiet is accepted with one sentence, danger and worry, and nothing about harm', () => {
    const answers = [
      choice('dangerNow', 'no'),
      text('unease', 'Something about the visit was wrong.'),
      choice('worry', 'veryWorried'),
    ]
    given(nothing).when(raise('disquiet', answers), theReporter).thenState({ kind: 'disquiet' })
  })

  test('S9: disquiet is accepted from somebody who cannot say exactly why', () => {
    const answers = [
      ...ENOUGH.disquiet,
      { question: 'cannotSayWhy', value: { type: 'tick' } } as const,
    ]
    given(nothing).when(raise('disquiet', answers), theReporter).thenState({ kind: 'disquiet' })
  })

  test('S9: disquiet is asked how worried its reporter is', () => {
    given(nothing)
      .when(raise('disquiet', ENOUGH.disquiet.slice(0, 2)), theReporter)
      .thenMissing(['answers.worry'])
  })

  test('everything that is missing is named at once, in the order it is asked', () => {
    given(nothing)
      .when(raise('nearMiss', []), theReporter)
      .thenMissing([
        'answers.dangerNow',
        'answers.couldHaveHappened',
        'answers.whatStoppedIt',
        'answers.whoElseExposed',
      ])
  })

  test.each([
    ['yes', true],
    ['notSure', true],
    ['no', false],
  ])('I1: danger now answered with %s: looked at the same day is %s', (danger, sameDay) => {
    const answers = ENOUGH.practiceConcern.with(0, choice('dangerNow', danger))
    given(nothing).when(raise('practiceConcern', answers), theReporter).thenState({ sameDay })
  })

  test('a kind that is none of the eight is not taken', () => {
    // a code the types forbid, as a caller from outside could send it
    const command = { type: 'raise', kind: 'incident' as KindCode, answers: [] } as const
    given(nothing).when(command, theReporter).thenMissing(['kind'])
  })

  test('words are kept as they were written, without what is invisible', () => {
    const answers = ENOUGH.practiceConcern.with(1, text('story', ' The\u202e handover\u0000 \r\n'))
    given(nothing)
      .when(raise('practiceConcern', answers), theReporter)
      .thenState({ answers: [choice('dangerNow', 'no'), text('story', 'The handover')] })
  })
})

describe('adding', () => {
  test('what the reporter adds stands beside what they sent, which stays as it was', () => {
    given(anObservation())
      .when({ type: 'add', text: ' Again today. ', answers: [] }, theReporter)
      .thenState({
        answers: ENOUGH.nearMiss,
        additions: [{ at: NOW, text: 'Again today.', answers: [] }],
      })
  })

  test('an answer to a question that was left out can be added without words', () => {
    const answers = [choice('whenRoughly', 'today')]
    given(anObservation())
      .when({ type: 'add', text: null, answers }, theReporter)
      .thenState({ additions: [{ at: NOW, text: null, answers }] })
  })

  test('nothing at all is not an addition', () => {
    given(anObservation())
      .when({ type: 'add', text: null, answers: [] }, theReporter)
      .thenMissing(['text'])
    given(anObservation())
      .when({ type: 'add', text: '  ', answers: [] }, theReporter)
      .thenMissing(['text'])
  })

  test('an answer to a question of another kind is not taken', () => {
    given(anObservation())
      .when({ type: 'add', text: null, answers: [choice('outcomeKnown', 'known')] }, theReporter)
      .thenMissing(['answers.outcomeKnown'])
  })

  test('I1: a child who is at risk by now makes it a matter for the same day', () => {
    given(anObservation({ sameDay: false }))
      .when({ type: 'add', text: null, answers: [choice('dangerNow', 'yes')] }, theReporter)
      .thenState({ sameDay: true })
  })

  test('I1: danger that has passed leaves it a matter for the same day', () => {
    given(anObservation({ sameDay: true }))
      .when({ type: 'add', text: null, answers: [choice('dangerNow', 'no')] }, theReporter)
      .thenState({ sameDay: true })
  })

  test('other answers do not make it a matter for the same day', () => {
    given(anObservation({ sameDay: false }))
      .when({ type: 'add', text: null, answers: [choice('whenRoughly', 'today')] }, theReporter)
      .thenState({ sameDay: false })
  })
})
