import { describe, expect, test } from 'vitest'
import { activityRecord } from '../../src/domain/activity/activity.ts'
import { ACTIVITIES, activityScope } from '../../src/domain/activity/columns.ts'
import { activityAskedAt, activityDuties } from '../../src/domain/activity/duties.ts'
import { ACTIVITY } from '../../src/domain/activity/registered.ts'
import type { Activity, ActivityCommand } from '../../src/domain/activity/types.ts'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import type { PersonId, RecordRef } from '../../src/domain/words/ids.ts'
import {
  aBoard,
  actorOf,
  boardChair,
  boardMember,
  communityTrust,
  healthVisitor,
  officeManager,
  police,
  policeSergeant,
  recordsAuditor,
  seniorNurse,
  theAppointments,
  trustLead,
} from './a-board.ts'
import { ACTIVITY_COMPLETE, aFinding, anActivity, anAudit, others } from './an-activity.ts'
import { aContext, NOW } from './an-observation.ts'
import { refusalOf, specOf } from './spec.ts'

const { given } = specOf(activityRecord, aContext())
const theSenior = actorOf(seniorNurse)
const theHolder = actorOf(trustLead)

describe('learning that is recorded at once', () => {
  test('S6: supervision takes a day, a type and one learning point', () => {
    given(undefined)
      .when(ACTIVITY_COMPLETE.record, actorOf(healthVisitor))
      .thenState({
        stage: 'recorded',
        type: 'supervision',
        agency: communityTrust,
        agencies: [communityTrust],
        holder: healthVisitor,
        learning: ['Read the address aloud'],
        links: ['OBS-2026-0042'],
        evidence: null,
      })
  })

  const point = { point: 'One more thing' }
  test.each<readonly [string, Partial<typeof ACTIVITY_COMPLETE.record>, readonly string[]]>([
    ['no learning point', { learning: [] }, ['learning']],
    ['four learning points', { learning: [point, point, point, point] }, ['learning']],
    ['a blank learning point', { learning: [{ point: '  ' }] }, ['learning.0.point']],
    ['a day that is to come', { heldOn: '2026-03-28' }, ['heldOn']],
    ['an audit, which is planned first', { activity: 'singleAgencyAudit' }, ['activity']],
    ['a reference of something else', { links: ['LRN-2026-0001'] }, ['links']],
    ['an agency that is not there', { agencies: ['nowhere'] }, ['agencies']],
  ])('S6: it is refused with %s', (_what, part, needs) => {
    given(undefined)
      .when({ ...ACTIVITY_COMPLETE.record, ...part }, actorOf(healthVisitor))
      .thenMissing(needs)
  })

  test.each([
    ['training', null, 'attendanceOnly'],
    ['training', 'practiceSeen', 'practiceSeen'],
    ['supervision', 'practiceSeen', null],
  ] as const)('S6: %s says what shows that it worked: %s is kept as %s', (activity, says, kept) => {
    given(undefined)
      .when({ ...ACTIVITY_COMPLETE.record, activity, evidence: says }, actorOf(healthVisitor))
      .thenState({ evidence: kept })
    const held = given(anActivity({ type: activity })).when(
      { ...ACTIVITY_COMPLETE.hold, evidence: says },
      theHolder,
    )
    // What is planned says what it is, so nothing is asked there and nothing swallowed.
    if (activity === 'training') held.thenState({ evidence: kept })
    else held.thenMissing(['evidence'])
  })

  const recorded = anActivity({ stage: 'recorded', heldOn: '2026-03-26', learning: ['Read it.'] })

  test('S6: is corrected where it was recorded wrongly, and what was recorded before stays', () => {
    given(recorded)
      .when(ACTIVITY_COMPLETE.correct, theHolder)
      .thenState({
        stage: 'recorded',
        heldOn: '2026-03-25',
        agencies: [communityTrust, police],
        learning: ['Read it.'],
      })
    const [happened] = perform(
      activityRecord,
      recorded,
      ACTIVITY_COMPLETE.correct,
      theHolder,
      aContext(),
    )
    const says = happened && ACTIVITY.shown?.sayEvent(happened.event, aBoard())
    for (const words of [
      'The police took part.',
      '26 March 2026',
      'The community trust.',
      'Read it.',
    ])
      expect(says).toContain(words)
  })

  test('S6: a correction that changes nothing, or says no reason, is refused', () => {
    const nothing = { ...ACTIVITY_COMPLETE.correct, heldOn: '2026-03-26', agencies: null }
    given(recorded).when(nothing, theHolder).thenMissing(['correction'])
    given(recorded)
      .when({ ...ACTIVITY_COMPLETE.correct, reason: ' ' }, theHolder)
      .thenMissing(['reason'])
  })

  test('S6: no form asks for a name, and those with words say so', () => {
    const { moves } = activityRecord
    const fields = [moves.record, moves.hold, moves.plan].flatMap(({ fields = {} }) =>
      Object.values(fields),
    )
    expect(
      fields.filter(({ is, label }) => is === 'text' && /child|who\b|name/i.test(label)),
    ).toEqual([])
    const words = fields.filter(({ is }) => is === 'rows' || is === 'text')
    expect(words.map(({ help }) => String(help).includes('No names are needed'))).toEqual([
      true,
      true,
      true,
    ])
  })
})

describe('learning that is planned', () => {
  test('S6: is held by one person by a day, who records what people took from it', () => {
    given(undefined)
      .when(ACTIVITY_COMPLETE.plan, theSenior)
      .thenState({ stage: 'planned', holder: trustLead, dueOn: '2026-04-10', maker: seniorNurse })
    given(anActivity())
      .when(ACTIVITY_COMPLETE.hold, theHolder)
      .thenState({ stage: 'recorded', heldOn: '2026-03-26', learning: ['Read the address aloud'] })
  })

  test('S6: is not given up without a reason', () => {
    given(anActivity()).when({ type: 'notHeld', reason: ' ' }, theHolder).thenMissing(['reason'])
    given(anActivity())
      .when(ACTIVITY_COMPLETE.notHeld, theHolder)
      .thenState({ stage: 'notHeld', notHeldBecause: 'The team has been dissolved.' })
  })
})

describe('an audit', () => {
  test('S7: goes from planned over gathering and findings to closed', () => {
    const planned = anActivity({ type: 'multiAgencyAudit' })
    given(planned)
      .when(ACTIVITY_COMPLETE.startAudit, theHolder)
      .thenState({ stage: 'gathering', audit: { theme: 'Letters', sample: 40 } })
    given(anAudit({ stage: 'gathering' }))
      .when(ACTIVITY_COMPLETE.recordFindings, theHolder)
      .thenState({ stage: 'findings', audit: { grade: 'partlyMet', standard: expect.any(String) } })
    given(anAudit())
      .when(ACTIVITY_COMPLETE.closeAudit, theHolder)
      .thenState({ stage: 'closed', learning: ['Read the address aloud'] })
  })

  test.each<readonly [string, Partial<typeof aFinding>, readonly string[]]>([
    [
      'nothing that follows',
      { action: null, change: null, owner: null, dueOn: null } as never,
      ['noActionBecause'],
    ],
    ['an action and nobody', { owner: null } as never, ['action']],
    ['an action and no day', { dueOn: null } as never, ['action']],
    [
      'a blank reason',
      { action: null, change: null, owner: null, dueOn: null, noActionBecause: ' ' } as never,
      ['noActionBecause'],
    ],
  ])('S7: a finding with %s is refused', (_what, part, fields) => {
    const findings = [{ ...aFinding, ...part }]
    given(anAudit({ stage: 'gathering' }))
      .when({ ...ACTIVITY_COMPLETE.recordFindings, findings }, theHolder)
      .thenMissing(fields.map((field) => `findings.0.${field}`))
  })

  test('S7: a finding without an action says why there is none', () => {
    const because = {
      action: null,
      change: null,
      owner: null,
      dueOn: null,
      noActionBecause: 'It was put right.',
    }
    given(anAudit({ stage: 'gathering' }))
      .when(
        { ...ACTIVITY_COMPLETE.recordFindings, findings: [{ ...aFinding, ...because }] },
        theHolder,
      )
      .thenState({ stage: 'findings' })
  })

  test('S7: what it promises is an action of its own, and nothing that it waits for itself', () => {
    const gathering = anAudit({ stage: 'gathering' })
    const [happened] = perform(
      activityRecord,
      gathering,
      ACTIVITY_COMPLETE.recordFindings,
      theHolder,
      aContext(),
    )
    if (!happened) throw new Error('nothing happened')
    const recorded = { seq: 3, at: NOW, cause: 'c', ...happened }
    const found = activityRecord.evolve(anAudit({ ...gathering, past: police }), recorded)
    expect(activityDuties(found)).toEqual([])
    const origin = 'LRN-2026-0007' as RecordRef
    expect(ACTIVITY.reactionsTo?.(recorded, found, origin, [])).toEqual([
      {
        kind: 'action',
        command: {
          type: 'arise',
          what: 'Put the check on the clinic list.',
          change: 'Every letter is read aloud.',
          finding: 'Half of the letters had been read aloud.',
          owner: policeSergeant,
          dueOn: '2026-06-30',
          agency: communityTrust,
          maker: trustLead,
          origin,
          reporter: null,
          past: police,
        },
      },
    ])
    expect(ACTIVITY.tellingsOf(happened.event, [])).toEqual([])
  })

  test('S7: findings that an earlier version recorded stay with the audit until they are done', () => {
    const { grade, findings } = ACTIVITY_COMPLETE.recordFindings
    const event = { type: 'AuditFindingsRecorded', grade, findings } as const
    const recorded = { seq: 3, at: NOW, by: trustLead, cause: 'c', event }
    const found = activityRecord.evolve(anAudit({ stage: 'gathering' }), recorded)
    expect(activityDuties(found).map(({ key, person }) => [key, person])).toEqual([
      ['act:1', policeSergeant],
    ])
    expect(ACTIVITY.reactionsTo?.(recorded, found, 'LRN-2026-0007' as RecordRef, [])).toEqual([])
    expect(ACTIVITY.tellingsOf(event, [])).toEqual([{ who: 'owners', notice: 'action' }])
  })

  test('S7: who does something about a finding says when it is done, and then owes nothing', () => {
    const owner = actorOf(policeSergeant)
    const { finishAction } = ACTIVITY_COMPLETE
    given(anAudit({ stage: 'closed' }))
      .when(finishAction, owner)
      .thenState({ audit: { findings: [{ done: { text: 'It is on the list.' } }] } })
    const done = { text: 'Done.', by: policeSergeant, at: NOW }
    const { audit } = anAudit()
    const finished = anAudit({ audit: audit && { ...audit, findings: [{ ...aFinding, done }] } })
    given(finished).when(finishAction, theHolder).thenRefused('not-possible-now')
  })

  test('S7: is never recorded as if it were a meeting, nor a meeting audited', () => {
    given(anActivity({ type: 'singleAgencyAudit' }))
      .when(ACTIVITY_COMPLETE.hold, theHolder)
      .thenRefused('not-possible-now')
    given(anActivity())
      .when(ACTIVITY_COMPLETE.startAudit, theHolder)
      .thenRefused('not-possible-now')
  })
})

/** One column each: holder, maker, lead of its agency, owner, bystander, business manager, chair, board member, auditor. */
const PEOPLE = [
  trustLead,
  seniorNurse,
  others.owner,
  others.bystander,
  others.colleague,
  officeManager,
  boardChair,
  boardMember,
  recordsAuditor,
]
const MARKS = { y: 'done', r: 'not-your-role', n: 'not-possible-now', '.': 'not-found' } as const

/** Who may do what, by hand: `y` may, `r` not their part, `n` not now, `.` they learn nothing of it. */
const BY_HAND = `
nothing   record         y y y y y y y y y
nothing   plan           y y y r r y r r r
planned   hold           y y . . . . . . .
planned   replan         y y . . . . . . .
planned   notHeld        y y . . . . . . .
planned   startAudit     n n . . . . . . .
planned   recordFindings n n . . . . . . .
planned   closeAudit     n n . . . . . . .
planned   finishAction   n n . . . . . . .
findings  hold           n n r . . . . . .
findings  replan         n n r . . . . . .
findings  notHeld        n n r . . . . . .
findings  startAudit     n n r . . . . . .
findings  recordFindings n n r . . . . . .
findings  closeAudit     y y r . . . . . .
findings  finishAction   y y y . . . . . .
recorded  correct        y y . . . . . . .
recorded  hold           n n . . . . . . .
planned   correct        n n . . . . . . .
findings  correct        n n r . . . . . .
`
const rows = BY_HAND.trim()
  .split('\n')
  .map((line) => {
    const [state = '', action = '', ...marks] = line.split(/\s+/)
    return { state, action: action as ActivityCommand['type'], marks }
  })
const STATES: Readonly<Record<string, () => ReturnType<typeof anActivity> | undefined>> = {
  nothing: () => undefined,
  planned: anActivity,
  findings: anAudit,
  recorded: () => anActivity({ stage: 'recorded', heldOn: '2026-03-26', learning: ['Read it.'] }),
}

describe('who may do what with a learning activity', () => {
  test.each(rows)('S6: $action, where it stands at $state', ({ state, action, marks }) => {
    const activity = STATES[state]?.()
    const became = PEOPLE.map((person) => {
      const actor = actorOf(person)
      if (activity && !activityRecord.viewOf(activity, actor, aContext())) return 'not-found'
      const run = () =>
        perform(activityRecord, activity, ACTIVITY_COMPLETE[action], actor, aContext())
      try {
        run()
        return 'done'
      } catch {
        return refusalOf(run).code
      }
    })
    expect(became).toEqual(marks.map((mark) => MARKS[mark as keyof typeof MARKS]))
  })

  test('the product alone plans one from a decision', () => {
    for (const person of PEOPLE)
      given(undefined).when(ACTIVITY_COMPLETE.arise, actorOf(person)).thenRefused('not-your-role')
  })

  test('S6: the board sees nothing of one, and lists show exactly what may be opened', () => {
    const activities = [
      anActivity(),
      anActivity({ holder: others.bystander, maker: others.bystander, agency: police }),
      anActivity({ past: communityTrust, holder: officeManager, maker: officeManager }),
      anActivity({ past: communityTrust }),
      anActivity({ reporter: theSenior.person }),
      anActivity({ reporter: trustLead, holder: trustLead }),
    ]
    const inScope = (person: (typeof PEOPLE)[number], activity: ReturnType<typeof anActivity>) => {
      const columns: Readonly<Record<string, unknown>> = ACTIVITIES.columnsOf(activity)
      return activityScope(actorOf(person), aBoard()).some((clause) =>
        clause.every((condition) => {
          const value = columns[condition.column]
          if ('oneOf' in condition) return condition.oneOf.some((one) => one === value)
          return !('noneOf' in condition) || !condition.noneOf.some((one) => one === value)
        }),
      )
    }
    for (const person of PEOPLE)
      for (const activity of activities)
        expect(inScope(person, activity)).toBe(
          activityRecord.viewOf(activity, actorOf(person), aContext()) !== undefined,
        )
    expect(activities.some((one) => inScope(boardMember, one))).toBe(false)
  })

  /** Somebody who must not know of it cannot be asked, and no list says who that is. */
  function expectNoTell(kept: Activity, other: Activity, person: PersonId) {
    const [field, same] = [kept, other].map((one) =>
      allowedFor(activityRecord, one, theHolder, aContext())
        .filter(({ action }) => action === 'replan')
        .flatMap(({ fields }) => fields)
        .find(({ is }) => is === 'person'),
    )
    expect(field).toBeDefined()
    expect(field).toEqual(same)
    given(kept)
      .when({ ...ACTIVITY_COMPLETE.replan, holder: person }, theHolder)
      .thenMissing(['holder'])
    given(anActivity({ ...kept, stage: 'gathering', type: 'singleAgencyAudit' }))
      .when(
        {
          type: 'recordFindings',
          grade: 'met',
          findings: [
            {
              finding: 'Letters are not read aloud.',
              action: 'Read them aloud.',
              change: null,
              owner: person,
              dueOn: '2026-06-01',
              noActionBecause: null,
            },
          ],
        },
        theHolder,
      )
      .thenMissing(['findings.0.owner'])
  }

  test('S12: a senior has no say in the learning that follows from their own report', () => {
    const own = anActivity({ reporter: theSenior.person })
    expect(activityRecord.viewOf(own, theSenior, aContext())).toBeUndefined()
    expectNoTell(own, anActivity(), theSenior.person)
    const [duty] = activityDuties(own)
    expect(duty?.notFor).toEqual([theSenior.person])
  })

  test('S12: nobody is reminded of what they may not see any more', () => {
    const past = anActivity({ past: communityTrust })
    const [duty] = activityDuties(past)
    if (!duty) throw new Error('nothing waits')
    for (const step of ['holder', 'agencyLead'] as const)
      expect(activityAskedAt(duty, step, past, aBoard())).toEqual([])
    expect(activityAskedAt(duty, 'holder', anActivity(), aBoard())).toEqual([trustLead])
  })

  test('S12: what was sent past an agency is kept from its people, also where they were to hold it', () => {
    const past = anActivity({ past: communityTrust })
    expect(activityRecord.viewOf(past, theHolder, aContext())).toBeUndefined()
    expect(activityRecord.viewOf(past, theSenior, aContext())).toBeUndefined()
    const elsewhere = { agency: communityTrust }
    expectNoTell(anActivity({ ...elsewhere, past: police }), anActivity(elsewhere), policeSergeant)
  })

  test('where an agency has no senior, the business manager looks after its activities', () => {
    const appointments = theAppointments.filter(({ agency }) => agency !== communityTrust)
    const board = aBoard({ appointments })
    const seen = activityRecord.viewOf(
      anActivity(),
      actorOf(officeManager, board),
      aContext({ board }),
    )
    expect(seen).toBeDefined()
  })
})

describe('what goes back to where it came from', () => {
  const origin = 'OBS-2026-0042' as RecordRef
  const ref = 'LRN-2026-0007' as RecordRef
  const reactionsTo = (command: ActivityCommand, activity: ReturnType<typeof anActivity>) =>
    perform(activityRecord, activity, command, theHolder, aContext()).flatMap(({ by, event }) => {
      const recorded = { seq: 2, at: NOW, by, cause: 'c', event }
      return ACTIVITY.reactionsTo?.(recorded, activityRecord.evolve(activity, recorded), ref, [])
    })

  test.each([
    ['held', ACTIVITY_COMPLETE.hold, anActivity({ origin }), 'noteLearning'],
    ['closed', ACTIVITY_COMPLETE.closeAudit, anAudit({ origin }), 'noteLearning'],
    ['not held', ACTIVITY_COMPLETE.notHeld, anActivity({ origin }), 'noteNotHeld'],
  ] as const)('S6: the observation is told once it is %s', (_what, command, activity, type) => {
    expect(reactionsTo(command, activity)).toMatchObject([
      { kind: 'observation', id: origin, command: { type, activity: ref } },
    ])
  })

  test('nothing goes anywhere where it follows from no decision', () => {
    expect(reactionsTo(ACTIVITY_COMPLETE.hold, anActivity())).toEqual([])
  })
})
