import { describe, expect, test } from 'vitest'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { ObservationEvent } from '../../src/domain/observation/types.ts'
import { OUTCOME_CODES } from '../../src/domain/taxonomies/lists.ts'
import { recorded } from '../builders.ts'
import { actorOf, healthVisitor, seniorNurse } from './a-board.ts'
import {
  aClosedObservation,
  aContext,
  aDecidedObservation,
  aDecision,
  aFeedback,
  anObservation,
  COMPLETE,
  deciding,
  NOW,
} from './an-observation.ts'
import { specOf } from './spec.ts'

const { given } = specOf(observationRecord, aContext())
const theReporter = actorOf(healthVisitor)
const theSenior = actorOf(seniorNurse)

const decide = (overrides: Partial<typeof COMPLETE.decide>) =>
  deciding(overrides.outcome ?? COMPLETE.decide.outcome, overrides)

describe('deciding', () => {
  test.each(OUTCOME_CODES)('S13: a decision of %s keeps what, why, by whom and when', (outcome) => {
    given(anObservation())
      .when(decide({ outcome, nextReviewOn: '2026-06-01' }), theSenior)
      .thenState({
        stage: outcome === 'answerAndClose' ? 'closed' : 'underWay',
        decision: {
          outcome,
          reason: COMPLETE.decide.reason,
          words: COMPLETE.decide.words,
          nextReviewOn: '2026-06-01',
          by: seniorNurse,
          at: NOW,
        },
      })
  })

  test('S13: a reason of 19 characters is refused, of 20 is taken', () => {
    given(anObservation())
      .when(decide({ reason: 'x'.repeat(19) }), theSenior)
      .thenMissing(['reason'])
    given(anObservation())
      .when(decide({ reason: 'x'.repeat(20) }), theSenior)
      .thenState({ stage: 'underWay' })
  })

  test('S13: spaces and invisible marks do not make a reason long enough', () => {
    given(anObservation())
      .when(decide({ reason: `too short${' '.repeat(30)}` }), theSenior)
      .thenMissing(['reason'])
    given(anObservation())
      .when(decide({ reason: `too${'\u200b'.repeat(30)} short` }), theSenior)
      .thenMissing(['reason'])
  })

  test('S13: the sentence the reporter will read has no gap left in it', () => {
    given(anObservation())
      .when(decide({ words: 'It will be talked through by {date} with {activity}.' }), theSenior)
      .thenRefused('incomplete', {
        missing: [
          { need: 'words', say: 'Fill in {date}, {activity} in what the reporter will read.' },
        ],
      })
  })

  test('S13: nothing is decided without an outcome and a sentence for the reporter', () => {
    // a code the types forbid, as a caller from outside could send it
    const outcome = '' as typeof COMPLETE.decide.outcome
    given(anObservation())
      .when(decide({ outcome, reason: '', words: '' }), theSenior)
      .thenMissing(['outcome', 'reason', 'words'])
  })

  test.each(['2026-03-26', '2026-02-30', 'soon', '9999', '4/3/2027'])(
    'a review date of %s is refused',
    (nextReviewOn) => {
      given(anObservation()).when(decide({ nextReviewOn }), theSenior).thenMissing(['nextReviewOn'])
    },
  )

  test('a review may be due today', () => {
    given(anObservation())
      .when(decide({ nextReviewOn: '2026-03-27' }), theSenior)
      .thenState({ stage: 'underWay' })
  })

  test('how long a decision took is counted in working days from raising', () => {
    given(anObservation())
      .when(COMPLETE.decide, theSenior)
      .thenState({ decision: { tookWorkingDays: 5 } })
  })

  test('S13: a second decision stands, and the first one is kept', () => {
    given(aDecidedObservation())
      .when(decide({ outcome: 'auditTheme' }), theSenior)
      .thenState({
        decision: { outcome: 'auditTheme' },
        decisions: [aDecision(), { outcome: 'auditTheme' }],
      })
  })
})

describe('answering and closing', () => {
  const answer = decide({ outcome: 'answerAndClose' })

  test.each([
    ['one that waits', anObservation()],
    ['one that was decided otherwise', aDecidedObservation({ feedback: [] })],
  ])('S13: closes %s with one decision, which is what the reporter hears', (_, observation) => {
    const [decided, ...more] = perform(
      observationRecord,
      observation,
      answer,
      theSenior,
      aContext(),
    )
    expect(more).toEqual([])
    expect(decided?.event).toMatchObject({ type: 'ObservationDecided', closes: true })
    given(observation)
      .when(answer, theSenior)
      .thenState({ stage: 'closed', closed: { by: seniorNurse, at: NOW } })
  })

  test('is opened again like any other, and then needs another decision', () => {
    const closed = {
      ...aClosedObservation({
        decisions: [aDecision({ outcome: 'answerAndClose' })],
        feedback: [],
      }),
    }
    given(closed)
      .when(COMPLETE.reopen, theSenior)
      .thenState({ stage: 'awaitingTriage', waitingSince: NOW })
  })

  test('what was decided so before it closed anything is still under way', () => {
    const [decided] = perform(observationRecord, anObservation(), answer, theSenior, aContext())
    const { closes: _, ...before } = { closes: undefined, ...decided?.event }
    const state = observationRecord.evolve(
      anObservation(),
      recorded(before as Extract<ObservationEvent, { type: 'ObservationDecided' }>), // as it was kept
    )
    expect(state.stage).toBe('underWay')
  })
})

describe('feedback and closing', () => {
  test('S13: to say that a report has come in is not to say what was done', () => {
    const said = { ...COMPLETE.giveFeedback, mode: 'bounceBack' } as const
    given(aDecidedObservation({ feedback: [] }))
      .when(said, theSenior)
      .thenState({ stage: 'underWay' })
    given(aDecidedObservation({ feedback: [{ ...said, by: seniorNurse, at: NOW }] }))
      .when({ type: 'close', readUpTo: 0 }, theSenior)
      .thenMissing(['feedback'])
  })

  test('S13: nothing is closed before the reporter has heard what was done', () => {
    given(aDecidedObservation({ feedback: [] }))
      .when({ type: 'close', readUpTo: 0 }, theSenior)
      .thenMissing(['feedback'])
  })

  test('S13: feedback that is older than the last decision does not count', () => {
    given(aDecidedObservation({ feedback: [aFeedback({ at: '2026-03-24T09:00:00.000Z' })] }))
      .when({ type: 'close', readUpTo: 0 }, theSenior)
      .thenMissing(['feedback'])
  })

  test('what still stands in the way of closing is said before anybody tries', () => {
    const observation = aDecidedObservation({ feedback: [] })
    const closing = allowedFor(observationRecord, observation, theSenior, aContext()).find(
      ({ action }) => action === 'close',
    )
    expect(closing?.missing.map(({ need }) => need)).toEqual(['feedback'])
  })

  test('feedback says of which kind it is, and is not empty', () => {
    // a code the types forbid, as a caller from outside could send it
    const mode = 'praise' as typeof COMPLETE.giveFeedback.mode
    given(aDecidedObservation())
      .when({ type: 'giveFeedback', mode, text: ' ' }, theSenior)
      .thenMissing(['mode', 'text'])
  })

  test('closing keeps the decision and says who closed it', () => {
    given(aDecidedObservation())
      .when({ type: 'close', readUpTo: 0 }, theSenior)
      .thenState({ stage: 'closed', decision: aDecision(), closed: { by: seniorNurse, at: NOW } })
  })

  test('what is opened again waits anew, and its decisions are kept', () => {
    given(aClosedObservation({ acknowledged: { by: seniorNurse, at: NOW } }))
      .when({ type: 'reopen', reason: 'It happened again.' }, theSenior)
      .thenState({
        stage: 'awaitingTriage',
        acknowledged: null,
        waitingSince: NOW,
        decisions: [aDecision()],
      })
    given(aClosedObservation())
      .when({ type: 'reopen', reason: '' }, theSenior)
      .thenMissing(['reason'])
  })

  test('S13: what was opened again is not closed on the feedback of the first time', () => {
    given(
      aDecidedObservation({
        decisions: [aDecision(), aDecision({ at: '2026-03-27T10:00:00.000Z' })],
      }),
    )
      .when({ type: 'close', readUpTo: 0 }, theSenior)
      .thenMissing(['feedback'])
  })
})

describe('what a triager writes', () => {
  const invisible = ' The\u202e team\u0000 has changed the way letters are checked. \r\n'
  const kept = 'The team has changed the way letters are checked.'

  test.each([
    ['decide', anObservation(), { ...COMPLETE.decide, reason: invisible, words: invisible }],
    ['giveFeedback', aDecidedObservation(), { ...COMPLETE.giveFeedback, text: invisible }],
    ['reassign', anObservation(), { ...COMPLETE.reassign, reason: invisible }],
    ['correctKind', anObservation(), { ...COMPLETE.correctKind, reason: invisible }],
    ['reopen', aClosedObservation(), { ...COMPLETE.reopen, reason: invisible }],
  ] as const)('to %s is kept without what is invisible', (_, observation, command) => {
    const [happened] = perform(observationRecord, observation, command, theSenior, aContext())
    const texts = Object.values(happened?.event ?? {}).filter((value) =>
      String(value).includes('letters'),
    )
    expect(new Set(texts)).toEqual(new Set([kept]))
  })
})

describe('long words', () => {
  const longest = 'x'.repeat(4000)
  const tooLong = 'x'.repeat(4001)

  test('4,000 characters fit', () => {
    given(anObservation())
      .when({ type: 'add', text: longest, answers: [] }, theReporter)
      .thenState({ additions: [{ text: longest }] })
    given(anObservation())
      .when(decide({ reason: longest, words: longest }), theSenior)
      .thenState({ decision: { reason: longest, words: longest } })
  })

  test('one more is refused with what to do', () => {
    given(anObservation())
      .when({ type: 'add', text: tooLong, answers: [] }, theReporter)
      .thenRefused('incomplete', {
        missing: [
          {
            need: 'text',
            say: 'Your addition is 4,001 characters long and at most 4,000 fit. Shorten it, or send the rest afterwards.',
          },
        ],
      })
    given(anObservation())
      .when(decide({ reason: tooLong, words: tooLong }), theSenior)
      .thenMissing(['reason', 'words'])
    given(aDecidedObservation())
      .when({ ...COMPLETE.giveFeedback, text: tooLong }, theSenior)
      .thenMissing(['text'])
    given(anObservation())
      .when({ ...COMPLETE.reassign, reason: tooLong }, theSenior)
      .thenMissing(['reason'])
  })
})
