import { describe, expect, test } from 'vitest'
import { ACTION_STAGES } from '../../src/domain/action/types.ts'
import { ACTION_MOVES } from '../../src/domain/action/workflow.ts'
import { ACTIVITY_STAGES } from '../../src/domain/activity/types.ts'
import { ACTIVITY_MOVES } from '../../src/domain/activity/workflow.ts'
import { BOARD_MOVES } from '../../src/domain/board/workflow.ts'
import { isKnown } from '../../src/domain/machinery/known.ts'
import type { Move } from '../../src/domain/machinery/record-kind.ts'
import { isOpenIn } from '../../src/domain/machinery/taking.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import { OBSERVATION_STAGES } from '../../src/domain/observation/types.ts'
import { OBSERVATION_MOVES } from '../../src/domain/observation/workflow.ts'
import { REVIEW_STAGES } from '../../src/domain/review/types.ts'
import { REVIEW_MOVES } from '../../src/domain/review/workflow.ts'
import { SYSTEM } from '../../src/domain/words/actor.ts'
import { actorOf, boardChair, healthVisitor, officeManager, seniorNurse } from './a-board.ts'
import {
  aClosedObservation,
  aContext,
  aDecidedObservation,
  aDecision,
  anObservation,
  NOW,
} from './an-observation.ts'

type AnyMove = Move<string, string, string>

/** Stages in which a record may stay for ever, said out loud. */
const TABLES: readonly {
  readonly record: string
  readonly moves: Readonly<Record<string, AnyMove>>
  readonly stages: readonly string[]
  readonly ends: readonly string[]
  readonly made?: readonly string[]
}[] = [
  // what is closed can be opened again, so no stage of an observation is an end
  { record: 'observation', moves: OBSERVATION_MOVES, stages: OBSERVATION_STAGES, ends: [] },
  {
    record: 'learning activity',
    moves: ACTIVITY_MOVES,
    stages: ACTIVITY_STAGES,
    ends: ['recorded', 'notHeld', 'closed'],
    made: ['record', 'plan', 'arise'],
  },
  {
    record: 'action',
    moves: ACTION_MOVES,
    stages: ACTION_STAGES,
    ends: ['checked'],
    made: ['assign', 'arise'],
  },
  {
    record: 'review',
    moves: REVIEW_MOVES,
    stages: REVIEW_STAGES,
    ends: ['commissioned', 'notProceeding'],
    made: ['propose', 'arise'],
  },
  { record: 'board settings', moves: BOARD_MOVES, stages: ['open'], ends: ['open'] },
]

function reachableIn(moves: readonly AnyMove[]): ReadonlySet<string> {
  const reached = new Set<string>()
  for (let before = -1; before < reached.size; ) {
    before = reached.size
    for (const { from, to } of moves)
      if (to !== null && (from.length === 0 || from.some((stage) => reached.has(stage))))
        reached.add(to)
  }
  return reached
}

describe.each(TABLES)('the workflow table of the $record', ({ moves, stages, ends, made }) => {
  const all = Object.values(moves)

  test('leads to every stage', () => {
    expect(reachableIn(all)).toEqual(new Set(stages))
  })

  test('has a way out of every stage but the ends', () => {
    const leaving = (stage: string) =>
      all.some(({ from, to }) => from.includes(stage) && to !== null && to !== stage)
    expect(stages.filter((stage) => !leaving(stage))).toEqual(ends)
  })

  test('is made by exactly one action, or by those said', () => {
    const makes = Object.entries(moves).filter(([, { from }]) => from.length === 0)
    expect(makes.map(([action]) => action)).toEqual(made ?? [expect.any(String)])
  })

  test('gives every action to somebody, and says nothing twice', () => {
    expect(all.filter(({ by }) => by.length === 0)).toEqual([])
    const lists = all.flatMap(({ from, by, needs, gates }) => [from, by, [...needs, ...gates]])
    expect(lists.filter((list) => new Set<string>(list).size !== list.length)).toEqual([])
  })
})

test('every row of an observation is open to each who is named in it, somewhere', () => {
  const questions = [{ question: 'Which clinic was it?', by: seniorNurse, at: NOW }]
  const decisions = [aDecision({ outcome: 'considerStatutoryReview' })]
  const scenes = [anObservation, aDecidedObservation, aClosedObservation].flatMap((make) => [
    make({ questions }),
    make({ questions, decisions }),
  ])
  const context = aContext({ now: '2026-05-27T09:00:00.000Z' })
  const people = [healthVisitor, seniorNurse, officeManager, boardChair].map((id) => actorOf(id))
  const reached = (action: string, party: string) =>
    [undefined, ...scenes].some((observation) =>
      [...people, SYSTEM].some((actor) => {
        const row: AnyMove = OBSERVATION_MOVES[action as keyof typeof OBSERVATION_MOVES]
        const knows =
          observation === undefined || isKnown(observationRecord, observation, actor, context)
        return (
          knows &&
          observationRecord.partiesOf(actor, observation, context).some((one) => one === party) &&
          (observation ? isOpenIn(row, observation, observation.stage) : row.from.length === 0)
        )
      }),
    )
  const rows = Object.entries<AnyMove>(OBSERVATION_MOVES).flatMap(([action, { by }]) =>
    by.map((party) => [action, party] as const),
  )
  expect(rows.filter(([action, party]) => !reached(action, party))).toEqual([])
})

test('S13: nothing is closed that was not decided', () => {
  const intoClosed = Object.entries<AnyMove>(OBSERVATION_MOVES).filter(([, m]) => m.to === 'closed')
  expect(intoClosed.map(([action, { from, gates }]) => ({ action, from, gates }))).toEqual([
    { action: 'close', from: ['underWay'], gates: ['feedbackGiven'] },
  ])
  const intoUnderWay = Object.entries<AnyMove>(OBSERVATION_MOVES).filter(
    ([, { to }]) => to === 'underWay',
  )
  expect(intoUnderWay.map(([action]) => action)).toEqual(['decide'])
})
