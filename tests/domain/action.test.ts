import { describe, expect, test } from 'vitest'
import { actionRecord } from '../../src/domain/action/action.ts'
import { sayDue } from '../../src/domain/action/dates.ts'
import { actionDuties } from '../../src/domain/action/duties.ts'
import { showAction } from '../../src/domain/action/shown.ts'
import { dateOf } from '../../src/domain/words/time.ts'
import {
  aBoard,
  actorOf,
  boardOffice,
  communityTrust,
  officeManager,
  police,
  policeSergeant,
  seniorNurse,
  trustLead,
} from './a-board.ts'
import { ACTION_COMPLETE, aDoneAction, anAction, aStuckAction } from './an-action.ts'
import { aContext, NOW } from './an-observation.ts'
import { specOf } from './spec.ts'

const { given } = specOf(actionRecord, aContext())
const theOwner = actorOf(seniorNurse)
const theLead = actorOf(trustLead)
const theManager = actorOf(officeManager)

const anEarlierDate = (dueOn: string, at = '2025-12-01T09:00:00.000Z') => ({
  dueOn,
  reason: 'The clinics moved.',
  by: seniorNurse,
  at,
})

describe('an action that is assigned', () => {
  test('S42: has an owner, their agency, a day, and what will be different', () => {
    given(undefined).when(ACTION_COMPLETE.assign, theLead).thenState({
      stage: 'open',
      owner: seniorNurse,
      agency: communityTrust,
      maker: trustLead,
      dueOn: '2026-05-29',
      change: 'Every letter is read aloud before it goes.',
      origin: null,
      earlier: [],
    })
  })

  test('S42: without these it is refused, each by name', () => {
    const empty = { ...ACTION_COMPLETE.assign, what: ' ', change: '', owner: '' as never }
    given(undefined)
      .when({ ...empty, dueOn: '2026-03-26' }, theLead)
      .thenMissing(['what', 'change', 'owner', 'dueOn'])
  })

  test('S42: who gives one to themselves has taken it on', () => {
    given(undefined).when(ACTION_COMPLETE.assign, theOwner).thenState({ stage: 'inProgress' })
  })

  test('S42: is accepted by its owner, or handed back with a reason', () => {
    const open = anAction({ stage: 'open' })
    given(open).when(ACTION_COMPLETE.accept, theOwner).thenState({ stage: 'inProgress' })
    given(open).when({ type: 'handBack', reason: ' ' }, theOwner).thenMissing(['reason'])
    given(open)
      .when(ACTION_COMPLETE.handBack, theOwner)
      .thenState({ stage: 'open', handedBack: { reason: 'I do not run the clinics any more.' } })
  })

  test('S42: what was handed back waits for whoever assigned it, until it is handed over', () => {
    const back = { reason: 'Not mine.', by: seniorNurse, at: NOW }
    const handedBack = anAction({ stage: 'open', handedBack: back })
    expect(actionDuties(handedBack).map(({ key, person }) => [key, person])).toEqual([
      ['giveAgain', trustLead],
      ['act', trustLead],
    ])
    given(handedBack).when(ACTION_COMPLETE.changeDate, theOwner).thenRefused('not-your-role')
    given(handedBack).when(ACTION_COMPLETE.reportStuck, theOwner).thenRefused('not-possible-now')
    given(handedBack).when(ACTION_COMPLETE.accept, theOwner).thenState({ handedBack: null })
    given(handedBack)
      .when({ ...ACTION_COMPLETE.handOver, owner: policeSergeant }, theLead)
      .thenState({ stage: 'open', owner: policeSergeant, agency: police, handedBack: null })
    given(handedBack)
      .when({ ...ACTION_COMPLETE.handOver, owner: seniorNurse }, theLead)
      .thenState({ stage: 'open', handedBack: null })
  })

  test('S42: is handed over with a reason, and the new owner accepts it', () => {
    given(aStuckAction())
      .when(ACTION_COMPLETE.handOver, theLead)
      .thenState({ stage: 'open', owner: officeManager, agency: boardOffice, stuck: null })
    given(anAction())
      .when({ ...ACTION_COMPLETE.handOver, owner: seniorNurse, reason: '' }, theLead)
      .thenMissing(['reason', 'owner'])
  })
})

describe('an action under way', () => {
  test('S42: its owner says in one line how it goes', () => {
    given(anAction())
      .when(ACTION_COMPLETE.update, theOwner)
      .thenState({ updates: [{ text: 'Two of four clinics have it.', by: seniorNurse }] })
  })

  test.each(['open', 'inProgress'] as const)(
    'S42: one that is %s and stuck names who can help, and goes on from there',
    (stage) => {
      given(anAction({ stage }))
        .when(ACTION_COMPLETE.reportStuck, theOwner)
        .thenState({ stage: 'stuck', stuck: { helper: policeSergeant, before: stage } })
      const { stuck } = aStuckAction()
      const before = stuck && { ...stuck, before: stage }
      for (const person of [seniorNurse, policeSergeant])
        given(aStuckAction({ stuck: before }))
          .when(ACTION_COMPLETE.unstick, actorOf(person))
          .thenState({ stage, stuck: null })
    },
  )

  test('S42: nobody is named as able to help with what they do themselves', () => {
    given(anAction())
      .when({ ...ACTION_COMPLETE.reportStuck, helper: seniorNurse }, theOwner)
      .thenMissing(['helper'])
  })
})

describe('the date of an action', () => {
  const passed = anAction({ dueOn: '2026-03-26' })
  const movedTwice = anAction({
    earlier: [anEarlierDate('2026-03-01'), anEarlierDate('2026-04-01')],
  })

  test('S42: is changed with a reason, and the old one is kept', () => {
    given(anAction())
      .when(ACTION_COMPLETE.changeDate, theOwner)
      .thenState({
        dueOn: '2026-07-20',
        earlier: [{ dueOn: '2026-05-29', reason: 'The clinics move in June.', by: seniorNurse }],
      })
    given(anAction())
      .when({ type: 'changeDate', dueOn: '2026-05-29', reason: '' }, theOwner)
      .thenMissing(['reason', 'dueOn'])
  })

  test.each([
    ['the third time', movedTwice],
    ['once it has passed', passed],
  ])('S42: %s its agency’s lead changes it, and no more its owner', (_when, action) => {
    given(action).when(ACTION_COMPLETE.changeDate, theOwner).thenRefused('not-your-role')
    given(action).when(ACTION_COMPLETE.changeDate, theLead).thenState({ dueOn: '2026-07-20' })
  })

  test('S42: before that nobody but its owner does', () => {
    given(anAction()).when(ACTION_COMPLETE.changeDate, theLead).thenRefused('not-your-role')
  })

  test.each([
    [
      ['2026-03-01', '2026-04-01', '2026-05-29'],
      '2026-07-20',
      'was 1 March, now 20 July 2026: moved three times, 141 days',
    ],
    [['2025-12-30'], '2026-01-02', 'was 30 December 2025, now 2 January 2026: moved once, 3 days'],
    [['2026-06-02'], '2026-06-01', 'was 2 June, now 1 June 2026: moved once, 1 day earlier'],
    [[], '2026-06-01', '1 June 2026'],
  ])('S42: moves and days are counted and shown: %s', (earlier, dueOn, says) => {
    const dates = earlier.map((one) => anEarlierDate(one))
    expect(sayDue(anAction({ dueOn, earlier: dates }))).toBe(says)
  })

  test('S42: one that was moved after it had passed stays counted as that', () => {
    const earlier = [anEarlierDate('2026-03-01', '2026-03-05T09:00:00.000Z')]
    const { facts } = showAction(anAction({ earlier }), aBoard())
    expect(facts).toContainEqual({
      label: 'By when',
      value: 'was 1 March, now 29 May 2026: moved once, 89 days, once after it had passed',
    })
  })
})

describe('an action that is done', () => {
  test('S42: its owner says what was done and what shows it', () => {
    given(anAction())
      .when(ACTION_COMPLETE.finish, theOwner)
      .thenState({ stage: 'done', done: { did: 'It is on the list.', evidence: ['document'] } })
    given(anAction())
      .when({ type: 'finish', did: '', evidence: [], shows: '' }, theOwner)
      .thenMissing(['did', 'evidence', 'shows'])
  })

  test('S42: a training record alone is not enough, and it says what to add', () => {
    const training = { ...ACTION_COMPLETE.finish, evidence: ['trainingRecord'] }
    given(anAction()).when(training, theOwner).thenMissing(['evidence'])
    given(anAction())
      .when({ ...training, evidence: ['trainingRecord', 'observedPractice'] }, theOwner)
      .thenState({ stage: 'done' })
  })

  test.each([
    ['asAsked', 'checked'],
    ['alternate', 'checked'],
  ] as const)('S42: somebody else checks it: %s', (result, stage) => {
    for (const actor of [theLead, theManager])
      given(aDoneAction())
        .when({ ...ACTION_COMPLETE.check, result }, actor)
        .thenState({ stage, check: { result, by: actor.person, missing: null } })
  })

  test('S42: what is not there yet goes back with what is missing', () => {
    const back = { ...ACTION_COMPLETE.check, result: 'notAccepted' as const }
    given(aDoneAction()).when(back, theLead).thenMissing(['missing'])
    const missing = 'Two clinics have no list.'
    given(aDoneAction())
      .when({ ...back, missing }, theLead)
      .thenState({ stage: 'inProgress', check: { result: 'notAccepted', missing } })
  })

  test('S42: its owner never checks it, whatever they hold, and nobody what they did', () => {
    const manages = aDoneAction({ owner: officeManager })
    given(manages).when(ACTION_COMPLETE.check, theManager).thenRefused('not-your-role')
    const { done } = aDoneAction()
    const stoodIn = aDoneAction({ done: done && { ...done, by: trustLead } })
    for (const actor of [theOwner, theLead])
      given(stoodIn).when(ACTION_COMPLETE.check, actor).thenRefused('not-your-role')
  })
})

describe('what waits about an action', () => {
  const waits = (action: Parameters<typeof actionDuties>[0]) =>
    actionDuties(action).map(({ key, holder, due }) => `${key} ${holder} ${dateOf(due)}`)

  test('S42: each thing for one person or for those who check it, by a day', () => {
    expect(waits(anAction({ stage: 'open' }))).toEqual([
      'accept person:senior-nurse 2026-03-27',
      'act person:senior-nurse 2026-05-29',
    ])
    expect(waits(anAction())).toEqual(['act person:senior-nurse 2026-05-29'])
    expect(waits(aStuckAction())).toEqual([
      'act person:senior-nurse 2026-05-29',
      'help person:police-sergeant 2026-04-02',
    ])
    expect(waits(aDoneAction())).toEqual(['check check@community-trust 2026-04-09'])
    expect(waits(aDoneAction({ stage: 'checked' }))).toEqual([])
  })
})
