import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees } from './browser.ts'
import { NO_ANSWER, refused } from './fake-server.ts'
import { aHome } from './list-records.ts'
import { aMe } from './people-records.ts'
import {
  aBrokenChain,
  aBusinessManager,
  aChain,
  aDirectory,
  aLine,
  anAuditor,
  someLines,
} from './setup-records.ts'

const at = '#/audit'
const answers = {
  me: anAuditor,
  home: aHome(),
  listTrail: someLines(),
  checkChain: aChain(),
  getBoard: aDirectory,
}

const lines = (page: Page, log = 'Changes') =>
  page.getByRole('list', { name: log }).getByRole('listitem')

inBrowser('the audit', (open) => {
  test('I2: says of each line when it was, what was done, which record and who, newest first', async () => {
    const { page, server } = await open({ at, answers })
    await lines(page).first().waitFor()
    expect((await lines(page).allInnerTexts()).map((text) => text.split(/\n+/))).toEqual([
      [
        '27 Mar 2026, 09:12:30',
        'Decided',
        'OBS-2026-0042, event 2',
        'Team manager 1, Health visiting',
      ],
      [
        '26 Mar 2026, 08:00:00',
        'Raised',
        'OBS-2026-0042, event 1',
        'Health visitor 1, Health visiting',
      ],
      ['1 Mar 2026, 08:00:00', 'Board set up', 'Board settings, event 1', 'The product itself'],
    ])
    expect(server.askedFor('listTrail')[0]?.query.toString()).toBe('log=changes&size=50')
    await sees(page.getByRole('status'), 'Showing 3 of 3')
  })

  test('offers no way to a record: the auditor does not read what happened', async () => {
    const { page } = await open({ at, answers })
    await lines(page).first().waitFor()
    expect(await lines(page).getByRole('link').count()).toBe(0)
    expect(await page.locator('main a[href*="triage"], main a[href*="reports"]').count()).toBe(0)
  })

  test('has a page of its own, and no Set-up beside it', async () => {
    const { page } = await open({ answers })
    await page.getByRole('link', { name: 'Audit', exact: true }).click()
    const heading = page.getByRole('heading', { name: 'Audit', level: 1 })
    await heading.waitFor()
    await expect.poll(() => heading.evaluate('document.activeElement?.id')).toBe('place')
    expect(await page.getByRole('navigation', { name: 'Parts of Set-up' }).count()).toBe(0)
    expect(
      await page.getByRole('link', { name: 'Audit', exact: true }).getAttribute('aria-current'),
    ).toBe('page')
    expect(await page.getByRole('link', { name: 'Set-up', exact: true }).count()).toBe(0)
  })

  test.for(['#/setup', '#/setup/audit?record=OBS-2026-0042'])(
    'is found where it was before it had a page of its own: %s',
    async (before) => {
      const { page, server } = await open({ at: before, answers })
      await page.getByRole('heading', { name: 'Audit', level: 1 }).waitFor()
      await lines(page).first().waitFor()
      const { query } = server.askedFor('listTrail').at(-1) ?? {}
      expect(query?.get('record') ?? '').toBe(before.includes('?') ? 'OBS-2026-0042' : '')
    },
  )

  test('shows the other log on one press, with the same filter', async () => {
    const { page, server } = await open({ at: `${at}?record=OBS-2026-0042`, answers })
    await page.getByRole('link', { name: 'Readings' }).click()
    await page.waitForURL(/#\/audit\?log=readings&record=OBS-2026-0042$/)
    await sees(lines(page, 'Readings').first(), 'OBS-2026-0042, reading 2')
    expect(server.askedFor('listTrail').at(-1)?.query.toString()).toBe(
      'log=readings&record=OBS-2026-0042&size=50',
    )
  })

  test('asks only when “Show” is pressed, and keeps what was asked in the address', async () => {
    const { page, server } = await open({ at, answers })
    await lines(page).first().waitFor()
    await page.getByLabel('Record').fill(' obs 2026 42 ')
    await page.getByLabel('Person').selectOption('Health visitor 1, Health visitor, has left')
    await page.getByLabel('From').fill('2026-03-01')
    await page.getByLabel('To', { exact: true }).fill('2026-03-27')
    expect(server.askedFor('listTrail')).toHaveLength(1)
    await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
    const query = 'record=obs+2026+42&person=p-health-visitor&from=2026-03-01&to=2026-03-27'
    await expect
      .poll(() => server.askedFor('listTrail').at(-1)?.query.toString())
      .toBe(`log=changes&${query}&size=50`)
    expect(page.url().endsWith(`#/audit?${query}`)).toBe(true)
    await page.reload()
    await lines(page).first().waitFor()
    expect(await page.getByLabel('From').inputValue()).toBe('2026-03-01')
    expect(await page.getByLabel('Person').inputValue()).toBe('p-health-visitor')
    await page.getByRole('button', { name: 'Show everything' }).click()
    await page.waitForURL(/#\/audit$/)
    expect(await page.getByLabel('Record').inputValue()).toBe('')
  })

  test('asked for the same again it looks again', async () => {
    const { page, server } = await open({ at, answers })
    await lines(page).first().waitFor()
    server.answer('listTrail', someLines({ rows: [aLine({ says: 'Closed', number: 3 })] }))
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await sees(lines(page).first(), 'Closed')
  })

  test('leaves out of an address what cannot be asked for', async () => {
    const { page, server } = await open({
      at: `${at}?log=all&from=yesterday&to=0001-01-01`,
      answers,
    })
    await lines(page).first().waitFor()
    expect(server.askedFor('listTrail')[0]?.query.toString()).toBe('log=changes&size=50')
  })

  test('loads further lines when asked', async () => {
    const { page, server } = await open({
      at,
      answers: {
        ...answers,
        listTrail: ({ query }: { query: URLSearchParams }) =>
          query.has('after')
            ? someLines({ rows: [aLine({ number: 1 })], total: 2 })
            : someLines({ rows: [aLine()], total: 2, next: 'page-2' }),
      },
    })
    await page.getByRole('button', { name: 'Load more' }).click()
    await sees(page.getByRole('status'), 'Showing 2 of 2')
    expect(await lines(page).count()).toBe(2)
    expect(server.askedFor('listTrail').at(-1)?.query.get('after')).toBe('page-2')
  })

  test('I2: says of one record that its chain is whole', async () => {
    const { page, server } = await open({ at: `${at}?record=OBS-2026-0042`, answers })
    const chain = page.getByRole('region', { name: 'Chain' })
    await sees(chain, 'The chain of OBS-2026-0042 is whole: 7 events.')
    await sees(chain, 'The log of who read OBS-2026-0042 is whole: 2 readings.')
    expect(server.askedFor('checkChain')[0]?.query.get('record')).toBe('OBS-2026-0042')
  })

  test('I2: says where a chain is broken, and whom to tell', async () => {
    const { page } = await open({
      at: `${at}?record=OBS-2026-0042`,
      answers: { ...answers, checkChain: aBrokenChain },
    })
    await sees(
      page.getByRole('region', { name: 'Chain' }),
      'broken: event 3 was changed after it was kept. Change nothing, and tell the business manager and the chair today.',
    )
  })

  test('I2: says so where the log has lines of a record that is gone', async () => {
    const { page } = await open({
      at: `${at}?record=OBS-2026-0042`,
      answers: { ...answers, checkChain: refused(aProblem('not-found', 404)) },
    })
    await sees(page.getByRole('region', { name: 'Chain' }), 'is not there any more')
  })

  test('says plainly that there is no record with a reference', async () => {
    const missing = refused(aProblem('not-found', 404))
    const { page } = await open({
      at: `${at}?record=OBS-2026-9999`,
      answers: { ...answers, listTrail: missing, checkChain: missing },
    })
    await sees(page.getByRole('main'), 'There is no record with this reference.')
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await page.getByLabel('Record').inputValue()).toBe('OBS-2026-9999')
  })

  test('shows at its field what cannot be asked for, and keeps what was typed', async () => {
    const say = 'The last day comes before the first. Choose a later one.'
    const problem = aProblem('incomplete', 422, { detail: say, missing: [{ need: 'to', say }] })
    const { page } = await open({
      at: `${at}?from=2026-03-02&to=2026-03-01`,
      answers: { ...answers, listTrail: refused(problem) },
    })
    await sees(page.getByRole('alert'), say)
    const to = page.getByLabel('To', { exact: true })
    expect(await to.getAttribute('aria-invalid')).toBe('true')
    expect(await to.inputValue()).toBe('2026-03-01')
  })

  test('is not asked with half of a day, which is no day at all', async () => {
    const { page, server } = await open({ at: '#/audit', answers })
    await page.getByLabel('From').waitFor()
    const asked = server.askedFor('listTrail').length
    await page.getByLabel('From').focus()
    await page.keyboard.type('1')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await sees(page.getByRole('search'), 'This date cannot be read for certain.')
    expect(server.askedFor('listTrail').length).toBe(asked)
    await page.getByRole('button', { name: 'Show everything' }).click()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await expect.poll(() => server.askedFor('listTrail').length).toBeGreaterThan(asked)
  })

  test('says what to do where nothing fits, and where the service cannot be reached', async () => {
    const { page, server } = await open({
      at,
      answers: { ...answers, listTrail: someLines({ rows: [] }) },
    })
    await sees(page.getByRole('main'), 'Nothing was changed that fits this.')
    server.answer('listTrail', NO_ANSWER)
    await page.getByRole('link', { name: 'Readings' }).click()
    await sees(page.getByRole('alert'), 'We cannot reach the service.')
    server.answer('listTrail', someLines())
    await page.getByRole('button', { name: 'Try again' }).click()
    await lines(page, 'Readings').first().waitFor()
  })

  test('says what an auditor does next', async () => {
    const { page } = await open({ at, answers })
    const next = page.getByRole('region', { name: 'What to do next' })
    await sees(next, 'npm run audit')
    await sees(next, 'Tell the business manager and the chair')
  })

  test('is refused to somebody without the role, with the sentence and a way back', async () => {
    const detail = 'Only the auditor can do this. Ask the board office if that should be you.'
    const { page } = await open({
      at,
      answers: {
        ...answers,
        me: aBusinessManager,
        listTrail: refused(aProblem('not-your-role', 403, { detail })),
      },
    })
    await sees(page.getByRole('alert'), detail)
    expect(await page.getByLabel('Record').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Go to Home' }).getAttribute('href')).toBe('#/')
  })

  test('somebody for whom Set-up has nothing is told whom to ask', async () => {
    const { page } = await open({ at: '#/setup', answers: { me: aMe(), home: aHome() } })
    await sees(page.getByRole('main'), 'Set-up is for the business manager and the chair.')
    expect(await page.getByRole('link', { name: 'Set-up', exact: true }).count()).toBe(0)
  })
})
