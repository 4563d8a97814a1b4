import { describe, expect, test } from 'vitest'
import { columnsOf, observationsWhere } from '../../src/domain/observation/columns.ts'
import {
  ASKING_OUTCOMES,
  askedOf,
  askedScope,
  outlineOf,
} from '../../src/domain/observation/outline.ts'
import { inScope } from '../../src/domain/observation/scope.ts'
import { viewOfObservation } from '../../src/domain/observation/visibility.ts'
import {
  aBoard,
  actorOf,
  boardChair,
  healthVisitor,
  officeDeputy,
  officeManager,
  seniorNurse,
  thePeople,
  without,
} from './a-board.ts'
import {
  aClosedObservation,
  aDecidedObservation,
  aDecision,
  anObservation,
} from './an-observation.ts'
import { aNewcomer } from './spec.ts'

const board = aBoard()
const asked = aDecision({ outcome: 'considerStatutoryReview' })
const other = aDecision()
const OFFICE = [officeManager, officeDeputy, boardChair]

const STANDS = {
  'asked now': aDecidedObservation({ decisions: [asked] }),
  'asked and closed': aClosedObservation({ decisions: [asked] }),
  'asked and opened again': anObservation({ decisions: [asked] }),
  'asked and decided otherwise': aDecidedObservation({ decisions: [asked, other] }),
}

describe('the outline of what is put to the board', () => {
  test.each(Object.entries(STANDS))(
    'is for its business manager, the deputy and the chair, and for nobody else: %s',
    (_, observation) => {
      const actors = [aNewcomer, ...thePeople.map(({ id }) => actorOf(id))]
      const seeing = actors.filter((actor) => outlineOf(observation, actor, board) !== undefined)
      expect(new Set(seeing.map(({ person }) => person))).toEqual(new Set(OFFICE))
      expect(new Set(askedOf(observation, board))).toEqual(new Set(OFFICE))
    },
  )

  test.each(OFFICE)('S12: %s sees no outline of what they raised themselves', (reporter) => {
    for (const observation of Object.values(STANDS)) {
      const own = { ...observation, reporter }
      expect(outlineOf(own, actorOf(reporter), board)).toBeUndefined()
      expect(askedOf(own, board)).not.toContain(reporter)
      expect(inScope(askedScope(actorOf(reporter), board), columnsOf(own))).toBe(false)
    }
  })

  test('is nothing where no decision asked the board', () => {
    for (const observation of [anObservation(), aDecidedObservation(), aClosedObservation()])
      expect(outlineOf(observation, actorOf(boardChair), board)).toBeUndefined()
  })

  test('ends with the duty, and somebody who has left sees nothing', () => {
    const gone = without(board, boardChair)
    expect(outlineOf(STANDS['asked now'], actorOf(boardChair, gone), gone)).toBeUndefined()
    expect(askedScope(actorOf(boardChair, gone), gone)).toEqual([])
  })

  test('holds nothing anybody wrote and not who raised it', () => {
    const outline = outlineOf(STANDS['asked now'], actorOf(boardChair), board)
    const { kind, route, raisedAt } = STANDS['asked now']
    expect(outline).toEqual({
      isAsked: true,
      stage: 'underWay',
      kind,
      agency: route.agency,
      raisedAt,
      decisions: [{ outcome: asked.outcome, at: asked.at, by: seniorNurse }],
      closedAt: null,
    })
    const said = JSON.stringify(outline)
    for (const text of [healthVisitor, asked.reason, asked.words]) expect(said).not.toContain(text)
  })

  test('gives no more than itself: the report stays out of sight and out of reach', () => {
    for (const person of OFFICE)
      expect(viewOfObservation(STANDS['asked now'], actorOf(person), { board })).toBeUndefined()
  })
})

test('the list of the board shows the questions that stand, each to whom the rule shows it', () => {
  const filter = { scope: askedScope(actorOf(boardChair), board), outcomes: ASKING_OUTCOMES }
  expect(observationsWhere(filter).all).toEqual([{ column: 'outcome', oneOf: ASKING_OUTCOMES }])
  const isListed = (observation: Parameters<typeof columnsOf>[0]) => {
    const { outcome } = columnsOf(observation)
    return outcome !== null && ASKING_OUTCOMES.includes(outcome)
  }
  for (const { id } of thePeople)
    for (const reporter of [healthVisitor, ...OFFICE])
      for (const observation of Object.values(STANDS)) {
        const row = { ...observation, reporter }
        const listed = isListed(row) && inScope(askedScope(actorOf(id), board), columnsOf(row))
        const seen = outlineOf(row, actorOf(id), board) !== undefined
        expect(listed).toBe(seen && isListed(row))
      }
})
