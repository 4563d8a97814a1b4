import { expect, test } from 'vitest'
import { inBrowser, sees, textOf } from './browser.ts'
import { decisionScene } from './decision-scene.ts'

const { answers, at, fillIn, outcome, reason, sendButton, words, wordsOf } = decisionScene

/** What is sent for the fields that an outcome does not ask. */
const NOTHING_TO_LEARN = { setting: null, scope: null, holder: null, holdBy: null, about: null }

inBrowser('deciding', (open) => {
  test('sends the decision once, as it was written, and shows it', async () => {
    const { page, server } = await open({ at, answers })
    await fillIn(page)
    await page.getByLabel('Look at it again on').fill('2026-04-20')
    await sendButton(page).dblclick()
    await sees(page.getByRole('status'), 'Decision sent.')
    expect(server.askedFor('decideObservation').map(({ body }) => body)).toEqual([
      {
        ...NOTHING_TO_LEARN,
        version: 3,
        submission: expect.stringMatching(/^[0-9a-f-]{36}$/),
        outcome: 'multiAgencyReview',
        reason,
        words,
        nextReviewOn: '2026-04-20',
      },
    ])
    await sees(page.getByRole('region', { name: 'The decision' }), 'Multi-agency learning review')
    expect(await page.getByRole('button', { name: 'I am on it' }).count()).toBe(0)
  })

  test('is done by keyboard alone', async () => {
    const { page, server } = await open({ at, answers })
    await page.getByRole('button', { name: 'Decide' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    // Up to the outcome that asks nothing further.
    for (let down = 0; down < 5; down += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type(reason)
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(words)
    // The date takes three stops and the button of its calendar one.
    for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await sees(page.getByRole('status'), 'Decision sent.')
    expect(server.askedFor('decideObservation')[0]?.body).toMatchObject({
      outcome: 'multiAgencyReview',
      reason,
      words,
      nextReviewOn: null,
    })
    const focused = page.locator(':focus')
    expect(await textOf(focused)).toBe('OBS-2026-0042: Near miss')
  })

  test('shows what an outcome needs, and starts the sentence for it', async () => {
    const { page } = await open({ at, answers })
    await page.getByRole('button', { name: 'Decide' }).click()
    await outcome(page, 'Take to supervision').check()
    await sees(
      page.getByRole('form', { name: 'Decide' }),
      'Worth saying in the reason: whose supervision;',
    )
    expect(await wordsOf(page).inputValue()).toBe(
      '{supervisor} is asked to talk OBS-2026-0042 through in supervision by {date}.',
    )
    await sees(page.getByRole('form', { name: 'Decide' }), 'Still to fill in: {supervisor}, {date}')
    await outcome(page, 'Answer and close').check()
    expect(await wordsOf(page).inputValue()).toContain('here is our answer: {answer}.')
  })

  test('asks before it replaces a sentence that somebody has changed', async () => {
    const { page } = await open({ at, answers })
    await fillIn(page)
    await outcome(page, 'Take to supervision').check()
    expect(await wordsOf(page).inputValue()).toBe(words)
    await page.getByRole('button', { name: 'Keep mine' }).click()
    expect(await wordsOf(page).inputValue()).toBe(words)
    await outcome(page, 'Answer and close').check()
    await page.getByRole('button', { name: 'Use the new sentence' }).click()
    expect(await wordsOf(page).inputValue()).toContain('here is our answer: {answer}.')
  })

  test('counts the reason, and shows how the reporter will read it', async () => {
    const { page } = await open({ at, answers })
    await page.getByRole('button', { name: 'Decide' }).click()
    await outcome(page, 'Multi-agency learning review').check()
    await page.getByLabel('Reason').fill('Same names')
    await sees(page.getByRole('form', { name: 'Decide' }), 'At least 20 characters. There are 10.')
    await wordsOf(page).fill(words)
    const preview = page.getByRole('region', { name: 'This is how the reporter will read it' })
    await sees(preview, 'Multi-agency learning review')
    await sees(preview, words)
    await sees(preview, 'Why: Same names')
  })

  test('keeps a half-written decision while the person looks elsewhere', async () => {
    const { page } = await open({ at, answers })
    await fillIn(page)
    await page.getByRole('link', { name: 'Learning', exact: true }).click()
    await page.getByRole('heading', { name: 'Learning', level: 1 }).waitFor()
    await page.goBack()
    expect(await page.getByLabel('Reason').inputValue()).toBe(reason)
  })
})
