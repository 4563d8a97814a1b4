import { expect, test } from 'vitest'
import { presentOffered } from '../../src/api/present/allowed.ts'
import type { RecordDetail, RecordPage } from '../../src/contract/any-record.ts'
import { activityRecord } from '../../src/domain/activity/activity.ts'
import { ACTIVITY_MOVES } from '../../src/domain/activity/workflow.ts'
import { allowedFor, makingFor } from '../../src/domain/machinery/allowed.ts'
import { actorOf, seniorNurse } from '../domain/a-board.ts'
import { anActivity } from '../domain/an-activity.ts'
import { aContext } from '../domain/an-observation.ts'
import { axeFindings } from './axe-findings.ts'
import { inBrowser, sees } from './browser.ts'
import { offeredBy } from './offered.ts'

const senior = actorOf(seniorNurse)
const REF = 'LRN-2026-0007'

const aPage = (overrides: Partial<RecordPage> = {}): RecordPage => ({
  rows: [
    {
      ref: REF,
      kind: 'activity',
      title: 'Team meeting',
      stage: 'Planned',
      says: 'Lead 1, Health: by 29 May',
    },
  ],
  total: 1,
  next: null,
  makes: presentOffered(makingFor(activityRecord, senior, aContext())),
  narrowing: [
    {
      name: 'stage',
      label: 'Where it stands',
      choices: [{ code: 'planned', label: 'Planned' }],
    },
  ],
  ...overrides,
})

const aRecord = (overrides: Partial<RecordDetail> = {}): RecordDetail => ({
  ref: REF,
  version: 1,
  title: 'Team meeting',
  stage: 'Planned',
  facts: [{ label: 'By when', value: '29 May 2026' }],
  sections: [{ heading: 'What should be looked at', lines: ['How letters are checked.'] }],
  links: [{ ref: 'OBS-2026-0042', kind: 'observation' }],
  history: [],
  late: [],
  allowed: presentOffered(allowedFor(activityRecord, anActivity(), senior, aContext())),
  ...overrides,
})

inBrowser('learning activities in the tab', (open) => {
  test('S6: are listed, narrowed and opened, with what may be recorded', async () => {
    const { page } = await open({
      at: '#/activities',
      answers: { listActivities: aPage(), getActivity: aRecord() },
    })
    await sees(page.locator('main'), 'Lead 1, Health: by 29 May')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: 'Planned', exact: true }).click()
    await page.waitForURL(/stage=planned/)
    await page.getByRole('link', { name: /Team meeting LRN/ }).click()
    await sees(page.locator('main'), 'How letters are checked.')
    await sees(page.locator('main'), 'OBS-2026-0042')
    expect(await axeFindings(page)).toEqual([])
  })

  test('S6: where there is none, it says what to do', async () => {
    const { page } = await open({
      at: '#/activities',
      answers: { listActivities: aPage({ rows: [], total: 0 }) },
    })
    await sees(page.locator('main'), 'There is nothing here yet.')
  })

  test('S6: what people took from it is recorded in its form, and shown', async () => {
    const { page } = await open({
      at: `#/activities/${REF}`,
      answers: {
        getActivity: aRecord(),
        holdActivity: aRecord({ stage: 'Recorded', version: 2, allowed: [] }),
      },
    })
    await page.getByRole('button', { name: 'Record what people took from it' }).click()
    await sees(page.locator('main'), 'No names are needed')
    await page.getByLabel('When was it?').fill('2026-03-26')
    await page
      .getByLabel(/^Learning point/)
      .first()
      .fill('Read it aloud.')
    await page.getByRole('button', { name: 'Record it' }).click()
    await sees(page.locator('main'), 'Recorded. Thank you.')
  })

  test('S6: supervision is recorded from the list, and its page opens', async () => {
    const { page, server } = await open({
      at: '#/activities',
      answers: {
        listActivities: aPage(),
        recordActivity: aRecord({ title: 'Supervision', stage: 'Recorded' }),
        getActivity: aRecord({ title: 'Supervision', stage: 'Recorded' }),
      },
    })
    await page.getByRole('button', { name: 'Record learning' }).click()
    await page.getByLabel('When was it?').fill('2026-03-26')
    await page.getByLabel('What is it?').selectOption('supervision')
    await page
      .getByLabel(/^Learning point/)
      .first()
      .fill('Read it aloud.')
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByRole('heading', { name: `${REF}: Supervision` }).waitFor()
    const sent = server.asked.find(({ operation }) => operation === 'recordActivity')
    expect(sent?.body).toMatchObject({
      heldOn: '2026-03-26',
      activity: 'supervision',
      learning: [{ point: 'Read it aloud.' }],
    })
  })

  test('S6: a row that can be left out asks for nothing until something is in it', async () => {
    const allowed = [offeredBy('correct', ACTIVITY_MOVES.correct, anActivity(), aContext())]
    const { page } = await open({
      at: `#/activities/${REF}`,
      answers: { getActivity: aRecord({ allowed }) },
    })
    const isRequired = (row: number) =>
      page
        .getByRole('group', { name: `Learning point ${row}`, exact: true })
        .getByRole('textbox')
        .evaluate((box) => box.hasAttribute('required'))
    await page.getByRole('button', { name: 'Correct what was recorded' }).click()
    await page.getByRole('form').waitFor()
    expect(await isRequired(1)).toBe(false)
    await page.getByRole('button', { name: 'Another learning point' }).click()
    await page
      .getByLabel(/^Learning point/)
      .last()
      .fill('Read it aloud.')
    expect([await isRequired(1), await isRequired(2)]).toEqual([false, true])
    await page.reload()
    await page.getByRole('form').waitFor()
    expect([await isRequired(1), await isRequired(2)]).toEqual([false, true])
  })

  test('S6: a form that was begun is open again after the page was loaded again', async () => {
    const { page } = await open({ at: '#/activities', answers: { listActivities: aPage() } })
    await page.getByRole('button', { name: 'Record learning' }).click()
    await page
      .getByLabel(/^Learning point/)
      .first()
      .fill('Read it aloud.')
    await page.reload()
    await page.getByRole('form', { name: 'Record learning' }).waitFor()
    expect(
      await page
        .getByLabel(/^Learning point/)
        .first()
        .inputValue(),
    ).toBe('Read it aloud.')
  })
})
