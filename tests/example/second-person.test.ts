import { describe, expect, test } from 'vitest'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import { refusalOf } from '../domain/spec.ts'
import type { Outing, OutingCommand } from './an-outing.ts'
import { outingKind, someone } from './an-outing.ts'

const teacher = someone('teacher')
const teacher2 = someone('teacher2')
const head = someone('head')
const everybody = [teacher, teacher2, head]

const FRIDAY = '2026-03-27T09:00:00.000Z'
const TUESDAY = '2026-03-31T09:00:00.000Z'
const WEDNESDAY = '2026-04-01T09:00:00.000Z'
const at = (now: string, people: readonly Actor[] = everybody) => ({ now, people })

const CANCEL = { type: 'cancel', reason: ' It rains. ' } as const

/** One outing: each step is taken on what the steps before it made. */
function anOutingWith(coming: number) {
  let seq = 0
  let state: Outing | undefined
  const step = (command: OutingCommand, actor: Actor, context = at(FRIDAY)) => {
    // The machinery's own commands are no part of the kind's: it takes them for every kind.
    const happened = perform(outingKind, state, command as never, actor, context)
    for (const { by, event } of happened) {
      seq += 1
      state = outingKind.evolve(state, { seq, at: context.now, by, cause: 'c', event })
    }
    return happened
  }
  const now = (): Outing => {
    if (!state) throw new Error('nothing is planned')
    return state
  }
  step({ type: 'plan', title: 'To the wood', coming }, teacher)
  return {
    step,
    now,
    refused: (command: OutingCommand, actor: Actor, context = at(FRIDAY)) =>
      refusalOf(() => step(command, actor, context)),
    offers: (actor: Actor, context = at(FRIDAY)) =>
      allowedFor(outingKind, now(), actor, context).map(({ action, missing }) => ({
        action,
        missing: missing.map(({ need }) => need),
      })),
  }
}

test('an action that needs nobody else is taken alone', () => {
  const outing = anOutingWith(0)
  expect(outing.step(CANCEL, teacher)).toMatchObject([{ event: { type: 'OutingCancelled' } }])
})

describe('an action that needs a second person', () => {
  test('is kept, and done once somebody else agrees; each event is whose it is', () => {
    const outing = anOutingWith(20)
    expect(outing.step(CANCEL, teacher)).toEqual([
      {
        by: 'teacher',
        event: {
          type: 'Proposed',
          command: { type: 'cancel', reason: 'It rains.' },
          until: '2026-03-31',
        },
      },
    ])
    expect(outing.now().stage).toBe('planned')
    expect(outing.offers(head)).toEqual([
      { action: 'agree', missing: [] },
      { action: 'decline', missing: [] },
    ])
    expect(outing.step({ type: 'agree', proposal: 2 }, head, at(TUESDAY))).toEqual([
      { by: 'head', event: { type: 'ProposalAgreed', proposal: 2 } },
      { by: 'teacher', event: { type: 'OutingCancelled', reason: 'It rains.' } },
    ])
    expect(outing.now()).toMatchObject({ stage: 'cancelled', proposals: [] })
  })

  test('is neither proposed nor offered again while it waits', () => {
    const outing = anOutingWith(20)
    outing.step(CANCEL, teacher)
    expect(outing.refused(CANCEL, teacher2)).toMatchObject({ code: 'incomplete' })
    expect(outing.offers(teacher2).map(({ action }) => action)).toEqual(['getReady'])
  })

  test('is agreed to neither by who proposed it nor without the role', () => {
    const outing = anOutingWith(20)
    outing.step(CANCEL, teacher)
    for (const actor of [teacher, teacher2])
      expect(outing.refused({ type: 'agree', proposal: 2 }, actor).code).toBe('not-your-role')
  })

  test('is refused before anything is written where nobody could agree', () => {
    const outing = anOutingWith(20)
    const refusal = outing.refused(CANCEL, teacher, at(FRIDAY, [teacher, teacher2]))
    expect(refusal).toMatchObject({ details: { missing: [{ need: 'secondPerson' }] } })
    expect(outing.now().proposals).toEqual([])
  })

  test('lapses by itself after its last day, and can be proposed again', () => {
    const outing = anOutingWith(20)
    outing.step(CANCEL, teacher)
    const late = at(WEDNESDAY)
    expect(outing.refused({ type: 'agree', proposal: 2 }, head, late).code).toBe('not-possible-now')
    expect(outing.step(CANCEL, teacher, late)).toMatchObject([
      { event: { type: 'Proposed', until: '2026-04-03' } },
    ])
    // An old card does not answer the newer proposal.
    expect(outing.refused({ type: 'agree', proposal: 2 }, head, late).code).toBe('not-possible-now')
  })

  test('is declined with a reason, or taken back by who proposed it', () => {
    const outing = anOutingWith(20)
    outing.step(CANCEL, teacher)
    expect(outing.refused({ type: 'decline', proposal: 2, reason: ' ' }, head)).toMatchObject({
      details: { missing: [{ need: 'reason' }] },
    })
    outing.step({ type: 'decline', proposal: 2, reason: 'The sun shines.' }, head)
    expect(outing.now()).toMatchObject({ stage: 'planned', proposals: [] })
    outing.step(CANCEL, teacher)
    expect(outing.refused({ type: 'takeBack', proposal: 4 }, head).code).toBe('not-your-role')
    outing.step({ type: 'takeBack', proposal: 4 }, teacher)
    expect(outing.now().proposals).toEqual([])
  })

  test('is checked again as things stand when somebody agrees', () => {
    const outing = anOutingWith(20)
    outing.step(CANCEL, teacher)
    const gone = at(FRIDAY, [teacher2, head])
    expect(outing.offers(head, gone)).toEqual([
      { action: 'agree', missing: ['proposal'] },
      { action: 'decline', missing: [] },
    ])
    expect(outing.refused({ type: 'agree', proposal: 2 }, head, gone).code).toBe('not-possible-now')
  })
})
