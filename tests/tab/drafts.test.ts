import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees } from './browser.ts'
import { decisionScene } from './decision-scene.ts'
import { NO_ANSWER, refused } from './fake-server.ts'
import { aDecidedObservation, aReport, aWaitingObservation } from './observation-records.ts'
import { aMe, healthVisiting, healthVisitor, teamManager } from './people-records.ts'

const { answers, at, fillIn, outcome, reason, sendButton, words, wordsOf } = decisionScene

const reasonOf = (page: Page) => page.getByLabel('Reason')
const decide = (page: Page) => page.getByRole('button', { name: 'Decide' })
const keptIn = (page: Page) => page.evaluate("Object.keys(localStorage).join(' ')")

/** The same tab in another window of the same browser. */
async function anotherWindow(page: Page): Promise<Page> {
  const window = await page.context().newPage()
  onTestFinished(() => window.close())
  await window.addInitScript(`sessionStorage['learning-loop.act-as'] ??= '${teamManager.id}'`)
  await window.goto(page.url())
  return window
}

inBrowser('what is typed and not sent', (open) => {
  test('is there again after the tab was unloaded, and says where it is kept', async () => {
    const { page } = await open({ at, answers })
    await fillIn(page)
    await page.getByLabel('Look at it again on').fill('2026-04-20')
    await sees(page.getByRole('form'), /kept in this browser .* for 7 days at most/)
    // Teams throws the frame away with its session storage.
    await page.evaluate('sessionStorage.clear()')
    await page.reload()
    await page.getByRole('form', { name: 'Decide' }).waitFor()
    expect(await outcome(page, 'Multi-agency learning review').isChecked()).toBe(true)
    expect(await reasonOf(page).inputValue()).toBe(reason)
    expect(await wordsOf(page).inputValue()).toBe(words)
    expect(await page.getByLabel('Look at it again on').inputValue()).toBe('2026-04-20')
  })

  test('is there again when a reporter was adding to a report', async () => {
    const { page } = await open({
      at: '#/reports/OBS-2026-0042',
      answers: { getObservation: aReport() },
    })
    await page.getByRole('button', { name: 'Add something' }).click()
    await page.getByLabel('What would you like to add?').fill('It was the third time.')
    await page.reload()
    const field = page.getByLabel('What would you like to add?')
    expect(await field.inputValue()).toBe('It was the third time.')
  })

  test('belongs to one form of one record', async () => {
    const { page } = await open({ at, answers })
    await page.getByRole('button', { name: 'Reassign' }).click()
    await reasonOf(page).fill('It happened in their team.')
    await page.reload()
    const form = page.getByRole('form', { name: 'Reassign' })
    expect(await form.getByLabel('Reason').inputValue()).toBe('It happened in their team.')
    await form.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Delete it' }).click()
    await decide(page).click()
    expect(await reasonOf(page).inputValue()).toBe('')
  })

  test('is not shown to another person at the same machine', async () => {
    const { page, server } = await open({ at, answers })
    await fillIn(page)
    const jobTitle = 'Health visitor'
    server.answer('me', aMe({ person: { ...healthVisitor, jobTitle, agency: healthVisiting } }))
    await page.reload()
    await decide(page).click()
    expect(await reasonOf(page).inputValue()).toBe('')
    expect(await page.locator('body').innerText()).not.toContain(reason)
    server.answer('me', aMe())
    await page.reload()
    await page.getByRole('form', { name: 'Decide' }).waitFor()
    expect(await reasonOf(page).inputValue()).toBe(reason)
  })

  test('is gone once it was sent', async () => {
    const { page } = await open({ at, answers })
    await fillIn(page)
    expect(await keptIn(page)).toContain('OBS-2026-0042/decide')
    await sendButton(page).click()
    await sees(page.getByRole('status'), 'Decision sent.')
    expect(await keptIn(page)).toBe('')
  })

  test('is deleted with Cancel only after a yes', async () => {
    const { page } = await open({ at, answers })
    await fillIn(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await sees(page.getByRole('alert'), 'It has not been sent, and cannot be brought back.')
    await page.getByRole('button', { name: 'Go on writing' }).click()
    await page.getByRole('button', { name: 'Cancel' }).and(page.locator(':focus')).waitFor()
    expect(await reasonOf(page).inputValue()).toBe(reason)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Delete it' }).click()
    await decide(page).and(page.locator(':focus')).waitFor()
    expect(await keptIn(page)).toBe('')
  })

  test('is sent as one change when the page went away while it was sent', async () => {
    const { page, server } = await open({
      at,
      answers: { ...answers, decideObservation: NO_ANSWER },
    })
    await fillIn(page)
    await sendButton(page).click()
    await sees(page.getByRole('alert'), 'We cannot reach the service.')
    server.answer('decideObservation', aDecidedObservation())
    await page.reload()
    await sendButton(page).click()
    await sees(page.getByRole('status'), 'Decision sent.')
    const sent = server.askedFor('decideObservation').map(({ body }) => JSON.stringify(body))
    expect(sent.length).toBeGreaterThan(1)
    expect(new Set(sent).size).toBe(1)
  })

  test('can still be copied when it cannot be done any more', async () => {
    const { page, server } = await open({ at, answers })
    await fillIn(page)
    server.answer('getObservation', aDecidedObservation({ allowed: [] }))
    await page.reload()
    const unsent = page.getByRole('region', { name: 'Not sent: Decide' })
    await sees(unsent, reason)
    await sees(unsent, words)
    await unsent.getByRole('button', { name: 'Delete it' }).click()
    await expect.poll(() => unsent.count()).toBe(0)
    expect(await keptIn(page)).toBe('')
  })

  test('can still be copied when the observation is out of sight', async () => {
    const { page, server } = await open({ at, answers })
    await fillIn(page)
    server.answer('getObservation', refused(aProblem('not-found', 404)))
    await page.reload()
    await sees(page.getByRole('main'), 'We cannot find this reference.')
    await sees(page.getByRole('region', { name: 'Not sent: Decide' }), reason)
  })

  test('chooses nothing that is not offered any more', async () => {
    const { page, server } = await open({ at, answers })
    await page.getByRole('button', { name: 'Reassign' }).click()
    await page.getByLabel('Agency').last().selectOption("Children's social care")
    await page.getByLabel('Person').selectOption('Agency lead 1')
    await reasonOf(page).fill('Theirs')
    const waiting = aWaitingObservation()
    const allowed = waiting.allowed.map((offered) => ({
      ...offered,
      fields: offered.fields.map((field) =>
        field.is === 'place' ? { ...field, places: field.places.slice(0, 1) } : field,
      ),
    }))
    server.answer('getObservation', { ...waiting, allowed })
    const incomplete = aProblem('incomplete', 422, {
      missing: [{ need: 'to.agency', say: 'Choose the agency that should look at it.' }],
    })
    server.answer('reassignObservation', refused(incomplete))
    await page.reload()
    await page.getByRole('form').getByRole('button', { name: 'Reassign' }).click()
    await sees(page.getByRole('form'), 'Choose the agency that should look at it.')
    expect(server.askedFor('reassignObservation')[0]?.body).toMatchObject({
      to: { agency: 'notChosen', person: null },
      reason: 'Theirs',
    })
  })

  test('is deleted after seven days', async () => {
    const { page } = await open({ at, answers, now: '2026-03-03T09:00:00Z' })
    await fillIn(page)
    await page.clock.setFixedTime('2026-03-10T08:00:00Z')
    await page.reload()
    await page.getByRole('form', { name: 'Decide' }).waitFor()
    await page.clock.setFixedTime('2026-03-10T10:00:00Z')
    await page.reload()
    await decide(page).waitFor()
    expect(await keptIn(page)).toBe('')
  })

  test('is said to be gone with the page where the browser keeps nothing', async () => {
    const { page } = await open({ at, answers, now: '2026-03-03T09:00:00Z' })
    await page.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })",
    )
    await page.reload()
    await fillIn(page)
    await sees(page.getByRole('form'), 'Send it before you leave Learning Loop.')
    await page.getByRole('link', { name: 'Home', exact: true }).click()
    await page.goBack()
    expect(await reasonOf(page).inputValue()).toBe(reason)
    await sendButton(page).click()
    await sees(page.getByRole('status'), 'Decision sent.')
  })

  test('is said to be gone with the page where it is far too long', async () => {
    const { page } = await open({ at, answers })
    await decide(page).click()
    await reasonOf(page).fill('word '.repeat(12_000))
    await sees(page.getByRole('form'), 'This browser cannot keep what you type.')
  })
})

inBrowser('two windows at one form', (open) => {
  test('keep what was typed in either, and the person chooses', async () => {
    const { page, server } = await open({ at, answers })
    await fillIn(page)
    const second = await anotherWindow(page)
    await reasonOf(second).fill('Typed in the second window.')
    await sees(page.getByRole('form').getByRole('status'), 'You typed something else here')
    await reasonOf(page).fill('Typed on in the first window.')
    await second.close()
    await page.reload()
    expect(await reasonOf(page).inputValue()).toBe('Typed on in the first window.')
    await page.getByRole('button', { name: 'Show the other words' }).click()
    expect(await reasonOf(page).inputValue()).toBe('Typed in the second window.')
    await page.getByRole('button', { name: 'Show the other words' }).click()
    expect(await reasonOf(page).inputValue()).toBe('Typed on in the first window.')
    await page.getByRole('button', { name: 'Delete the other words' }).click()
    await sendButton(page).click()
    await sees(page.getByRole('status'), 'Decision sent.')
    expect(server.askedFor('decideObservation')[0]?.body).toMatchObject({
      reason: 'Typed on in the first window.',
    })
    expect(await keptIn(page)).toBe('')
  })

  test('lose nothing of one when the other was sent', async () => {
    const { page, server } = await open({ at, answers })
    await fillIn(page)
    const second = await anotherWindow(page)
    await reasonOf(second).fill('Typed in the second window.')
    await sees(page.getByRole('form').getByRole('status'), 'You typed something else here')
    await sendButton(second).click()
    await sees(second.getByRole('status'), 'Decision sent.')
    await expect.poll(() => page.getByText('You typed something else here').count()).toBe(0)
    expect(await reasonOf(page).inputValue()).toBe(reason)
    expect(await keptIn(page)).toContain('OBS-2026-0042/decide')

    server.answer('decideObservation', refused(aProblem('conflict', 409)))
    server.answer('getObservation', aDecidedObservation({ version: 4 }))
    await sendButton(page).click()
    await sees(page.getByRole('alert'), 'It changed meanwhile.')
    await sees(page.getByRole('region', { name: 'The decision' }), 'Multi-agency learning review')
    expect(await reasonOf(page).inputValue()).toBe(reason)
  })
})
