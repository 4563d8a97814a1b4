import { expect, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees, textOf } from './browser.ts'
import { refused } from './fake-server.ts'
import { someFigures } from './figures-records.ts'
import { aHome } from './list-records.ts'

const at = '#/learning'

inBrowser('the learning page', (open) => {
  test('says in words and in a table what the picture of the mix shows', async () => {
    const { page } = await open({ at, answers: { figures: someFigures() } })
    const part = page.getByRole('region', { name: 'What people tell us' })
    await sees(part, 'People told us about good work 49 times and about worries 88 times.')
    await part.getByRole('img', { name: /Bar chart of the kinds by month/ }).waitFor()
    const table = page.getByRole('table', { name: 'Reports of each kind by month' })
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      'Kind',
      'Jan',
      'Feb',
      'Mar',
      'All',
    ])
    const nearMisses = table.getByRole('row', { name: /Near miss/ })
    expect(await nearMisses.getByRole('cell').allInnerTexts()).toEqual(['9', '7', '13', '29'])
  })

  test('hides small counts as "fewer than 5", in the picture as well', async () => {
    const { page } = await open({ at, answers: { figures: someFigures() } })
    const table = page.getByRole('table', { name: 'Reports of each kind by month' })
    const row = table.getByRole('row', { name: /Good outcome/ })
    expect(await textOf(row.getByRole('cell').first())).toBe('fewer than 5')
    const legend = page.getByRole('list', { name: 'What the patterns mean' })
    await sees(legend, 'Fewer than 5: not drawn to size')
    const decisions = page.getByRole('table', { name: /Decisions by month/ })
    const hidden = decisions.getByRole('row', { name: /February 2026/ })
    expect(await hidden.getByRole('cell').allInnerTexts()).toEqual(['fewer than 5', '–'])
  })

  test('shows more reporting as a good sign, and the share of good work', async () => {
    const { page } = await open({ at, answers: { figures: someFigures() } })
    const main = page.getByRole('main')
    await sees(main, /Reports\s*137\s*More reports are a good sign/)
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

  test('asks for as many months as were chosen, and keeps that in the address', async () => {
    const { page, server } = await open({
      at,
      answers: { figures: someFigures() },
      // Half past midnight in London.
      now: '2026-03-31T23:30:00Z',
    })
    await page.getByLabel('Period').selectOption('Last 3 months')
    await page.waitForURL(/#\/learning\?months=3$/)
    await expect
      .poll(() => server.askedFor('figures').at(-1)?.query.toString())
      .toBe('from=2026-02&to=2026-04')
  })

  test('says what to do where nothing was raised', async () => {
    const { page } = await open({ at, answers: { figures: someFigures({ total: 0 }) } })
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
