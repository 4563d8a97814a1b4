import { expect, test } from 'vitest'
import { presentOffered } from '../../src/api/present/allowed.ts'
import type { RecordDetail, RecordPage } from '../../src/contract/any-record.ts'
import { actionRecord } from '../../src/domain/action/action.ts'
import { showAction } from '../../src/domain/action/shown.ts'
import { allowedFor, makingFor } from '../../src/domain/machinery/allowed.ts'
import { aBoard, actorOf, seniorNurse } from '../domain/a-board.ts'
import { anAction } from '../domain/an-action.ts'
import { aContext } from '../domain/an-observation.ts'
import { axeFindings } from './axe-findings.ts'
import { inBrowser, sees } from './browser.ts'
import { aMe } from './people-records.ts'

const senior = actorOf(seniorNurse)
const REF = 'ACN-2026-0105'
const ACTION = anAction({
  dueOn: '2026-07-20',
  earlier: [
    {
      dueOn: '2026-06-01',
      reason: 'The clinics move.',
      by: seniorNurse,
      at: '2026-03-26T09:00:00.000Z',
    },
  ],
})

const aPage = (overrides: Partial<RecordPage> = {}): RecordPage => ({
  rows: [
    {
      ref: REF,
      kind: 'action',
      title: 'Action',
      stage: 'Under way',
      says: 'Senior 1, Health: by 20 July 2026',
    },
  ],
  total: 1,
  next: null,
  makes: presentOffered(makingFor(actionRecord, senior, aContext())),
  narrowing: [
    { name: 'stage', label: 'Where it stands', choices: [{ code: 'stuck', label: 'Stuck' }] },
  ],
  ...overrides,
})

function aRecord(overrides: Partial<RecordDetail> = {}): RecordDetail {
  const { title, stage, facts, sections } = showAction(ACTION, aBoard())
  return {
    ref: REF,
    version: 1,
    title,
    stage,
    facts: facts.map((one) => ({ ...one })),
    sections: sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
    links: [{ ref: 'LRN-2026-0007', kind: 'activity' }],
    history: [],
    late: [],
    allowed: presentOffered(allowedFor(actionRecord, ACTION, senior, aContext())),
    ...overrides,
  }
}

inBrowser('actions in the tab', (open) => {
  test('S42: are listed, narrowed and opened, with how often their date was moved', async () => {
    const { page } = await open({
      at: '#/actions',
      answers: {
        me: aMe({ pages: ['home', 'actions'] }),
        listActions: aPage(),
        getAction: aRecord(),
      },
    })
    await page.getByRole('link', { name: 'Actions', exact: true }).waitFor()
    await sees(page.locator('main'), 'Senior 1, Health: by 20 July 2026')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: 'Stuck', exact: true }).click()
    await page.waitForURL(/stage=stuck/)
    await page.getByRole('link', { name: /Action ACN/ }).click()
    await sees(page.locator('main'), 'was 1 June, now 20 July 2026: moved once, 49 days')
    await sees(page.locator('main'), 'Put the check on the clinic list.')
    await sees(page.locator('main'), 'LRN-2026-0007')
    expect(await axeFindings(page)).toEqual([])
  })

  test('S42: where there is none, it says what one would find', async () => {
    const { page } = await open({
      at: '#/actions',
      answers: { listActions: aPage({ rows: [], total: 0 }) },
    })
    await sees(page.locator('main'), 'What an audit promises becomes an action.')
  })

  test('S42: its owner takes it on by one button', async () => {
    const waiting = anAction({ stage: 'open' })
    const allowed = presentOffered(allowedFor(actionRecord, waiting, senior, aContext()))
    const { page, server } = await open({
      at: `#/actions/${REF}`,
      answers: {
        getAction: aRecord({ stage: 'Waiting for its owner', allowed }),
        acceptAction: aRecord({ version: 2 }),
      },
    })
    await page.getByRole('button', { name: 'Accept it' }).click()
    await sees(page.locator('main'), 'Accepted. Whoever assigned it is told.')
    expect(server.askedFor('acceptAction')).toHaveLength(1)
  })

  test('S42: its owner says what was done and what shows it, and it is shown', async () => {
    const { page, server } = await open({
      at: `#/actions/${REF}`,
      answers: {
        getAction: aRecord(),
        finishAction: aRecord({ stage: 'Done, its owner says', version: 2, allowed: [] }),
      },
    })
    await page.getByRole('button', { name: 'Say that it is done' }).click()
    await sees(page.locator('main'), 'A training record alone is never enough.')
    await page.getByLabel('What was done?').fill('It is on the list.')
    await page.getByLabel('Document in use').check()
    await page.getByLabel(/^Where can it be seen/).fill('The list of every clinic.')
    await page.getByRole('button', { name: 'It is done' }).click()
    await sees(page.locator('main'), 'Noted. Somebody else checks it now.')
    expect(server.askedFor('finishAction')[0]?.body).toMatchObject({
      did: 'It is on the list.',
      evidence: ['document'],
      shows: 'The list of every clinic.',
    })
  })
})
