import { expect, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees } from './browser.ts'
import { refused } from './fake-server.ts'
import { someFigures } from './figures-records.ts'
import { aHome } from './list-records.ts'

const at = '#/learning'

inBrowser('the learning page', (open) => {
  test('says in words and in a table what the picture of the mix shows', async () => {
    const { page } = await open({ at, answers: { figures: someFigures() } })
    const part = page.getByRole('region', { name: 'What people tell us' })
    await sees(part, 'People told us about good work 42 times and about worries 62 times.')
    await sees(part, 'April to June 2026 is counted once it has ended.')
    await part.getByRole('img', { name: /Bar chart of the kinds by quarter/ }).waitFor()
    const table = page.getByRole('table', { name: 'Reports of each kind by quarter' })
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      'Kind',
      'Jul–Sept 25',
      'Oct–Dec 25',
      'Jan–Mar 26',
      'All',
    ])
    const row = (name: RegExp) => table.getByRole('row', { name }).getByRole('cell').allInnerTexts()
    expect(await row(/Near miss/)).toEqual(['13', '9', 'hidden', '22 or more'])
    expect(await row(/Worries and concerns/)).toEqual(['40', '22', 'hidden', '62 or more'])
  })

  test('S10: what is hidden has no number: not in the picture, a tooltip, a name or a table', async () => {
    const { page } = await open({ at, answers: { figures: someFigures() } })
    const part = page.getByRole('region', { name: 'What people tell us' })
    const picture = part.getByRole('img', { name: /Bar chart/ })
    const legend = part.getByRole('list', { name: 'What the patterns mean' })
    await sees(legend, 'Several kinds together')
    await sees(legend, 'Hidden: not drawn to size')
    const bars = picture.locator('g:has(> title)')
    expect(await bars.locator('title').allTextContents()).toEqual([
      'July to September 2025',
      'October to December 2025',
      'January to March 2026',
    ])
    // Eight kinds; two kinds and what is left of each group; one bar of a height that says nothing.
    const drawn = async (quarter: number) => bars.nth(quarter).locator('rect').count()
    expect([await drawn(0), await drawn(1), await drawn(2)]).toEqual([8, 4, 1])
    const heightOfHidden = () => bars.nth(2).locator('rect').getAttribute('height')
    expect(Number(await heightOfHidden())).toBeLessThan(10)
    const rows = part.getByRole('row', { name: /Good outcome/ })
    expect(await rows.getByRole('cell').allInnerTexts()).toEqual([
      '7',
      'hidden',
      'hidden',
      '7 or more',
    ])
    const decisions = page.getByRole('table', { name: /middle decision of each quarter/ })
    const hidden = decisions.getByRole('row', { name: /January to March 2026/ })
    expect(await hidden.getByRole('cell').allInnerTexts()).toEqual(['–'])
  })

  test('says whether reporters heard in time, quarter by quarter', async () => {
    const { page } = await open({ at, answers: { figures: someFigures() } })
    const part = page.getByRole('region', { name: 'Was it on time?', exact: true })
    await sees(part, 'The promise is a decision within 5 working days at most.')
    const cellsOf = (name: RegExp) =>
      part.getByRole('row', { name }).getByRole('cell').allInnerTexts()
    expect(await cellsOf(/Decided on time/)).toEqual(['80%', '100%', '–'])
    expect(await cellsOf(/First word: nine in ten/)).toEqual(['2', '1', '–'])
    expect(await cellsOf(/Decision: half/)).toEqual(['4', '2', '–'])
  })

  test('shows more reporting as a good sign, and the share of good work', async () => {
    const { page } = await open({ at, answers: { figures: someFigures() } })
    const main = page.getByRole('main')
    await sees(main, /Reports\s*104 or more\s*More reports are a good sign/)
    await sees(main, /typical cases\s*38%/)
  })

  test('S4: warns when too little comes from good or typical work', async () => {
    const warning = 'Under a quarter of the last three months was about good or typical work.'
    const { page } = await open({
      at,
      answers: { figures: someFigures({ mix: { appreciativePercent: 19, warning } }) },
    })
    await sees(page.getByRole('main'), warning)
  })

  test('says how each figure was counted', async () => {
    const { page } = await open({ at, answers: { figures: someFigures() } })
    const how = page.getByText('First decisions only, in working days of England and Wales.')
    const part = page.getByRole('region', { name: 'Time to a decision' })
    await part.getByText('How this was counted').click()
    await how.waitFor()
    expect(await how.isVisible()).toBe(true)
  })

  test('asks for the period that was chosen, and keeps it in the address', async () => {
    const { page, server } = await open({
      at,
      answers: { figures: someFigures() },
      now: '2026-08-31T23:30:00Z',
    })
    const period = page.getByLabel('Period')
    await page.getByRole('heading', { name: 'What people tell us' }).waitFor()
    expect(await period.locator('option').allInnerTexts()).toEqual([
      'Last quarter',
      'Last 4 quarters',
      'Last 8 quarters',
      'Last 12 quarters',
      '2025',
      '2024',
      '2023',
    ])
    const asked = () => server.askedFor('figures').at(-1)?.query.toString()
    expect(asked()).toBe('quarters=4')
    await period.selectOption('Last 8 quarters')
    await page.waitForURL(/#\/learning\?quarters=8$/)
    await expect.poll(asked).toBe('quarters=8')
    await period.selectOption('2025')
    await page.waitForURL(/#\/learning\?quarters=4&to=2025-12$/)
    await expect.poll(asked).toBe('quarters=4&to=2025-12')
  })

  test('an address with a period that cannot be chosen shows the usual one', async () => {
    const { page, server } = await open({
      at: '#/learning?months=3&to=2026-02',
      answers: { figures: someFigures() },
    })
    await page.getByRole('heading', { name: 'What people tell us' }).waitFor()
    expect(server.askedFor('figures').at(-1)?.query.toString()).toBe('quarters=4')
  })

  test('says what to do where nothing was raised', async () => {
    const { page } = await open({
      at,
      answers: {
        figures: someFigures({ all: { counts: [0, 0, 0], total: { count: 0, orMore: false } } }),
      },
    })
    await sees(page.getByRole('main'), 'Nothing was raised in this time.')
  })

  test('says whom to ask where somebody may not see it, with a way back', async () => {
    const detail = 'Only a senior or a board member can see the figures. Ask the board office.'
    const { page } = await open({
      at,
      answers: { figures: refused(aProblem('not-your-role', 403, { detail })) },
    })
    await sees(page.getByRole('alert'), detail)
    expect(await page.getByRole('link', { name: 'Go to Home' }).getAttribute('href')).toBe('#/')
  })

  test('says so when its code cannot be had, and tries again', async () => {
    const { page } = await open({ answers: { home: aHome(), figures: someFigures() } })
    await page.route('**/learning-page-*', (route) => route.abort(), { times: 1 })
    await page.getByRole('link', { name: 'Learning', exact: true }).click()
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'What people tell us' }).waitFor()
  })

  test('loads its code only when somebody comes here', async () => {
    const { page } = await open({ answers: { home: aHome(), figures: someFigures() } })
    await page.getByRole('heading', { name: 'My reports' }).waitFor()
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.getByRole('link', { name: 'Learning', exact: true }).click()
    await page.getByRole('heading', { name: 'What people tell us' }).waitFor()
    expect(loaded.filter((path) => !path.endsWith('.svg'))).toEqual([
      expect.stringMatching(/\/tab\/assets\/learning-page-.*\.js$/),
      '/api/figures',
    ])
  })
})
