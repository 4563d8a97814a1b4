import { expect, test } from 'vitest'
import { inBrowser, sees, textOf } from './browser.ts'
import { aPage } from './list-records.ts'
import {
  aClosedObservation,
  aDecidedObservation,
  anAnsweredObservation,
  aWaitingObservation,
} from './observation-records.ts'

const at = '#/triage/OBS-2026-0042'
const listObservations = aPage()

inBrowser('closing and opening again', (open) => {
  test('says why it cannot be closed yet, and closes once that is done', async () => {
    const { page, server } = await open({
      at,
      answers: {
        listObservations,
        getObservation: aDecidedObservation(),
        giveFeedbackObservation: anAnsweredObservation(),
        closeObservation: aClosedObservation(),
      },
    })
    const blocked = page.getByRole('button', {
      name: 'Close',
      description: 'Close: Tell the reporter what was done before you close it.',
    })
    await blocked.focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    expect(await blocked.getAttribute('aria-disabled')).toBe('true')

    await page.getByRole('button', { name: 'Give feedback' }).click()
    await page.getByRole('radio', { name: 'Tell what was done' }).check()
    await page.getByLabel('What the reporter will read').fill('Every clinic now asks twice.')
    await page.getByRole('button', { name: 'Send the feedback' }).click()
    await sees(page.getByRole('status'), 'Feedback sent.')
    expect(server.askedFor('giveFeedbackObservation')[0]?.body).toMatchObject({
      version: 5,
      mode: 'tellWhatWasDone',
      text: 'Every clinic now asks twice.',
    })

    await page.getByRole('button', { name: 'Close', exact: true }).click()
    const dialog = page.getByRole('alertdialog', { name: 'OBS-2026-0042: Close?' })
    await sees(dialog, 'It can be opened again later, with a reason.')
    await dialog.getByRole('button', { name: 'Close it' }).click()
    await sees(page.getByRole('status'), 'Closed. The reporter is told.')
    expect(server.askedFor('closeObservation')[0]?.body).toMatchObject({ version: 6 })
  })

  test('leaves it open when closing is not confirmed', async () => {
    const { page, server } = await open({
      at,
      answers: { listObservations, getObservation: anAnsweredObservation() },
    })
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    expect(server.askedFor('closeObservation')).toEqual([])
    expect(await textOf(page.locator(':focus'))).toBe('Close')
  })

  test('opens a closed one again with a reason', async () => {
    const { page, server } = await open({
      at,
      answers: {
        listObservations,
        getObservation: aClosedObservation(),
        reopenObservation: aWaitingObservation({ version: 8 }),
      },
    })
    await page.getByRole('button', { name: 'Open again' }).click()
    await page.getByLabel('Reason').fill('It happened again.')
    await page.getByRole('button', { name: 'Open again' }).click()
    await sees(page.getByRole('status'), 'Open again: it waits for a decision.')
    expect(server.askedFor('reopenObservation')[0]?.body).toMatchObject({
      version: 7,
      reason: 'It happened again.',
    })
  })
})
