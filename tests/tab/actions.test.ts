import { expect, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees, textOf } from './browser.ts'
import { refused } from './fake-server.ts'
import { aPage } from './list-records.ts'
import { aDecidedObservation, anObservation, aWaitingObservation } from './observation-records.ts'
import { offered } from './offered.ts'
import { teamManager } from './people-records.ts'

const at = '#/triage/OBS-2026-0042'
const listObservations = aPage()
const what = 'What you can do'

inBrowser('acting on an observation', (open) => {
  test('offers the actions that the service allows, what is likely first', async () => {
    const getObservation = anObservation({
      allowed: [
        offered('reopen'),
        offered('close', { action: 'fromTheFuture', label: 'From the future' }),
        offered('close', { likely: true }),
      ],
    })
    const { page } = await open({ at, answers: { listObservations, getObservation } })
    const buttons = page.getByRole('region', { name: what }).getByRole('button')
    await buttons.first().waitFor()
    expect(await buttons.allInnerTexts()).toEqual(['Close', 'Open again', 'From the future'])
  })

  test('offers nothing where nothing is allowed', async () => {
    const { page } = await open({
      at,
      answers: { listObservations, getObservation: anObservation() },
    })
    await page.getByRole('region', { name: 'What happened' }).waitFor()
    expect(await page.getByRole('region', { name: what }).count()).toBe(0)
  })

  test('tells the reporter with one press that somebody is on it', async () => {
    const acknowledged = { at: '2026-03-03T08:00:00Z', by: teamManager }
    const { page, server } = await open({
      at,
      answers: {
        listObservations,
        getObservation: aWaitingObservation(),
        acknowledgeObservation: aWaitingObservation({ version: 4, acknowledged }),
      },
    })
    await page.getByRole('button', { name: 'I am on it' }).dblclick()
    await sees(page.getByRole('status'), 'The reporter is told that you are on it.')
    expect(server.askedFor('acknowledgeObservation').map(({ body }) => body)).toEqual([
      { version: 3, submission: expect.any(String) },
    ])
    expect(await page.getByRole('button', { name: 'I am on it' }).count()).toBe(0)
    await sees(
      page.getByRole('region', { name: 'At a glance' }),
      'Team manager 1, since 3 Mar 2026',
    )
  })

  test('shows the record as it is now when a press came too late', async () => {
    const { page, server } = await open({
      at,
      answers: {
        listObservations,
        getObservation: aWaitingObservation(),
        acknowledgeObservation: refused(
          aProblem('not-possible-now', 409, { detail: 'This cannot be done now: it is closed.' }),
        ),
      },
    })
    const press = page.getByRole('button', { name: 'I am on it' })
    await press.waitFor()
    server.answer('getObservation', aDecidedObservation())
    await press.click()
    await sees(page.getByRole('main'), 'Tell the reporter what was done before you close it.')
    expect(await press.count()).toBe(0)
  })

  test('hands it to another agency or person, with a reason', async () => {
    const { page, server } = await open({
      at,
      answers: {
        listObservations,
        getObservation: aWaitingObservation(),
        reassignObservation: aWaitingObservation({ version: 4 }),
      },
    })
    await page.getByRole('button', { name: 'Reassign' }).click()
    const form = page.getByRole('form', { name: 'Reassign' })
    const place = form.getByRole('group', { name: 'Who should look at it?' })
    await place.getByLabel('Agency').selectOption("Children's social care")
    await place.getByLabel('Person').selectOption('Agency lead 1')
    await form.getByLabel('Reason').fill('It happened in their team.')
    await form.getByRole('button', { name: 'Reassign' }).click()
    await sees(page.getByRole('status'), 'Reassigned.')
    expect(server.askedFor('reassignObservation')[0]?.body).toEqual({
      version: 3,
      submission: expect.any(String),
      to: { agency: 'a-social-care', person: 'p-lead' },
      reason: 'It happened in their team.',
    })
  })

  test('says at the field what is missing to reassign', async () => {
    const missing = [{ need: 'to.agency', say: 'Choose the agency that should look at it.' }]
    const { page } = await open({
      at,
      answers: {
        listObservations,
        getObservation: aWaitingObservation(),
        reassignObservation: refused(aProblem('incomplete', 422, { missing })),
      },
    })
    await page.getByRole('button', { name: 'Reassign' }).click()
    await page.getByLabel('Reason').fill('Theirs')
    await page.getByRole('button', { name: 'Reassign' }).click()
    await page
      .getByRole('form')
      .getByRole('combobox', { name: /Agency/, description: /Choose the agency that should/ })
      .waitFor()
    expect(await page.getByLabel('Reason').inputValue()).toBe('Theirs')
  })

  test('corrects the kind, and says that the own one is kept', async () => {
    const { page, server } = await open({
      at,
      answers: {
        listObservations,
        getObservation: aWaitingObservation(),
        correctKindObservation: aWaitingObservation({ version: 4 }),
      },
    })
    await page.getByRole('button', { name: 'Correct the kind' }).click()
    const form = page.getByRole('form', { name: 'Correct the kind' })
    await sees(form, "The reporter's own kind, Near miss, is kept beside it.")
    await form.getByLabel('What kind is it?').selectOption('Risk ahead')
    await form.getByLabel('Reason').fill('It has not happened yet.')
    await form.getByRole('button', { name: 'Correct it' }).click()
    await sees(page.getByRole('status'), 'Kind corrected.')
    expect(server.askedFor('correctKindObservation')[0]?.body).toMatchObject({
      version: 3,
      kind: 'riskAhead',
      reason: 'It has not happened yet.',
    })
  })

  test('goes back to the button that opened a form when it is cancelled', async () => {
    const { page } = await open({
      at,
      answers: { listObservations, getObservation: aWaitingObservation() },
    })
    await page.getByRole('button', { name: 'Reassign' }).click()
    expect(await textOf(page.locator(':focus'))).toBe('Reassign')
    await page.getByRole('button', { name: 'Cancel' }).click()
    const focused = page.locator('button:focus')
    expect(await textOf(focused)).toBe('Reassign')
  })
})
