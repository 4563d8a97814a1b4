import { describe, expect, test } from 'vitest'
import { actionRecord } from '../../src/domain/action/action.ts'
import { ACTIONS, actionScope } from '../../src/domain/action/columns.ts'
import { actionAskedAt, actionDuties } from '../../src/domain/action/duties.ts'
import { ACTION } from '../../src/domain/action/registered.ts'
import type { Action, ActionCommand } from '../../src/domain/action/types.ts'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import { SYSTEM } from '../../src/domain/words/actor.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import {
  aBoard,
  actorOf,
  boardChair,
  boardMember,
  communityTrust,
  deputyNurse,
  healthVisitor,
  officeDeputy,
  officeManager,
  police,
  policeSergeant,
  recordsAuditor,
  seniorNurse,
  trustLead,
} from './a-board.ts'
import { ACTION_COMPLETE, aDoneAction, anAction, aStuckAction } from './an-action.ts'
import { aContext } from './an-observation.ts'
import { refusalOf, specOf } from './spec.ts'

const { given } = specOf(actionRecord, aContext())

/** One column each: owner, who assigned it (its lead), other senior there, helper, business manager, chair, board member, auditor, bystander. */
const PEOPLE = [
  seniorNurse,
  trustLead,
  deputyNurse,
  policeSergeant,
  officeManager,
  boardChair,
  boardMember,
  recordsAuditor,
  healthVisitor,
]
const MARKS = { y: 'done', r: 'not-your-role', n: 'not-possible-now', '.': 'not-found' } as const

/** Who may do what, by hand: `y` may, `r` not their part, `n` not now, `.` they learn nothing of it. */
const BY_HAND = `
nothing    assign      y y y y y r r r r
open       accept      y r r . r r . . .
open       handBack    y r r . r r . . .
open       update      n r r . r r . . .
open       reportStuck y r r . r r . . .
open       unstick     n r r . r r . . .
open       changeDate  y r r . r r . . .
open       finish      n r r . r r . . .
open       check       r n n . n r . . .
open       handOver    r y y . y r . . .
inProgress accept      n r r . r r . . .
inProgress handBack    n r r . r r . . .
inProgress update      y r r . r r . . .
inProgress reportStuck y r r . r r . . .
inProgress changeDate  y r r . r r . . .
inProgress finish      y r r . r r . . .
inProgress check       r n n . n r . . .
inProgress handOver    r y y . y r . . .
stuck      accept      n r r r r r . . .
stuck      update      y r r r r r . . .
stuck      reportStuck n r r r r r . . .
stuck      unstick     y r r y r r . . .
stuck      changeDate  y r r r r r . . .
stuck      finish      n r r r r r . . .
stuck      handOver    r y y r y r . . .
late       changeDate  r y y . r r . . .
done       update      n r r . r r . . .
done       changeDate  n r r . r r . . .
done       check       r y y . y r . . .
done       handOver    r n n . n r . . .
checked    check       r n n . n r . . .
checked    handOver    r n n . n r . . .
checked    finish      n r r . r r . . .
`
const rows = BY_HAND.trim()
  .split('\n')
  .map((line) => {
    const [state = '', action = '', ...marks] = line.split(/\s+/)
    return { state, action: action as ActionCommand['type'], marks }
  })
const STATES: Readonly<Record<string, () => Action | undefined>> = {
  nothing: () => undefined,
  open: () => anAction({ stage: 'open' }),
  inProgress: anAction,
  stuck: aStuckAction,
  late: () => anAction({ dueOn: '2026-03-26' }),
  done: aDoneAction,
  checked: () => aDoneAction({ stage: 'checked' }),
}

describe('who may do what with an action', () => {
  test.each(rows)('S42: $action, where it stands at $state', ({ state, action, marks }) => {
    const record = STATES[state]?.()
    const became = PEOPLE.map((person) => {
      const actor = actorOf(person)
      if (record && !actionRecord.viewOf(record, actor, aContext())) return 'not-found'
      const run = () => perform(actionRecord, record, ACTION_COMPLETE[action], actor, aContext())
      try {
        run()
        return 'done'
      } catch {
        return refusalOf(run).code
      }
    })
    expect(became).toEqual(marks.map((mark) => MARKS[mark as keyof typeof MARKS]))
  })

  test('the product alone assigns one from an audit', () => {
    for (const person of PEOPLE)
      given(undefined).when(ACTION_COMPLETE.arise, actorOf(person)).thenRefused('not-your-role')
  })

  test('S42: while its owner is away, or once they have left, whoever stands in does it', () => {
    const away = aBoard({
      people: aBoard().people.map((one) =>
        one.id === seniorNurse ? { ...one, awayUntil: '2026-04-30' } : one,
      ),
    })
    const context = aContext({ board: away })
    const finish = () =>
      perform(actionRecord, anAction(), ACTION_COMPLETE.finish, actorOf(deputyNurse, away), context)
    expect(finish()).toHaveLength(1)
    given(anAction())
      .when(ACTION_COMPLETE.finish, actorOf(deputyNurse))
      .thenRefused('not-your-role')
  })
})

describe('who sees an action', () => {
  const actions = [
    anAction(),
    aStuckAction(),
    anAction({ owner: policeSergeant, agency: police, maker: officeManager }),
    anAction({ past: communityTrust, owner: officeManager, maker: officeManager }),
    anAction({ past: communityTrust }),
    anAction({ reporter: seniorNurse }),
    anAction({ reporter: trustLead }),
    anAction({ reporter: boardChair }),
    aDoneAction({ stage: 'checked', past: police, maker: policeSergeant }),
  ]

  test('S42: lists show exactly what may be opened, and the board none of it', () => {
    const inScope = (person: PersonId, action: Action) => {
      const columns: Readonly<Record<string, unknown>> = ACTIONS.columnsOf(action)
      return actionScope(actorOf(person), aBoard()).some((clause) =>
        clause.every((condition) => {
          const value = columns[condition.column]
          if ('oneOf' in condition) return condition.oneOf.some((one) => one === value)
          return !('noneOf' in condition) || !condition.noneOf.some((one) => one === value)
        }),
      )
    }
    for (const person of [...PEOPLE, officeDeputy])
      for (const action of actions)
        expect(inScope(person, action)).toBe(
          actionRecord.viewOf(action, actorOf(person), aContext()) !== undefined,
        )
    expect(actions.some((one) => inScope(boardMember, one))).toBe(false)
  })

  test('S12: what follows from somebody’s own report, or was sent past them, is kept from them', () => {
    const own = anAction({ reporter: trustLead })
    const past = anAction({ past: communityTrust })
    expect(actionRecord.viewOf(own, actorOf(trustLead), aContext())).toBeUndefined()
    for (const person of [seniorNurse, trustLead])
      expect(actionRecord.viewOf(past, actorOf(person), aContext())).toBeUndefined()
    for (const action of [own, past]) {
      const told = (['owner', 'maker', 'helper'] as const).flatMap((who) =>
        ACTION.toldNow(who, action, aBoard(), officeManager),
      )
      expect(told).not.toContain(trustLead)
    }
    for (const duty of actionDuties(past))
      for (const step of ['holder', 'deputy', 'agencyLead'] as const)
        expect(actionAskedAt(duty, step, past, aBoard(), '2026-03-27')).toEqual([])
  })

  test.each([
    ['handOver', 'owner'],
    ['reportStuck', 'helper'],
  ] as const)(
    'S12: for %s nobody can be chosen who is kept from it, and no list says who',
    (action, field) => {
      const kept = anAction({ past: police, reporter: null })
      const actor = actorOf(action === 'handOver' ? trustLead : seniorNurse)
      const fieldIn = (one: Action) =>
        allowedFor(actionRecord, one, actor, aContext())
          .find((offered) => offered.action === action)
          ?.fields.find(({ name }) => name === field)
      expect(fieldIn(kept)).toBeDefined()
      expect(fieldIn(kept)).toEqual(fieldIn(anAction()))
      given(kept)
        .when({ ...ACTION_COMPLETE[action], [field]: policeSergeant }, actor)
        .thenMissing([field])
    },
  )

  test('S42: who recorded the findings of an audit is not told of what they gave to themselves', () => {
    const told = (action: Action) => ACTION.toldNow('owner', action, aBoard(), SYSTEM.person)
    expect(told(anAction({ maker: seniorNurse }))).toEqual([])
    expect(told(anAction())).toEqual([seniorNurse])
  })

  test('S42: whoever helped sees it no more once it can go on', () => {
    const helper = actorOf(policeSergeant)
    expect(actionRecord.viewOf(aStuckAction(), helper, aContext())).toBeDefined()
    expect(actionRecord.viewOf(anAction(), helper, aContext())).toBeUndefined()
  })
})

describe('who is asked to check an action', () => {
  const askedToCheck = (action: Action, step: 'holder' | 'agencyLead' | 'businessManager') => {
    const [duty] = actionDuties(action)
    return duty ? actionAskedAt(duty, step, action, aBoard(), '2026-03-27') : []
  }

  test('S42: the seniors and leads of its agency, without its owner', () => {
    expect(askedToCheck(aDoneAction(), 'holder')).toEqual([deputyNurse, trustLead])
    expect(askedToCheck(aDoneAction({ owner: trustLead }), 'agencyLead')).toEqual([])
  })

  test('S42: where nobody else is left there, the business manager', () => {
    const { done } = aDoneAction()
    const theirs = aDoneAction({
      owner: policeSergeant,
      agency: police,
      done: done && { ...done, by: policeSergeant },
    })
    expect(askedToCheck(theirs, 'holder')).toEqual([officeManager, officeDeputy])
  })
})
