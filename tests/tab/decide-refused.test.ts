import { expect, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees, textOf } from './browser.ts'
import { decisionScene } from './decision-scene.ts'
import { NO_ANSWER, refused } from './fake-server.ts'
import { aDecidedObservation, aWaitingObservation } from './observation-records.ts'

const { answers, at, fillIn, reason, sendButton, words, wordsOf } = decisionScene

inBrowser('a decision that was not taken', (open) => {
  test('keeps what was typed when something is missing, and says it at the field', async () => {
    const missing = [
      { need: 'reason', say: 'Give the reason in at least 20 characters; there are 4.' },
      { need: 'profile', say: 'Ask the board office to finish the set-up.' },
    ]
    const incomplete = aProblem('incomplete', 422, { detail: 'Something is missing.', missing })
    const { page, server } = await open({
      at,
      answers: { ...answers, decideObservation: refused(incomplete) },
    })
    await fillIn(page)
    await page.getByLabel('Reason').fill('Same')
    await sendButton(page).click()
    const form = page.getByRole('form', { name: 'Decide' })
    await sees(
      form.getByRole('alert'),
      /not complete yet.*Ask the board office to finish the set-up/,
    )
    const field = page.getByRole('textbox', { name: 'Reason', description: /there are 4/ })
    expect(await field.inputValue()).toBe('Same')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await textOf(page.locator(':focus'))).toBe(await textOf(field))
    expect(await wordsOf(page).inputValue()).toBe(words)

    server.answer('decideObservation', aDecidedObservation())
    await field.fill(reason)
    await sendButton(page).click()
    await sees(page.getByRole('status'), 'Decision sent.')
    const sent = server.askedFor('decideObservation').map(({ body }) => body)
    expect(
      new Set(sent.map((body) => JSON.stringify(body)?.match(/"submission":"(.*?)"/)?.[1])).size,
    ).toBe(2)
  })

  test('sends what is not chosen yet as such, so that the service says what to choose', async () => {
    const say = 'Choose what should happen with it.'
    const incomplete = aProblem('incomplete', 422, { missing: [{ need: 'outcome', say }] })
    const { page, server } = await open({
      at,
      answers: { ...answers, decideObservation: refused(incomplete) },
    })
    await page.getByRole('button', { name: 'Decide' }).click()
    await sendButton(page).click()
    await page.getByRole('radiogroup', { description: say }).waitFor()
    expect(await page.locator(':focus').getAttribute('type')).toBe('radio')
    expect(server.askedFor('decideObservation')[0]?.body).toMatchObject({ outcome: 'notChosen' })
  })

  test('loads the observation again when it changed meanwhile, and sends on the new one', async () => {
    const { page, server } = await open({
      at,
      answers: { ...answers, decideObservation: refused(aProblem('conflict', 409)) },
    })
    await fillIn(page)
    server.answer(
      'getObservation',
      aWaitingObservation({ version: 4, kind: { code: 'riskAhead', label: 'Risk ahead' } }),
    )
    await sendButton(page).click()
    await sees(page.getByRole('alert'), 'It changed meanwhile. We have loaded it again')
    await page.getByRole('heading', { name: 'OBS-2026-0042: Risk ahead' }).waitFor()
    expect(await page.getByLabel('Reason').inputValue()).toBe(reason)
    server.answer('decideObservation', aDecidedObservation({ version: 5 }))
    await sendButton(page).click()
    await sees(page.getByRole('status'), 'Decision sent.')
    const [first, second] = server.askedFor('decideObservation').map(({ body }) => body)
    expect(first).toMatchObject({ version: 3, reason, words })
    expect(second).toMatchObject({ version: 4, reason, words })
  })

  test('lets a decision that came too late be copied, but not sent', async () => {
    const { page, server } = await open({
      at,
      answers: { ...answers, decideObservation: refused(aProblem('conflict', 409)) },
    })
    await fillIn(page)
    server.answer('getObservation', aDecidedObservation({ allowed: [] }))
    await sendButton(page).click()
    await sees(page.getByRole('alert'), 'this can no longer be done')
    expect(await sendButton(page).count()).toBe(0)
    expect(await page.getByLabel('Reason').inputValue()).toBe(reason)
  })

  test('sends the same submission again after the connection broke', async () => {
    const { page, server } = await open({
      at,
      answers: { ...answers, decideObservation: NO_ANSWER },
    })
    await fillIn(page)
    await sendButton(page).click()
    await sees(page.getByRole('alert'), 'We cannot reach the service.')
    server.answer('decideObservation', aDecidedObservation())
    await page.getByRole('button', { name: 'Try again' }).click()
    await sees(page.getByRole('status'), 'Decision sent.')
    const sent = server.askedFor('decideObservation').map(({ body }) => body)
    expect(sent.length).toBeGreaterThan(1)
    expect(new Set(sent.map((body) => JSON.stringify(body))).size).toBe(1)
  })
})
