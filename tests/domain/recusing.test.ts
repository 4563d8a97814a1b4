import { describe, expect, test } from 'vitest'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { openQuestions } from '../../src/domain/observation/asking.ts'
import { observationDuties, SECOND } from '../../src/domain/observation/duties.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import { sentTo } from '../../src/domain/observation/routing.ts'
import {
  aBoard,
  actorOf,
  boardChair,
  boardOffice,
  communityTrust,
  deputyNurse,
  officeDeputy,
  officeManager,
  seniorNurse,
  trustLead,
  without,
} from './a-board.ts'
import { aContext, aDecidedObservation, anObservation, deciding } from './an-observation.ts'
import { specOf } from './spec.ts'

const { given } = specOf(observationRecord, aContext())
const RECUSE = { type: 'recuse' } as const
const AT_TRUST = { agency: communityTrust, person: null }

describe('S12: somebody who triages says that somebody else should decide', () => {
  test('it stays with the agency, its start is open again, and the deputy is asked', () => {
    const started = anObservation({
      route: { ...AT_TRUST, person: seniorNurse },
      acknowledged: { by: seniorNurse, at: '2026-03-20T10:00:00.000Z' },
    })
    given(started)
      .when(RECUSE, actorOf(seniorNurse))
      .thenState({ route: AT_TRUST, recused: [seniorNurse], acknowledged: null })
    expect(sentTo(anObservation({ recused: [seniorNurse] }), aBoard())).toEqual([deputyNurse])
  })

  test('what somebody else has started on is still started on', () => {
    const acknowledged = { by: trustLead, at: '2026-03-20T10:00:00.000Z' }
    given(anObservation({ acknowledged }))
      .when(RECUSE, actorOf(seniorNurse))
      .thenState({ acknowledged })
  })

  test.each([
    ['that waits', anObservation({ recused: [seniorNurse] })],
    ['that is decided', aDecidedObservation({ recused: [seniorNurse] })],
  ])('they do nothing about one %s any more, and nothing of it waits for them', (_, one) => {
    expect(allowedFor(observationRecord, one, actorOf(seniorNurse), aContext())).toEqual([])
    for (const { notFor } of observationDuties(one)) expect(notFor).toContain(seniorNurse)
    given(one).when(RECUSE, actorOf(seniorNurse)).thenRefused('not-your-role')
    given(one)
      .when({ type: 'giveFeedback', mode: 'tellWhatWasDone', text: 'x' }, actorOf(seniorNurse))
      .thenRefused('not-your-role')
  })

  test('the last of an agency hands it to the board office, which cannot give it to them again', () => {
    const recused = [seniorNurse, deputyNurse]
    given(anObservation({ recused }))
      .when(RECUSE, actorOf(trustLead))
      .thenState({
        route: { agency: boardOffice, person: null },
        recused: [...recused, trustLead],
      })
  })

  test('the last of all is told why not, and loses nothing', () => {
    const board = without(aBoard(), officeDeputy)
    const alone = anObservation({ route: { agency: boardOffice, person: null } })
    specOf(observationRecord, aContext({ board }))
      .given(alone)
      .when(RECUSE, actorOf(officeManager, board))
      .thenMissing(['somebodyElse'])
  })
})

test('S12: a chair who let another decide is asked nothing about it as chair either', () => {
  const proposal = {
    number: 4,
    command: deciding('localLearning'),
    by: deputyNurse,
    at: '2026-03-20T10:00:00.000Z',
    until: '2026-03-24',
  }
  const put = anObservation({ harm: 'died', recused: [boardChair], proposals: [proposal] })
  const duties = observationDuties(put)
  expect(duties.map(({ holder }) => holder)).toContain(SECOND)
  for (const { notFor } of duties) expect(notFor).toContain(boardChair)
})

test('a question from before it was opened again is asked no more', () => {
  const question = { question: 'Which clinic?', by: seniorNurse, at: '2026-03-20T10:00:00.000Z' }
  expect(openQuestions(anObservation({ questions: [question] }))).toHaveLength(1)
  const waitingSince = '2026-03-21T10:00:00.000Z'
  expect(openQuestions(anObservation({ questions: [question], waitingSince }))).toEqual([])
})
