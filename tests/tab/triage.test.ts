import { expect, test } from 'vitest'
import { inBrowser, sees } from './browser.ts'
import { NO_ANSWER } from './fake-server.ts'
import { aPage, aRow } from './list-records.ts'
import { aWaitingObservation } from './observation-records.ts'
import { aMe, healthVisiting, socialCare } from './people-records.ts'

const older = aRow({ ref: 'OBS-2026-0011', waitsFor: 'Waiting for a decision for 8 working days.' })
const urgent = aRow({ ref: 'OBS-2026-0042', sameDay: true })
const elsewhere = aRow({
  ref: 'OBS-2026-0020',
  agency: socialCare,
  kind: { code: 'disquiet', label: 'Something feels wrong' },
})

const me = aMe({ triage: { ...aMe().triage, agencies: [healthVisiting, socialCare] } })

const answers = {
  me,
  listObservations: aPage({ rows: [urgent, older, elsewhere] }),
  getObservation: aWaitingObservation(),
}

inBrowser('triage', (open) => {
  test('lists what waits, the longest wait first, and marks what is for today', async () => {
    const { page, server } = await open({ at: '#/triage', answers })
    const rows = page.getByRole('list', { name: 'Observations' }).getByRole('listitem')
    await rows.first().waitFor()
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/OBS-2026-0042[\s\S]*Look at it today/),
      expect.stringMatching(/OBS-2026-0011[\s\S]*Waiting for a decision for 8 working days/),
      expect.stringContaining('OBS-2026-0020'),
    ])
    await sees(page.getByRole('status'), 'Showing 3 of 3')
    expect(server.askedFor('listObservations')[0]?.query.toString()).toBe(
      'view=triage&stage=awaitingTriage&order=oldestFirst&size=25',
    )
  })

  test('says of what was left to others that nothing waits, and links the learning', async () => {
    const says = 'You let another decide about it.'
    const row = {
      ref: 'LRN-2026-0007',
      kind: 'activity',
      title: 'Team meeting',
      stage: 'Planned',
      says: 'by 29 May',
    }
    const getObservation = aWaitingObservation({
      leftToOthers: says,
      follows: [row],
      sameDay: true,
    })
    const at = '#/triage/OBS-2026-0042'
    const { page } = await open({ at, answers: { ...answers, getObservation } })
    await sees(page.getByRole('region', { name: 'At a glance' }), says)
    const link = page.getByRole('region', { name: 'What follows from it' }).getByRole('link')
    expect(await link.getAttribute('href')).toBe('#/activities/LRN-2026-0007')
  })

  test('narrows the list, and keeps what was chosen in the address', async () => {
    const { page, server } = await open({ at: '#/triage', answers })
    await page.getByLabel('Stage').selectOption('Under way')
    await page.getByLabel('Kind').selectOption('Something feels wrong')
    await page.getByLabel('Agency').selectOption("Children's social care")
    await page.waitForURL(/#\/triage\?stage=underWay&kind=disquiet&agency=a-social-care$/)
    await expect
      .poll(() => server.askedFor('listObservations').at(-1)?.query.toString())
      .toBe(
        'view=triage&stage=underWay&order=oldestFirst&size=25&kind=disquiet&agency=a-social-care',
      )
    await page.reload()
    expect(await page.getByLabel('Kind').inputValue()).toBe('disquiet')
  })

  test('offers every kind to narrow the list to, also those it shows none of', async () => {
    const { page } = await open({ at: '#/triage', answers })
    await page.getByRole('link', { name: /OBS-2026-0011/ }).waitFor()
    expect(await page.getByLabel('Kind').locator('option').allInnerTexts()).toEqual([
      'All kinds',
      'Good practice',
      'Near miss',
      'Something feels wrong',
    ])
  })

  test('offers no choice of agency where there is only one', async () => {
    const { page } = await open({
      at: '#/triage',
      answers: { listObservations: aPage({ rows: [older] }) },
    })
    await page.getByRole('link', { name: /OBS-2026-0011/ }).waitFor()
    expect(await page.getByLabel('Agency').count()).toBe(0)
  })

  test('loads further pages when asked, and keeps those it has', async () => {
    const { page, server } = await open({
      at: '#/triage',
      answers: {
        listObservations: ({ query }: { query: URLSearchParams }) =>
          query.has('after')
            ? aPage({ rows: [older], total: 2 })
            : aPage({ rows: [urgent], total: 2, next: 'page-2' }),
      },
    })
    await sees(page.getByRole('status'), 'Showing 1 of 2')
    await page.getByRole('button', { name: 'Load more' }).click()
    await sees(page.getByRole('status'), 'Showing 2 of 2')
    expect(await page.getByRole('link', { name: /OBS-/ }).count()).toBe(2)
    expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0)
    expect(server.askedFor('listObservations').at(-1)?.query.get('after')).toBe('page-2')
  })

  test('keeps the list when a further page cannot be had', async () => {
    const { page, server } = await open({
      at: '#/triage',
      answers: { listObservations: aPage({ rows: [urgent], total: 2, next: 'page-2' }) },
    })
    const more = page.getByRole('button', { name: 'Load more' })
    await more.waitFor()
    server.answer('listObservations', NO_ANSWER)
    await more.click()
    await sees(page.getByRole('alert'), 'We cannot reach the service.')
    expect(await page.getByRole('link', { name: /OBS-2026-0042/ }).count()).toBe(1)
    server.answer('listObservations', aPage({ rows: [older], total: 2 }))
    await page.getByRole('button', { name: 'Try again' }).click()
    await sees(page.getByRole('status'), 'Showing 2 of 2')
  })

  test('says what to do where nothing waits', async () => {
    const { page } = await open({
      at: '#/triage',
      answers: { listObservations: aPage({ rows: [] }) },
    })
    await sees(page.getByRole('main'), 'Nothing waits for a decision here.')
  })

  test('opens an observation beside the list where there is room', async () => {
    const { page } = await open({ at: '#/triage', answers })
    await sees(page.getByRole('main'), 'Choose an observation from the list')
    const link = page.getByRole('link', { name: /OBS-2026-0042/ })
    await link.click()
    await page.getByRole('heading', { name: 'OBS-2026-0042: Near miss', level: 2 }).waitFor()
    expect(await link.getAttribute('aria-current')).toBe('true')
    expect(await page.getByRole('heading', { name: 'Triage', level: 1 }).count()).toBe(1)
  })

  test('opens an observation on its own where it is narrow, with a way back', async () => {
    const { page } = await open({ at: '#/triage?kind=nearMiss', answers, width: 800 })
    await page.getByRole('link', { name: /OBS-2026-0042/ }).click()
    await page.getByRole('heading', { name: 'OBS-2026-0042: Near miss', level: 1 }).waitFor()
    expect(await page.getByRole('list', { name: 'Observations' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Back to Triage' }).click()
    await page.getByRole('link', { name: /OBS-2026-0011/ }).waitFor()
    expect(page.url()).toMatch(/#\/triage\?kind=nearMiss$/)
  })

  test('keeps a half-written decision when the window becomes narrow', async () => {
    const { page } = await open({ at: '#/triage/OBS-2026-0042', answers })
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByLabel('Reason').fill('The names are alike')
    await page.setViewportSize({ width: 600, height: 800 })
    await page.getByRole('link', { name: 'Back to Triage' }).waitFor()
    expect(await page.getByLabel('Reason').inputValue()).toBe('The names are alike')
  })

  test('shows the facts, and what the reporter called it where that was corrected', async () => {
    const { page } = await open({
      at: '#/triage/OBS-2026-0042',
      answers: {
        ...answers,
        getObservation: aWaitingObservation({
          kindByReporter: { code: 'disquiet', label: 'Something feels wrong' },
        }),
      },
    })
    const facts = page.getByRole('region', { name: 'At a glance' })
    for (const fact of [
      'Very worried',
      '3 working days',
      'Health visiting',
      'Anybody who triages there',
    ])
      await sees(facts, fact)
    await sees(facts, /The reporter called it\s*Something feels wrong/)
  })
})
