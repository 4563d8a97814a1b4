import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees, textOf } from './browser.ts'
import { refused } from './fake-server.ts'
import { aPage, aRow } from './list-records.ts'
import { aWaitingObservation } from './observation-records.ts'

const at = '#/triage/OBS-2026-0042'
const ref = 'OBS-2026-0042'
const says = `You passed ${ref} on to Children's social care. It is not in your list any more.`
const other = aRow({ ref: 'OBS-2026-0011' })
const answers = {
  listObservations: aPage({ rows: [aRow({ ref }), other] }),
  getObservation: aWaitingObservation(),
  reassignObservation: { ref, passedOn: true, says },
}
const notFound = refused(aProblem('not-found', 404))

async function passOn(page: Page) {
  await page.getByRole('button', { name: 'Reassign' }).click()
  await page.getByLabel('Agency').last().selectOption("Children's social care")
  await page.getByLabel('Reason').fill('It happened in their team.')
  await page.getByRole('form').getByRole('button', { name: 'Reassign' }).click()
}

inBrowser('passing an observation on', (open) => {
  test('says where it went, and leaves nothing to press a second time', async () => {
    const { page, server } = await open({ at, answers })
    await page.getByRole('link', { name: /OBS-2026-0042/ }).waitFor()
    server.answer('listObservations', aPage({ rows: [other] }))
    await passOn(page)
    await sees(page.getByRole('status'), says)
    expect(await page.getByRole('form').count()).toBe(0)
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await textOf(page.locator(':focus'))).toBe(ref)
    await sees(page.getByRole('status'), 'Showing 1 of 1')
    expect(await page.getByRole('link', { name: /OBS-2026-0042/ }).count()).toBe(0)
    expect(server.askedFor('reassignObservation').length).toBe(1)
  })

  test('says it on a narrow screen as well, with a way back to the list', async () => {
    const { page, server } = await open({ at, answers, width: 320 })
    await page.getByRole('button', { name: 'Reassign' }).waitFor()
    server.answer('listObservations', aPage({ rows: [other] }))
    await passOn(page)
    await sees(page.getByRole('status'), says)
    await page.getByRole('link', { name: 'Back to Triage' }).click()
    await page.getByRole('link', { name: /OBS-2026-0011/ }).waitFor()
  })

  test('says of any other change that it is kept when the record is out of sight', async () => {
    const kept = `Your change of ${ref} is kept, and somebody else has passed it on meanwhile.`
    const acknowledgeObservation = { ref, passedOn: true, says: kept }
    const { page } = await open({ at, answers: { ...answers, acknowledgeObservation } })
    await page.getByRole('button', { name: 'I am on it' }).click()
    await sees(page.getByRole('status'), kept)
    expect(await page.getByRole('button', { name: 'Decide' }).count()).toBe(0)
  })

  test('keeps what was typed, and takes no more, when somebody else was faster', async () => {
    const { page, server } = await open({
      at,
      answers: { ...answers, reassignObservation: notFound },
    })
    await page.getByRole('button', { name: 'Reassign' }).waitFor()
    server.answer('getObservation', notFound)
    await passOn(page)
    await sees(page.getByRole('alert'), 'This is not with you any more, so it was not sent.')
    expect(await page.getByLabel('Reason').inputValue()).toBe('It happened in their team.')
    expect(await page.getByRole('form').getByRole('button', { name: 'Reassign' }).count()).toBe(0)
  })
})
