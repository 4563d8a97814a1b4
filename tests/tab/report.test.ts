import { expect, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees, textOf } from './browser.ts'
import { refused } from './fake-server.ts'
import { anObservation, aReport } from './observation-records.ts'
import { offered } from './offered.ts'
import { healthVisitor } from './people-records.ts'

const at = '#/reports/OBS-2026-0042'
const actAs = healthVisitor.id

inBrowser('a report of mine', (open) => {
  test('tells what happened, what was decided and why, and what was done', async () => {
    const { page } = await open({ at, actAs, answers: { getObservation: aReport() } })
    await page.getByRole('heading', { name: 'OBS-2026-0042: Near miss', level: 1 }).waitFor()
    const read = (name: string) => textOf(page.getByRole('region', { name }))
    expect(await read('Where it stands')).toContain('You will hear what was done.')
    expect(await read('The decision')).toContain('Multi-agency learning review')
    expect(await read('The decision')).toContain('at the team meeting by 20 March, without names.')
    expect(await read('The decision')).toContain('a second check is quick to agree.')
    expect(await read('What was done')).toContain('Every clinic now asks for the date of birth')
    expect(await read('What you wrote')).toContain('A colleague read the date of birth aloud.')
    expect(await read('What you wrote')).toContain('It was the second time.')
    const steps = page.getByRole('region', { name: 'What happened' }).getByRole('listitem')
    expect(await steps.allInnerTexts()).toEqual([
      expect.stringContaining('Raised as near miss'),
      expect.stringContaining('Somebody senior started on it'),
      expect.stringContaining('Decided: Multi-agency learning review'),
    ])
  })

  test('says times as they were in London, wherever the reader is', async () => {
    const summer = {
      seq: 1,
      at: '2026-07-01T22:30:00Z',
      by: healthVisitor,
      type: 'ObservationRaised',
    }
    const report = anObservation({
      seenAs: 'reporter',
      history: [{ ...summer, says: 'You raised it.' }],
    })
    const { page } = await open({ at, actAs, answers: { getObservation: report } })
    const steps = page.getByRole('region', { name: 'What happened' }).getByRole('listitem')
    await sees(steps, '1 Jul 2026, 23:30')
  })

  test('shows what the reporter was asked before all that happened, with a way to answer', async () => {
    const report = aReport({ allowed: [offered('reply')] })
    const { page } = await open({ at, actAs, answers: { getObservation: report } })
    const part = page.getByRole('region', { name: 'You were asked a question' })
    await part.getByRole('button', { name: 'Answer' }).click()
    await page.getByLabel('Your answer').waitFor()
  })

  test('takes something to add, and shows it', async () => {
    const added = aReport({
      version: 6,
      additions: [
        { at: '2026-03-21T10:00:00Z', text: 'It has not come back.', answers: [], isReply: false },
      ],
    })
    const { page, server } = await open({
      at,
      actAs,
      answers: { getObservation: aReport(), addObservation: added },
    })
    await page.getByRole('button', { name: 'Add something' }).click()
    await page.getByLabel('What would you like to add?').fill('It has not come back.')
    await page.getByRole('button', { name: 'Send' }).click()
    await sees(page.getByRole('status'), 'Added. Whoever reads your report sees it there.')
    expect(await textOf(page.getByRole('status'))).not.toContain('999')
    expect(server.askedFor('addObservation').map(({ body }) => body)).toEqual([
      { version: 5, submission: expect.any(String), text: 'It has not come back.', answers: [] },
    ])
    await sees(page.getByRole('region', { name: 'What you wrote' }), 'It has not come back.')
  })

  test('I1: shows first what to do where the service says that a child may be at risk', async () => {
    const urgent = 'If a child is in danger now, call 999. Then ring 01632 960999.'
    const { page } = await open({
      at,
      actAs,
      answers: { getObservation: aReport(), addObservation: aReport({ version: 6, urgent }) },
    })
    await page.getByRole('button', { name: 'Add something' }).click()
    await page.getByLabel('What would you like to add?').fill('He is hitting her now.')
    await page.getByRole('button', { name: 'Send' }).click()
    await sees(page.getByRole('status'), urgent)
    expect(await textOf(page.getByRole('status'))).toMatch(/^If a child .*\sAdded\./s)
  })

  test('takes nothing more where the service does not allow it', async () => {
    const closed = aReport({ stage: 'closed', allowed: [] })
    const { page } = await open({ at, actAs, answers: { getObservation: closed } })
    await page.getByRole('region', { name: 'What you wrote' }).waitFor()
    expect(await page.getByRole('button').allInnerTexts()).toEqual(['Skip to the content'])
  })

  test('says that a reference cannot be found, with a way back', async () => {
    const { page } = await open({
      at: '#/reports/OBS-2026-9999',
      answers: { getObservation: refused(aProblem('not-found', 404)) },
    })
    await page
      .getByText('We cannot find this reference. Check it, or ask the board office.')
      .waitFor()
    await sees(page.getByRole('main'), 'OBS-2026-9999')
    await page.getByRole('main').getByRole('link', { name: 'Back to Home' }).last().click()
    await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
  })
})
