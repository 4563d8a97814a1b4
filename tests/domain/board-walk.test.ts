import { describe, expect, test } from 'vitest'
import { boardRecord } from '../../src/domain/board/board.ts'
import type { BoardAction } from '../../src/domain/board/types.ts'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import { SYSTEM } from '../../src/domain/words/actor.ts'
import {
  aBoardWithAClosedAgency as aBoard,
  actorOf,
  boardChair,
  boardMember,
  formerSenior,
  healthVisitor,
  identityCustodian,
  lawyer,
  officeDeputy,
  officeManager,
  recordsAuditor,
  seniorNurse,
  trustLead,
  without,
} from './a-board.ts'
import { COMPLETE_ON_BOARD } from './a-board-command.ts'
import { aNewcomer, refusalOf } from './spec.ts'

const managerGone = without(aBoard(), officeManager)

/** The columns of the list below, in its order. */
const PEOPLE = {
  'the product at its first start': SYSTEM,
  'the business manager': actorOf(officeManager),
  'the deputy of the business manager': actorOf(officeDeputy),
  'the chair': actorOf(boardChair),
  'a member of staff': actorOf(healthVisitor),
  'a senior': actorOf(seniorNurse),
  'an agency lead': actorOf(trustLead),
  'a board member': actorOf(boardMember),
  'the legal adviser': actorOf(lawyer),
  'the custodian': actorOf(identityCustodian),
  'the auditor': actorOf(recordsAuditor),
  'somebody who has left': actorOf(formerSenior),
  'a business manager who has left': actorOf(officeManager, managerGone),
  'somebody nobody has entered': aNewcomer,
} as const

const MARKS = { y: 'done', r: 'not-your-role', n: 'not-possible-now' } as const

/** Who may do what, from the board's own description and not from the code; see PEOPLE. */
const BY_HAND = `
nothing open             y  r r  r  r r r r r r r  r r r
open    open             n  r r  r  r r r r r r r  r r r
open    addAgency        r  y y  r  r r r r r r r  r r r
open    changeAgency     r  y y  r  r r r r r r r  r r r
open    retireAgency     r  y y  r  r r r r r r r  r r r
open    reopenAgency     r  y y  r  r r r r r r r  r r r
open    addPerson        r  y y  r  r r r r r r r  r r r
open    changePerson     r  y y  r  r r r r r r r  r r r
open    markAsLeft       r  y y  r  r r r r r r r  r r r
open    bringBack        r  y y  r  r r r r r r r  r r r
open    setAway          r  y y  r  r r r r r r r  r r r
open    introduceMyself  r  r r  r  r r r r r r r  r r y
open    appoint          r  y y  r  r r r r r r r  r r r
open    handOver         r  y y  r  r r r r r r r  r r r
open    changeDeputy     r  y y  r  r r r r r r r  r r r
open    endAppointment   r  y y  r  r r r r r r r  r r r
open    setContacts      r  y y  r  r r r r r r r  r r r
open    enterMany        r  y y  r  r r r r r r r  r r r
open    chooseProfile    r  r r  y  r r r r r r r  r r r
`

const who = Object.keys(PEOPLE) as readonly (keyof typeof PEOPLE)[] // its keys, by its type

const rows = BY_HAND.trim()
  .split('\n')
  .map((line) => {
    const [state, action, ...marks] = line.split(/\s+/)
    // what is written above, checked by the test that looks for every action in it
    return { state: state ?? '', action: action as BoardAction, marks }
  })

function outcomeFor(person: keyof typeof PEOPLE, state: string, action: BoardAction) {
  const board = state === 'open' ? aBoard() : undefined
  const run = () =>
    perform(boardRecord, board, COMPLETE_ON_BOARD[action], PEOPLE[person], {
      now: '2026-03-27T09:00:00.000Z',
    })
  try {
    expect(run()).not.toEqual([])
    return 'done'
  } catch {
    return refusalOf(run).code
  }
}

describe('who may change what in the board settings', () => {
  test('the list written by hand has every action, for everybody', () => {
    expect(rows.map(({ state, action }) => `${state} ${action}`)).toEqual([
      'nothing open',
      ...Object.keys(COMPLETE_ON_BOARD).map((action) => `open ${action}`),
    ])
    expect(rows.filter(({ marks }) => marks.length !== who.length)).toEqual([])
  })

  test.each(rows)('$action, where there is $state', ({ state, action, marks }) => {
    // a mark that is none of these is no outcome, so it fails the comparison
    const expected = who.map((person, at) => [person, MARKS[marks[at] as keyof typeof MARKS]])
    const actual = who.map((person) => [person, outcomeFor(person, state, action)])
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected))
  })

  test.each(who)('%s is offered exactly what would be done', (person) => {
    const offered = allowedFor(boardRecord, aBoard(), PEOPLE[person], {
      now: '2026-03-27T09:00:00.000Z',
    }).map(({ action, missing }) => ({ action, missing }))
    const done = rows
      .filter(
        ({ state, action }) => state === 'open' && outcomeFor(person, state, action) === 'done',
      )
      .map(({ action }) => ({ action, missing: [] }))
    expect(offered).toEqual(done)
  })
})
