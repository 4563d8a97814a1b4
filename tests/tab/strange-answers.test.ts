import { expect, test } from 'vitest'
import type { ApiClient } from '../../src/tab/api/client-types.ts'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees } from './browser.ts'
import { decisionScene } from './decision-scene.ts'
import { type Asked, raw } from './fake-server.ts'
import { aHome } from './list-records.ts'
import { aDecidedObservation, aWaitingObservation } from './observation-records.ts'

const { answers, at, fillIn, reason, sendButton } = decisionScene

const LOGIN_PAGE = raw(200, 'text/html', '<!doctype html><title>Sign in</title>')

inBrowser('an answer that the contract does not promise', (open) => {
  test.for([
    ['a page of a proxy in place of an answer', LOGIN_PAGE],
    ['a gateway that gave up', raw(504, 'text/html', '<h1>504</h1>')],
    ['an answer without content', raw(204, 'application/json', '')],
    ['an answer of a newer service', raw(200, 'application/json', '{"ref":7}')],
  ] as const)('leaves a change open to be sent again as one: %s', async ([, strange]) => {
    const { page, server } = await open({ at, answers: { ...answers, decideObservation: strange } })
    await fillIn(page)
    await sendButton(page).click()
    await sees(page.getByRole('alert'), 'We cannot tell whether this was sent.')
    expect(await page.getByLabel('Reason').inputValue()).toBe(reason)
    server.answer('decideObservation', aDecidedObservation())
    await page.getByRole('button', { name: 'Try again' }).click()
    await sees(page.getByRole('status'), 'Decision sent.')
    const sent = server.askedFor('decideObservation').map(({ body }) => JSON.stringify(body))
    expect(sent.length).toBe(2)
    expect(new Set(sent).size).toBe(1)
  })

  test('offers to load the page anew where it cannot read what it asked for', async () => {
    const { page, server } = await open({ answers: { home: LOGIN_PAGE } })
    await sees(page.getByRole('alert'), 'an answer that this page cannot read')
    server.answer('home', aHome())
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await page.getByText('Nothing waits for you.').waitFor()
  })

  test('says what a newer service refuses in its own words', async () => {
    const detail = 'This board is being moved. Try again tomorrow.'
    const moved = JSON.stringify({ ...aProblem('conflict', 409, { detail }), code: 'moved' })
    const { page } = await open({
      at,
      answers: { ...answers, decideObservation: raw(409, 'application/problem+json', moved) },
    })
    await fillIn(page)
    await sendButton(page).click()
    await sees(page.getByRole('alert'), `${detail} What you typed is still here.`)
  })

  test('says after half a minute that there was no answer, not that there is no connection', async () => {
    const now = '2026-03-03T09:00:00Z'
    const { page } = await open({
      at,
      now,
      answers: { ...answers, decideObservation: () => new Promise(() => {}) },
    })
    await page.clock.install({ time: now })
    await page.reload()
    await fillIn(page)
    await sendButton(page).click()
    await page.getByRole('button', { name: 'Sending…' }).waitFor()
    await page.clock.fastForward(31_000)
    await sees(page.getByRole('alert'), 'The service did not answer in time.')
    await sees(page.getByRole('alert'), 'We cannot tell whether this was sent.')
  })

  test('does not take the focus of somebody who went on while it was sent', async () => {
    let answer = () => {}
    const decided = new Promise((resolve) => {
      answer = () => resolve(aDecidedObservation())
    })
    const { page, server } = await open({
      at,
      answers: {
        ...answers,
        getObservation: ({ params: { ref } }: Asked) =>
          aWaitingObservation(ref === undefined ? {} : { ref }),
        decideObservation: () => decided,
      },
    })
    await fillIn(page)
    await sendButton(page).click()
    await page.getByRole('button', { name: 'Sending…' }).waitFor()
    await page.evaluate("location.hash = '#/triage/OBS-2026-0077'")
    await page.getByRole('button', { name: 'Reassign' }).click()
    await page.getByLabel('Reason').fill('Theirs')
    const asked = server.askedFor('listObservations').length
    answer()
    await expect.poll(() => server.askedFor('listObservations').length).toBeGreaterThan(asked)
    expect(await page.getByLabel('Reason').and(page.locator(':focus')).count()).toBe(1)
  })
})

test('lets nothing be asked or sent that the contract does not have', () => {
  const from = { ref: 'OBS-2026-0042', version: 3, submission: 'one' }
  const to = { agency: 'a-1', person: null }
  // Never called: that these lines do not compile is what is shown.
  const wrong = (api: ApiClient) => [
    // @ts-expect-error a misspelt action
    api.take('observation', 'reasign', from, { to, reason: 'Theirs' }),
    // @ts-expect-error a misspelt field
    api.take('observation', 'reassign', from, { too: to, reason: 'Theirs' }),
    // @ts-expect-error a field is missing
    api.take('observation', 'reassign', from, { to }),
    // @ts-expect-error an action of another record
    api.take('board', 'reassign', { version: 3, submission: 'one' }, { to, reason: 'Theirs' }),
    // @ts-expect-error nothing says which observation
    api.take('observation', 'close', { version: 3, submission: 'one' }, { readUpTo: 0 }),
    // @ts-expect-error the answer may be that it was passed on
    api.take('observation', 'close', from, { readUpTo: 0 }).then(({ version }) => version),
    // @ts-expect-error a view that there is not
    api.listObservations({ view: 'everything' }),
    // @ts-expect-error the record is not left out
    api.checkChain({}),
  ]
  expect(wrong).toBeTypeOf('function')
})
