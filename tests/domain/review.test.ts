import { describe, expect, test } from 'vitest'
import { actorFor } from '../../src/domain/board/directory.ts'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import { REVIEWS, reviewScope } from '../../src/domain/review/columns.ts'
import { reviewAskedAt, reviewDuties } from '../../src/domain/review/duties.ts'
import { REVIEW } from '../../src/domain/review/registered.ts'
import { reviewRecord } from '../../src/domain/review/review.ts'
import { showReview } from '../../src/domain/review/shown.ts'
import type { Review, ReviewCommand } from '../../src/domain/review/types.ts'
import { SYSTEM } from '../../src/domain/words/actor.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import {
  aBoard,
  actorOf,
  boardChair,
  boardMember,
  boardOffice,
  communityTrust,
  healthVisitor,
  officeDeputy,
  officeManager,
  police,
  policeSergeant,
  recordsAuditor,
  seniorNurse,
  trustLead,
} from './a-board.ts'
import {
  anAssessment,
  aReadyReview,
  aReview,
  aSeriousCase,
  criteria,
  notifiable,
  REVIEW_COMPLETE,
  ZERO,
} from './a-review.ts'
import { aContext, NOW } from './an-observation.ts'
import { refusalOf, specOf } from './spec.ts'

const { given } = specOf(reviewRecord, aContext())
const in2023 = { ...aBoard(), profile: 'WT2023' } as const
const { given: given2023 } = specOf(reviewRecord, aContext({ board: in2023 }))
const chair = actorOf(boardChair)
const office = actorOf(officeManager)
const lead = actorOf(trustLead)
const MET = { abuseOrNeglect: 'known', died: 'yes' } as const
const OPEN = { abuseOrNeglect: 'notKnown', died: 'yes' } as const
const as2023 = <Test extends { readonly profile: string }>(test: Test) =>
  ({ ...test, profile: 'WT2023' }) as const

describe('a review that is proposed', () => {
  test('S14: says what it is, what it comes from and what should be looked at', () => {
    given(undefined)
      .when(REVIEW_COMPLETE.propose, actorOf(seniorNurse))
      .thenState({
        stage: 'proposed',
        method: 'multiAgencyLearningReview',
        proposer: seniorNurse,
        links: ['OBS-2026-0042'],
        statutoryAsked: false,
        reporter: null,
      })
  })

  test.each<readonly [string, Partial<typeof REVIEW_COMPLETE.propose>, readonly string[]]>([
    ['no paragraph', { about: ' ' }, ['about']],
    ['no observation it comes from', { observations: [] }, ['observations']],
    ['no activity it comes from', { source: 'activity', observations: null }, ['activity']],
    ['no day of notification', { source: 'notification', observations: null }, ['notifiedOn']],
    ['a type of the other guidance', { method: 'practiceReview' }, ['method']],
    ['an agency that is not there', { agency: 'nowhere' as never }, ['agency']],
  ])('S14: it is refused with %s', (_what, part, needs) => {
    given(undefined)
      .when({ ...REVIEW_COMPLETE.propose, ...part }, actorOf(seniorNurse))
      .thenMissing(needs)
  })

  test('S14: a decision proposes what the profile begins with, and carries nothing that was told', () => {
    const events = perform(reviewRecord, undefined, REVIEW_COMPLETE.arise, SYSTEM, aContext())
    expect(events.map(({ event }) => event)).toMatchObject([
      { method: 'seriousCaseReview', about: '', links: [], proposer: seniorNurse },
    ])
    given2023(undefined)
      .when(REVIEW_COMPLETE.arise, SYSTEM)
      .thenState({ method: 'rapidReview', statutoryAsked: true, origin: 'OBS-2026-0042' })
    given(undefined)
      .when({ ...REVIEW_COMPLETE.arise, statutory: false }, SYSTEM)
      .thenState({ method: 'multiAgencyLearningReview', statutoryAsked: false })
  })

  test('S14: another decision withdraws it, but not once the criteria are met', () => {
    given(aReview()).when(REVIEW_COMPLETE.withdraw, SYSTEM).thenState({ stage: 'notProceeding' })
    given(aReview({ criteria: criteria(MET) }))
      .when(REVIEW_COMPLETE.withdraw, SYSTEM)
      .thenState({ stage: 'proposed' })
  })
})

describe('the two tests', () => {
  test('S14: are answered by a named person, each apart', () => {
    given(aReview())
      .when(REVIEW_COMPLETE.answerNotifiable, office)
      .thenState({ notifiable: { by: officeManager }, criteria: null, knownOn: '2026-03-18' })
    given(aReview())
      .when({ ...REVIEW_COMPLETE.answerCriteria, ...MET }, chair)
      .thenState({ criteria: { by: boardChair, profile: 'WT2013' }, notifiable: null })
  })

  test('S14: what is not known and could change it is looked at again on a day', () => {
    const answers = { ...REVIEW_COMPLETE.answerCriteria, ...OPEN }
    given(aReview()).when(answers, chair).thenMissing(['lookAgainOn'])
    given(aReview())
      .when({ ...answers, lookAgainOn: '2026-04-10' }, chair)
      .thenState({ criteria: { lookAgainOn: '2026-04-10' } })
    given(aReview())
      .when({ ...answers, died: null as never }, chair)
      .thenMissing(['died'])
    const settled = { ...REVIEW_COMPLETE.answerCriteria, seriouslyHarmed: 'notKnown' } as const
    given(aReview())
      .when(settled, chair)
      .thenState({ criteria: { lookAgainOn: null } })
  })

  test('S14: what was found to be met is answered anew by somebody else only', () => {
    const met = aReview({ criteria: criteria(MET) })
    given(met).when(REVIEW_COMPLETE.answerCriteria, office).thenMissing(['somebodyElse'])
    given(met)
      .when(REVIEW_COMPLETE.answerCriteria, chair)
      .thenState({ criteria: { by: boardChair } })
  })
})

describe('how much review fits', () => {
  const { assess } = REVIEW_COMPLETE

  test('S31: what the score suggests needs no reason; each assessment is kept', () => {
    given(aReview())
      .when(assess, chair)
      .thenState({ assessments: [{ score: 7, band: 'joint', departure: null, by: boardChair }] })
    given(aReadyReview({ stage: 'commissioned' }))
      .when({ ...assess, agencies: 'twoOrThree', band: 'joint', departure: 'It is as big.' }, chair)
      .thenState({ assessments: [{ score: 7 }, { score: 6, suggested: 'focused', band: 'joint' }] })
  })

  test.each([
    ['a bigger review', { method: 'seriousCaseReview' }],
    ['a smaller review', { method: 'singleAgencyReview' }],
    ['a bigger size', { band: 'full' }],
    ['a smaller size', { band: 'focused' }],
    ['a review at all for so few points', ZERO],
  ] as const)('S31: %s needs a reason', (_what, part) => {
    given(aReview())
      .when({ ...assess, ...part }, chair)
      .thenMissing(['departure'])
    const departure = 'It touches every clinic.'
    given(aReview())
      .when({ ...assess, ...part, departure }, chair)
      .thenState({ assessments: [{ departure }] })
  })

  test('S31: a question that is left out is all that is missing', () => {
    given(aReview())
      .when({ ...assess, novelty: null as never }, chair)
      .thenMissing(['novelty'])
  })

  test('S31: a reason without a departure is refused, as it would say nothing', () => {
    given(aReview())
      .when({ ...assess, departure: 'It fits.' }, chair)
      .thenMissing(['departure'])
  })

  test('S14: where the criteria are met, what the law asks for is no departure, whatever the score', () => {
    const method = 'seriousCaseReview'
    given(aReview({ criteria: criteria(MET) }))
      .when({ ...assess, method }, chair)
      .thenState({ method, statutoryAsked: true, assessments: [{ departure: null }] })
  })
})

describe('commissioning', () => {
  const { commission } = REVIEW_COMPLETE
  const GOOD_WORK = {
    method: 'appreciativeReview',
    criteria: criteria(MET),
    assessments: [anAssessment({ method: 'appreciativeReview', departure: 'It is good work.' })],
  } as const

  test('S14: where a statutory review was asked for, two people find that the criteria are not met', () => {
    const asked = aReadyReview({ statutoryAsked: true })
    given(asked).when(commission, chair).thenState({ stage: 'commissioned' })
    given({ ...asked, criteria: { ...criteria(), by: boardChair } })
      .when(commission, chair)
      .thenMissing(['criteria'])
    const goodWork = { ...GOOD_WORK, statutoryAsked: true, criteria: null, notifiable: null }
    given(aReview(goodWork)).when(commission, chair).thenMissing(['notifiable', 'criteria'])
  })

  test('S1: freezes the profile and keeps the terms of reference', () => {
    given(aReadyReview())
      .when(commission, chair)
      .thenState({ stage: 'commissioned', profile: 'WT2013', terms: commission.terms })
  })

  test.each<readonly [string, Partial<Review>, readonly string[]]>([
    ['a test that nobody answered', { criteria: null }, ['criteria']],
    ['neither test answered', { criteria: null, notifiable: null }, ['notifiable', 'criteria']],
    ['answers under another profile', { criteria: as2023(criteria()) }, ['criteria']],
    ['criteria that may be met', { criteria: criteria(OPEN, '2026-04-10') }, ['criteria']],
    ['criteria that are met, as a review below them', { criteria: criteria(MET) }, ['method']],
    ['criteria that are met, as a review of good work', GOOD_WORK, ['method']],
    ['a type of the other guidance', { method: 'practiceReview' }, ['method']],
    ['no assessment', { assessments: [] }, ['assessed']],
    [
      'an assessment that the tests have overtaken',
      { method: 'seriousCaseReview', assessments: [anAssessment({ method: 'seriousCaseReview' })] },
      ['assessed'],
    ],
  ])('S14: it is refused with %s', (_what, part, needs) => {
    given(aReadyReview(part)).when(commission, chair).thenMissing(needs)
  })

  test('S14: it is refused without terms of reference', () => {
    given(aReadyReview())
      .when({ ...commission, terms: ' ' }, chair)
      .thenMissing(['terms'])
  })

  test('S14: good work needs no statutory test', () => {
    const method = 'appreciativeReview'
    const assessments = [anAssessment({ method, departure: 'It is worth repeating.' })]
    given(aReview({ method, assessments }))
      .when(commission, chair)
      .thenState({ stage: 'commissioned' })
  })

  test('S31: the lead of an agency commissions one of their own, not another', () => {
    const method = 'singleAgencyReview'
    const own = aReadyReview({
      method,
      assessments: [anAssessment({ method, departure: 'Only one agency took part.' })],
    })
    given(own).when(commission, lead).thenState({ stage: 'commissioned' })
    given(aReadyReview()).when(commission, lead).thenRefused('not-your-role')
    given({ ...own, agency: police })
      .when(commission, lead)
      .thenRefused('not-your-role')
  })
})

describe('declining', () => {
  const { declineReview: decline, declineAfterRapid, tellPanel } = REVIEW_COMPLETE

  test('S14: takes a reason, and the chair alone where no statutory review was asked for', () => {
    given(aReview())
      .when({ ...decline, reason: ' ' }, chair)
      .thenMissing(['reason'])
    given(aReview())
      .when(decline, chair)
      .thenState({ stage: 'notProceeding', notBecause: decline.reason, panel: null })
    given(aReview()).when(decline, office).thenRefused('not-your-role')
  })

  test('S14: where one was asked for, the business manager has to agree, and the panel is told', () => {
    const asked = aSeriousCase({ criteria: criteria() })
    const [proposed] = perform(reviewRecord, asked, decline, chair, aContext())
    expect(proposed?.event).toMatchObject({ type: 'Proposed', command: { reason: decline.reason } })
    const recorded = { seq: 4, at: NOW, by: boardChair, cause: 'c' }
    const waiting = proposed && reviewRecord.evolve(asked, { ...recorded, event: proposed.event })
    given(waiting)
      .when({ type: 'agree', proposal: 4 } as never, chair)
      .thenRefused('not-your-role')
    given(waiting)
      .when({ type: 'agree', proposal: 4 } as never, office)
      .thenState({ stage: 'notProceeding', proposals: [], panel: { toldOn: null } })
    given(waiting).when(REVIEW_COMPLETE.answerCriteria, chair).thenState({ proposals: [] })
    expect(
      allowedFor(reviewRecord, waiting ?? asked, office, aContext()).map(({ action }) => action),
    ).toEqual(expect.arrayContaining(['agree', 'decline']))
  })

  test.each([
    ['nobody has said whether the criteria are met', aSeriousCase()],
    ['the criteria may be met', aReview({ criteria: criteria(OPEN, '2026-04-10') })],
    ['the criteria are met', aReview({ criteria: criteria(MET) })],
    ['it was answered under another profile', aReview({ criteria: as2023(criteria()) })],
    [
      'they are met since the day of what was not known',
      aReview({
        criteria: criteria(
          { abuseOrNeglect: 'known', seriouslyHarmed: 'yes', concernJointWork: 'notKnown' },
          '2026-03-27',
        ),
      }),
    ],
  ])('S14: it is refused while %s', (_what, review) => {
    given(review).when(decline, chair).thenMissing(['criteria'])
  })

  test('S14: under the 2023 profile a practice review is declined after a rapid review, a rapid review never', () => {
    const met = { statutoryAsked: true, criteria: as2023(criteria(MET)) }
    const practice = aReview({ ...met, method: 'practiceReview' })
    given2023(practice).when(decline, chair).thenRefused('not-possible-now')
    const incomplete = { ...declineAfterRapid, rapidReview: [], panelToldOn: null as never }
    given2023(practice).when(incomplete, chair).thenMissing(['rapidReview', 'panelToldOn'])
    given2023(practice)
      .when(declineAfterRapid, chair)
      .thenState({ proposals: [{}] })
    const rapid = aReview({ ...met, method: 'rapidReview' })
    given2023(rapid).when(declineAfterRapid, chair).thenRefused('not-possible-now')
    given2023(rapid).when(decline, chair).thenMissing(['criteria'])
  })

  test('S14: the panel is told once', () => {
    const declined = aSeriousCase({ stage: 'notProceeding', panel: { toldOn: null } })
    given(declined)
      .when(tellPanel, office)
      .thenState({ panel: { toldOn: '2026-03-26' } })
    given(aSeriousCase({ stage: 'notProceeding', panel: { toldOn: '2026-03-26' } }))
      .when(tellPanel, office)
      .thenRefused('not-possible-now')
  })
})

/** One column each: proposer, lead of its agency, chair, business manager, another senior, reporter, board member, auditor. */
const PEOPLE = [
  seniorNurse,
  trustLead,
  boardChair,
  officeManager,
  policeSergeant,
  healthVisitor,
  boardMember,
  recordsAuditor,
]
const MARKS = { y: 'done', r: 'not-your-role', n: 'not-possible-now', '.': 'not-found' } as const
const OWN = aReadyReview({
  method: 'singleAgencyReview',
  reporter: healthVisitor,
  assessments: [anAssessment({ method: 'singleAgencyReview', departure: 'One agency only.' })],
})
const STATES: Readonly<Record<string, Review | undefined>> = {
  nothing: undefined,
  joint: aReadyReview(),
  own: OWN,
  commissioned: { ...OWN, stage: 'commissioned', profile: 'WT2013' },
  declined: aSeriousCase({ stage: 'notProceeding', panel: { toldOn: null } }),
}

/** Who may do what, by hand: `y` may, `r` not their part, `n` not now, `.` they learn nothing of it. */
const BY_HAND = `
nothing      propose          y y y y y r r r
joint        answerNotifiable r . y y . . . .
joint        answerCriteria   r . y y . . . .
joint        assess           r . y y . . . .
joint        sayNotified      r . y y . . . .
joint        commission       r . y r . . . .
joint        declineReview r . y r . . . .
joint        withdraw         r . r r . . . .
own          answerNotifiable r y y y . . . .
own          answerCriteria   r y y y . . . .
own          commission       r y y r . . . .
own          declineReview r r y r . . . .
own          sayNotified      r r y y . . . .
commissioned assess           r y y y . . . .
commissioned commission       r n n r . . . .
commissioned declineReview r r n r . . . .
declined     tellPanel        r . y y . . . .
declined     answerCriteria   r . n n . . . .
`
const rows = BY_HAND.trim()
  .split('\n')
  .map((line) => {
    const [state = '', action = '', ...marks] = line.split(/\s+/)
    return { state, action: action as ReviewCommand['type'], marks }
  })

describe('who may do what with a review', () => {
  test.each(rows)('S14: $action, where it is $state', ({ state, action, marks }) => {
    const review = STATES[state]
    // Whatever is chosen as a type stays, so that an assessment needs no other reason.
    const command =
      action === 'assess' && review
        ? { ...REVIEW_COMPLETE.assess, method: review.method, departure: 'As it was.' }
        : REVIEW_COMPLETE[action]
    const complete =
      command.type === 'assess' && review?.method === 'multiAgencyLearningReview'
        ? { ...command, departure: null }
        : command
    const became = PEOPLE.map((person) => {
      const actor = actorOf(person)
      if (review && !reviewRecord.viewOf(review, actor, aContext())) return 'not-found'
      const run = () => perform(reviewRecord, review, complete, actor, aContext())
      try {
        run()
        return 'done'
      } catch {
        return refusalOf(run).code
      }
    })
    expect(became).toEqual(marks.map((mark) => MARKS[mark as keyof typeof MARKS]))
  })
})

describe('who sees a review', () => {
  const reviews = [
    aReview(),
    OWN,
    aReview({ proposer: policeSergeant, agency: police }),
    aReview({ reporter: boardChair }),
    aReview({ past: communityTrust, proposer: officeManager }),
    aReview({ past: boardOffice, proposer: officeManager }),
    aReview({ method: 'appreciativeReview', past: communityTrust }),
  ]

  test('S12: lists show exactly what may be opened, and the board nothing', () => {
    const inScope = (person: PersonId, review: Review) => {
      const columns: Readonly<Record<string, unknown>> = REVIEWS.columnsOf(review)
      return reviewScope(actorOf(person), aBoard()).some((clause) =>
        clause.every((condition) => {
          const value = columns[condition.column]
          if ('oneOf' in condition) return condition.oneOf.some((one) => one === value)
          return !('noneOf' in condition) || !condition.noneOf.some((one) => one === value)
        }),
      )
    }
    for (const person of PEOPLE)
      for (const review of reviews)
        expect(inScope(person, review)).toBe(
          reviewRecord.viewOf(review, actorOf(person), aContext()) !== undefined,
        )
    expect(reviews.some((review) => inScope(boardMember, review))).toBe(false)
  })

  test('S12: nobody is asked, reminded or told about what follows from their own report', () => {
    const own = aReview({ reporter: boardChair, due: { decide: NOW } })
    const [duty] = reviewDuties(own)
    if (!duty) throw new Error('nothing waits')
    for (const step of ['holder', 'deputy', 'chair'] as const)
      expect(reviewAskedAt(duty, step, own, aBoard())).not.toContain(boardChair)
    expect(reviewAskedAt(duty, 'businessManager', own, aBoard())).toEqual([
      officeManager,
      officeDeputy,
    ])
    expect(REVIEW.toldNow('chair', own, aBoard(), seniorNurse)).toEqual([])
  })

  test('S12: what is shown holds no reporter and no story', () => {
    const view = reviewRecord.viewOf(
      { ...OWN, origin: 'OBS-2026-0042' as never },
      chair,
      aContext(),
    )
    const words = JSON.stringify(view && showReview(view, aBoard()))
    expect(words).toContain('OBS-2026-0042')
    expect(words).not.toContain(`Name of ${healthVisitor}`)
  })

  test('S14: it shows the result, why, who answered, and the dates of the clocks', () => {
    const review = aReview({
      notifiable: notifiable(),
      criteria: criteria(MET),
      knownOn: '2026-03-18',
      notifiedOn: '2026-03-20',
    })
    const view = reviewRecord.viewOf(review, chair, aContext())
    const shown = view && showReview(view, aBoard())
    expect(shown?.facts).toContainEqual({ label: 'Chair decides', value: 'by 20 April 2026' })
    expect(shown?.facts).toContainEqual({
      label: 'Who answered the criteria',
      value: `Name of ${officeManager}, on 23 March 2026`,
    })
    expect(shown?.sections.find(({ heading }) => heading.startsWith('Does it'))?.lines).toEqual([
      'Met. Because of: Abuse or neglect: known; The child died: yes.',
      'Answered under Working Together 2013.',
      ...['Abuse or neglect: known.', 'The child died: yes.', 'Seriously harmed: no.'],
      'Concern about how agencies worked together: no.',
      'Died in custody or detained: no.',
    ])
  })

  test('S14: once it is commissioned it says what is not part of the product', () => {
    const { commissioned } = STATES
    const view = commissioned && reviewRecord.viewOf(commissioned, chair, aContext())
    expect(JSON.stringify(view && showReview(view, aBoard()))).toContain(
      'are not part of Learning Loop yet',
    )
  })
})

test('S1: a review that was commissioned keeps its profile, whatever the board chooses later', () => {
  const review = aReadyReview({ stage: 'commissioned', profile: 'WT2013' })
  const view = reviewRecord.viewOf(review, chair, aContext({ board: in2023 }))
  expect(view?.worked.profile).toBe('WT2013')
})

test('S12: whoever let another decide about the report does not decide about its review', () => {
  const deputy = officeDeputy
  const appointments = aBoard().appointments.map((one) =>
    one.role === 'chair' ? { ...one, deputy } : one,
  )
  const recused = aReview({ recused: [boardChair] })
  const partiesIn = (board: BoardSettings, person: PersonId) =>
    reviewRecord.partiesOf(actorFor(board, person), recused, aContext({ board }))
  const two = { ...aBoard(), appointments }
  expect(partiesIn(two, boardChair)).not.toContain('chair')
  expect(partiesIn(two, deputy)).toContain('chair')
  // Better they than nobody.
  expect(partiesIn(aBoard(), boardChair)).toContain('chair')
  expect(REVIEW.toldNow('chair', recused, two, seniorNurse)).toEqual([deputy])
  for (const { notFor } of reviewDuties(recused)) expect(notFor).toContain(boardChair)
})
