import { expect, test } from 'vitest'
import { presentOffered } from '../../src/api/present/allowed.ts'
import { presentRecord } from '../../src/api/present/record.ts'
import type { RecordPage } from '../../src/contract/any-record.ts'
import { allowedFor, makingFor } from '../../src/domain/machinery/allowed.ts'
import { reviewRecord } from '../../src/domain/review/review.ts'
import type { Review } from '../../src/domain/review/types.ts'
import type { RecordRef } from '../../src/domain/words/ids.ts'
import { aBoard, actorOf, boardChair } from '../domain/a-board.ts'
import { aReadyReview, aReview, SEVEN } from '../domain/a-review.ts'
import { aContext } from '../domain/an-observation.ts'
import { axeFindings } from './axe-findings.ts'
import { inBrowser, sees } from './browser.ts'

const chair = actorOf(boardChair)
const REF = 'REV-2026-0003' as RecordRef

const aPage = (overrides: Partial<RecordPage> = {}): RecordPage => ({
  rows: [
    {
      ref: REF,
      kind: 'review',
      title: 'Multi-agency learning review',
      stage: 'Proposed',
      says: 'The community trust: proposed on 20 March 2026',
    },
  ],
  total: 1,
  next: null,
  makes: presentOffered(makingFor(reviewRecord, chair, aContext())),
  narrowing: [
    { name: 'stage', label: 'Where it stands', choices: [{ code: 'proposed', label: 'Proposed' }] },
  ],
  ...overrides,
})

/** As the service sends it to the chair. */
function sent(review: Review, version = 1) {
  const view = reviewRecord.viewOf(review, chair, aContext())
  if (!view) throw new Error('the chair does not see it')
  const allowed = allowedFor(reviewRecord, review, chair, aContext())
  const about = { history: [], late: [], followedBy: [], board: aBoard() }
  const seen = { ref: REF, version, view, allowed, ...about }
  return presentRecord('review', seen)
}

inBrowser('reviews in the tab', (open) => {
  test('S14: are listed, narrowed and opened, with both tests, the assessment and who answered', async () => {
    const { page } = await open({
      at: '#/reviews',
      answers: { listReviews: aPage(), getReview: sent(aReadyReview()) },
    })
    await sees(page.locator('main'), 'The community trust: proposed on 20 March 2026')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: 'Proposed', exact: true }).click()
    await page.waitForURL(/stage=proposed/)
    await page.getByRole('link', { name: REF }).click()
    await page.getByRole('heading', { name: `${REF}: Multi-agency learning review` }).waitFor()
    for (const words of [
      'Is it notifiable?',
      'Not met.',
      'Agencies involved. Four or more: 2 points.',
    ])
      await sees(page.locator('main'), words)
    expect(await axeFindings(page)).toEqual([])
  })

  test('S14: where there is none, it says what one would find there', async () => {
    const { page } = await open({
      at: '#/reviews',
      answers: { listReviews: aPage({ rows: [], total: 0 }) },
    })
    await sees(page.locator('main'), 'the lead of an agency those of its own')
  })

  test('S14: what stands in the way of commissioning is said before anybody tries', async () => {
    const { page } = await open({
      at: `#/reviews/${REF}`,
      answers: { getReview: sent(aReview()) },
    })
    await sees(page.locator('main'), 'Commission it: Answer whether it is notifiable.')
    await sees(page.locator('main'), 'Assess how much review fits.')
  })

  test('S31: it is assessed in its form, and commissioned', async () => {
    const commissioned = aReadyReview({
      stage: 'commissioned',
      profile: 'WT2013',
      terms: 'Letters.',
    })
    const { page, server } = await open({
      at: `#/reviews/${REF}`,
      answers: {
        getReview: sent(aReadyReview({ assessments: [] })),
        assessReview: sent(aReadyReview(), 2),
        commissionReview: sent(commissioned, 3),
      },
    })
    await page.getByRole('button', { name: 'Assess how much review fits' }).click()
    for (const [label, code] of [
      ['Agencies involved', SEVEN.agencies],
      ['How new is it?', SEVEN.novelty],
      ['Seen before?', SEVEN.recurrence],
      ['Who could be exposed?', SEVEN.exposure],
      ['Shape of the story', SEVEN.complexity],
      ['Do we know why?', SEVEN.uncertainty],
    ] as const)
      await page.getByLabel(label).selectOption(code)
    await page.getByRole('button', { name: 'Assess it' }).click()
    await sees(page.locator('main'), 'Earlier assessments are kept.')
    await page.getByRole('button', { name: 'Commission it' }).click()
    await page.getByLabel('Terms of reference').fill('Letters.')
    await page.getByRole('button', { name: 'Commission it' }).click()
    await sees(page.locator('main'), 'are not part of Learning Loop yet')
    const asked = server.asked.find(({ operation }) => operation === 'assessReview')
    expect(asked?.body).toMatchObject({ ...SEVEN, method: 'multiAgencyLearningReview', band: null })
  })
})
