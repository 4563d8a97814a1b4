import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Outline } from '../../src/contract/observations.ts'
import { ACTIVITY_MOVES } from '../../src/domain/activity/workflow.ts'
import { anActivity } from '../domain/an-activity.ts'
import { aContext } from '../domain/an-observation.ts'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees } from './browser.ts'
import { refused } from './fake-server.ts'
import { anOutline } from './observation-records.ts'
import { offered, offeredBy } from './offered.ts'
import { aMe } from './people-records.ts'
import { aBoardToChange, aPersonForm, aSetUpManager } from './setup-records.ts'

// Somebody else was faster: what was typed is given back, to be copied.

const OBS = 'OBS-2026-0042'
const LRN = 'LRN-2026-0007'
const notFound = refused(aProblem('not-found', 404))
const WORDS = 'The panel first.'

const unsent = (page: Page, label: string) =>
  page.getByRole('region', { name: `Not sent: ${label}` })

const seen: Readonly<Record<string, { outline: Outline; sends: 'decline' | 'reassign' }>> = {
  'not agreeing': {
    outline: anOutline({ allowed: [offered('decline', { given: { proposal: 4 } })] }),
    sends: 'decline',
  },
  'passing on what is late': {
    outline: anOutline({ allowed: [offered('reassign')] }),
    sends: 'reassign',
  },
}

inBrowser('words for what somebody else did first', (open) => {
  test.for(Object.entries(seen))(
    'stay in the form of an outline, and can be copied after a reload: %s',
    async ([, { outline, sends }]) => {
      const { page, server } = await open({
        at: `#/outlines/${OBS}`,
        answers: { getOutline: outline, [`${sends}Observation`]: notFound },
      })
      const [{ label = '' } = {}] = outline.allowed
      await page.getByRole('button', { name: label }).click()
      const form = page.getByRole('form', { name: label })
      await form.getByLabel('Reason').fill(WORDS)
      server.answer('getOutline', notFound)
      await form.getByRole('button', { name: label }).click()
      await sees(page.getByRole('alert'), 'This is not with you any more, so it was not sent.')
      expect(await form.getByLabel('Reason').inputValue()).toBe(WORDS)
      await page.reload()
      await sees(page.getByRole('main'), 'We cannot find this reference.')
      await sees(unsent(page, label), WORDS)
    },
  )

  test('stay where the outline can still be seen, and it can be done no more', async () => {
    const { page, server } = await open({
      at: `#/outlines/${OBS}`,
      answers: {
        getOutline: anOutline({ allowed: [offered('decline')] }),
        declineObservation: refused(aProblem('not-possible-now', 409)),
      },
    })
    await page.getByRole('button', { name: 'Do not agree' }).click()
    const form = page.getByRole('form', { name: 'Do not agree' })
    await form.getByLabel('Reason').fill(WORDS)
    server.answer('getOutline', anOutline({ version: 5 }))
    await form.getByRole('button', { name: 'Do not agree' }).click()
    await page.getByRole('alert').waitFor()
    expect(await form.getByLabel('Reason').inputValue()).toBe(WORDS)
    await page.reload()
    await sees(unsent(page, 'Do not agree'), WORDS)
  })

  test('can be copied where somebody now sees no more than what is late', async () => {
    const correct = offeredBy('correct', ACTIVITY_MOVES.correct, anActivity(), aContext())
    const record = { ref: LRN, version: 1, title: 'Team meeting', stage: 'Recorded' }
    const parts = { facts: [], sections: [], links: [], history: [], late: [] }
    const { page } = await open({
      at: `#/activities/${LRN}`,
      answers: {
        me: aMe({ pages: ['home', 'late'] }),
        getActivity: { ...record, ...parts, allowed: [correct] },
        getLate: {
          ref: LRN,
          kind: 'activity',
          agency: { id: 'health', name: 'Health' },
          late: [],
          isSeen: false,
        },
      },
    })
    await page.getByRole('button', { name: correct.label }).click()
    await page.getByLabel('What was wrong?').fill(WORDS)
    await page.getByLabel('Learning point', { exact: false }).last().fill('Say who rings back.')
    await page.evaluate(`window.location.hash = '#/late/${LRN}'`)
    await sees(unsent(page, correct.label), WORDS)
    await sees(unsent(page, correct.label), 'Say who rings back.')
  })

  test('can be copied where somebody may not look after Set-up any more', async () => {
    const { page, server } = await open({
      at: '#/setup/people',
      answers: { me: aSetUpManager, getBoard: aBoardToChange, getBoardForm: aPersonForm },
    })
    await page.getByRole('button', { name: 'Change the entry: Team manager 1' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill(WORDS)
    server.answer('getBoardForm', refused(aProblem('not-your-role', 403)))
    server.answer('getBoard', { ...aBoardToChange, allowed: [] })
    await page.reload()
    await page.getByRole('button', { name: 'Back to the list' }).waitFor()
    await sees(unsent(page, 'Change the entry'), WORDS)
    server.answer('me', aMe({ pages: ['home', 'setup'] }))
    await page.goto(`${server.url}/tab/#/setup`)
    await page.reload()
    await sees(page.getByRole('main'), 'Set-up is for the business manager and the chair.')
    await sees(unsent(page, 'Change the entry'), WORDS)
  })

  test('can be copied where somebody may make no such record any more', async () => {
    const plan = offeredBy('plan', ACTIVITY_MOVES.plan, anActivity(), aContext())
    const list = { rows: [], total: 0, next: null, narrowing: [] }
    const { page, server } = await open({
      at: '#/activities',
      answers: { listActivities: { ...list, makes: [plan] } },
    })
    await page.getByRole('button', { name: plan.label }).click()
    await page.getByRole('form').getByRole('textbox').first().fill(WORDS)
    server.answer('listActivities', { ...list, makes: [] })
    await page.reload()
    await sees(unsent(page, plan.label), WORDS)
  })
})
