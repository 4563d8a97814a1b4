import { describe, expect, test } from 'vitest'
import { gapsIn } from '../../src/domain/machinery/fields/check.ts'
import { sayEvent } from '../../src/domain/observation/events.ts'
import {
  sayPerson,
  sayRoute,
  sayStanding,
  sayWhatWaits,
} from '../../src/domain/observation/saying.ts'
import { startingWords } from '../../src/domain/observation/wording.ts'
import { OUTCOME_CODES } from '../../src/domain/taxonomies/lists.ts'
import { agencyId, personId } from '../../src/domain/words/ids.ts'
import { aBoard, communityTrust, police, policeSergeant } from './a-board.ts'

describe('the sentence a reporter will read', () => {
  test('starts with the reference filled in, and gaps for what only the triager knows', () => {
    const words = startingWords('localLearning', 'OBS-2026-0042', 'WT2013')
    expect(words).toBe(
      '{lead} is asked to use OBS-2026-0042 for learning at {activity} by {date}, without names.',
    )
    expect(gapsIn(words)).toEqual(['{lead}', '{activity}', '{date}'])
  })

  test('uses the words of the profile the board works under', () => {
    const under = (profile: 'WT2013' | 'WT2023') =>
      startingWords('considerStatutoryReview', 'OBS-2026-0042', profile)
    expect(under('WT2013')).toMatch(/Serious Case Review\..* for the LSCB Chair\.$/)
    expect(under('WT2023')).toContain('Local Child Safeguarding Practice Review.')
  })

  test.each(OUTCOME_CODES)('S13: there is one to start from for %s', (outcome) => {
    for (const profile of ['WT2013', 'WT2023'] as const) {
      const words = startingWords(outcome, 'OBS-2026-0042', profile)
      expect(words).toContain('OBS-2026-0042')
      expect(words).not.toMatch(/\{(ref|term)/)
    }
  })

  test('a gap counts once however often it stands there, and other brackets do not', () => {
    expect(gapsIn('{date}, {date} and {answer}')).toEqual(['{date}', '{answer}'])
    expect(gapsIn('in {12} days, {} or { date }')).toEqual([])
  })
})

describe('where an observation stands, for its reporter', () => {
  test.each([
    ['awaitingTriage', false, null, 'Sent. Somebody senior will look at it.'],
    ['awaitingTriage', true, null, 'Somebody senior is looking at it.'],
    [
      'underWay',
      true,
      'supervision',
      'Decided: Take to supervision. Before it is closed you will hear what was done.',
    ],
    ['closed', true, 'supervision', 'Closed. Decision: Take to supervision.'],
  ] as const)('%s, started on: %s, decided: %s', (stage, acknowledged, outcome, says) => {
    expect(sayStanding({ stage, acknowledged, outcome })).toBe(says)
  })
})

describe('what a triager has to do next', () => {
  test.each([
    ['awaitingTriage', false, 0, 'Waiting for a decision since today.'],
    ['awaitingTriage', false, 1, 'Waiting for a decision for 1 working day.'],
    ['awaitingTriage', false, 6, 'Waiting for a decision for 6 working days.'],
    [
      'awaitingTriage',
      true,
      0,
      'A child may be at risk: look at it before anything else. Waiting for a decision since today.',
    ],
    ['underWay', false, 0, 'Decided.'],
    [
      'underWay',
      true,
      0,
      'A child may be at risk: look at it before anything else. Read what was added after the decision.',
    ],
    ['closed', false, 0, null],
  ] as const)('S13: %s, urgent: %s, after %i working days', (stage, isUrgent, days, says) => {
    expect(sayWhatWaits({ stage, isUrgent }, days)).toBe(says)
  })
})

describe('what happened, in a line of its history', () => {
  const board = aBoard()

  test('names agencies and people as they are entered', () => {
    const from = { agency: communityTrust, person: null }
    const to = { agency: police, person: policeSergeant }
    expect(
      sayEvent(
        { type: 'ObservationReassigned', from, to, reason: 'It was there.' },
        board,
        'triager',
      ),
    ).toBe(
      'Passed on from The community trust to Name of police-sergeant, The police. Reason: It was there.',
    )
  })

  test('holds the reason of a change that has no place of its own, and nothing else written', () => {
    const written = 'Words of a person.'
    const lines = [
      sayEvent({ type: 'ObservationAddedTo', text: written, answers: [] }, board, 'reporter'),
      sayEvent({ type: 'FeedbackGiven', mode: 'bounceBack', text: written }, board, 'reporter'),
      sayEvent({ type: 'ObservationReopened', reason: written }, board, 'reporter'),
      sayEvent(
        { type: 'KindCorrected', from: 'disquiet', to: 'nearMiss', reason: written },
        board,
        'reporter',
      ),
      sayEvent(
        {
          type: 'ObservationDecided',
          outcome: 'supervision',
          reason: written,
          words: written,
          nextReviewOn: null,
          tookWorkingDays: 1,
        },
        board,
        'reporter',
      ),
    ]
    expect(lines).toEqual([
      'The reporter added something',
      'Feedback given to the reporter',
      'Opened again. Reason: Words of a person.',
      'Kind corrected from something feels wrong to near miss. Reason: Words of a person.',
      'Decided: Take to supervision',
    ])
  })

  test('somebody or an agency that is not entered has a name all the same', () => {
    expect(sayPerson(board, personId('unknown'))).toBe('somebody who has left')
    expect(sayRoute(board, { agency: agencyId('unknown'), person: null })).toBe('another agency')
  })
})
