import { expect, test } from 'vitest'
import { inBrowser, sees, textOf } from './browser.ts'
import { NO_ANSWER } from './fake-server.ts'
import { aHome, aPage, aRow, aWaiting } from './list-records.ts'
import { aMe, healthVisiting } from './people-records.ts'

inBrowser('the home page', (open) => {
  test('says first of all what to do when a child is in danger', async () => {
    const { page } = await open({ answers: { home: aHome() } })
    await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
    expect(await textOf(page.getByRole('main'))).toMatch(
      /^If a child is in danger now, call 999\. .*Children's social care front door, 01632 960100/,
    )
  })

  test('holds the place of what is on its way', async () => {
    const held = Promise.withResolvers()
    const { page } = await open({ answers: { home: () => held.promise } })
    const title = page.getByRole('heading', { name: 'My reports' })
    const before = await title.boundingBox()
    expect(await page.getByRole('progressbar', { name: 'Loading' }).count()).toBe(2)
    held.resolve(aHome())
    await page.getByText('Nothing waits for you.').waitFor()
    expect(await title.boundingBox()).toEqual(before)
  })

  test('tells somebody without work or reports what to do', async () => {
    const { page } = await open({ answers: { home: aHome() } })
    await sees(page.getByRole('region', { name: 'Waits for me' }), 'Nothing waits for you.')
    await sees(
      page.getByRole('region', { name: 'My reports' }),
      'You have not told us anything yet. Open the chat and type raise.',
    )
  })

  test('leads from what waits to the observation', async () => {
    const rows = [
      aWaiting({ ref: 'OBS-2026-0007', isUrgent: true }),
      aWaiting({ ref: 'OBS-2026-0005', says: 'Decide: late, it was due on Monday 2 March 2026.' }),
      aWaiting({
        ref: 'OBS-2026-0009',
        opens: 'outline',
        says: 'Agree to what is proposed, or say why not by Friday 13 March 2026.',
      }),
      aWaiting({ ref: 'OBS-2026-0010', opens: 'report', about: [] }),
      aWaiting({ ref: 'LRN-2026-0002', kind: 'activity', title: 'Supervision', about: [] }),
    ]
    const { page } = await open({ answers: { home: aHome({ waiting: { rows, total: 14 } }) } })
    const links = page.getByRole('region', { name: 'Waits for me' }).getByRole('link')
    await links.first().waitFor()
    expect(await links.allInnerTexts()).toEqual([
      expect.stringMatching(/Near miss\s+OBS-2026-0007\s+Look at it today/),
      expect.stringMatching(
        /OBS-2026-0005\s+Decide: late, it was due on Monday 2 March 2026.\s+Very worried · Health visiting/,
      ),
      expect.stringMatching(/OBS-2026-0009\s+Agree to what is proposed/),
      expect.stringMatching(/OBS-2026-0010/),
      expect.stringMatching(/Supervision\s+LRN-2026-0002/),
    ])
    expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
      '#/triage/OBS-2026-0007',
      '#/triage/OBS-2026-0005',
      '#/outlines/OBS-2026-0009',
      '#/reports/OBS-2026-0010',
      '#/activities/LRN-2026-0002',
    ])
    await sees(page.getByRole('region', { name: 'Waits for me' }), 'the first 5 of 14')
  })

  test('shows each report with the sentence that says what became of it', async () => {
    const row = aRow({
      ref: 'OBS-2026-0031',
      says: 'Decided: it is talked through in supervision.',
    })
    const { page } = await open({
      answers: { home: aHome({ mine: { rows: [row], total: 1 } }) },
    })
    const link = page.getByRole('region', { name: 'My reports' }).getByRole('link')
    await sees(link, 'Decided: it is talked through in supervision.')
    expect(await link.getAttribute('href')).toBe('#/reports/OBS-2026-0031')
  })

  test('shows the rest of the reports when asked', async () => {
    const first = [aRow({ ref: 'OBS-2026-0031' })]
    const all = [...first, aRow({ ref: 'OBS-2026-0012' })]
    const { page, server } = await open({
      answers: {
        home: aHome({ mine: { rows: first, total: 2 } }),
        listObservations: aPage({ rows: all }),
      },
    })
    await page.getByRole('button', { name: 'Show all my reports (2)' }).click()
    await page.getByRole('link', { name: /OBS-2026-0012/ }).waitFor()
    expect(server.askedFor('listObservations')[0]?.query.get('view')).toBe('mine')
  })

  test('shows who is asked what may call for a statutory review, and its outline', async () => {
    const { ref, kind, agency, raisedAt } = aRow({ ref: 'OBS-2026-0051' })
    const open_ = { ref, kind, agency, stage: 'underWay' as const, raisedAt }
    const settled = { ...open_, ref: 'OBS-2026-0031', stage: 'closed' as const }
    const asked = aWaiting({ ref, opens: 'outline', about: ['May call for a statutory review'] })
    const outcome = { code: 'considerStatutoryReview', label: 'Consider a statutory review' }
    const by = { id: 'p-2', name: 'Senior Nurse' }
    const { page } = await open({
      answers: {
        home: aHome({
          waiting: { rows: [asked], total: 1 },
          asked: { rows: [open_, settled], total: 2, open: 1 },
        }),
        getOutline: {
          ...open_,
          decisions: [{ outcome, at: '2026-03-05T09:00:00Z', by }],
          closedAt: null,
          version: 3,
          proposals: [],
          allowed: [],
        },
      },
    })
    const earlier = page.getByRole('region', { name: 'Earlier questions to the board' })
    await sees(earlier, /^Earlier questions to the board\s*1\s*Near miss\s*OBS-2026-0031/)
    const panel = page.getByRole('region', { name: 'Waits for me' })
    await panel
      .getByRole('link', { name: /OBS-2026-0051.*May call for a statutory review/s })
      .click()
    await page.getByRole('heading', { name: 'OBS-2026-0051: Near miss', level: 1 }).waitFor()
    await sees(page.getByRole('main'), 'Consider a statutory review')
    await sees(page.getByRole('main'), '5 Mar 2026, Senior Nurse')
    await page.getByRole('link', { name: 'Back to Home' }).click()
    await panel.waitFor()
  })

  test('says that the service cannot be reached, and tries again', async () => {
    const { page, server } = await open({ answers: { home: NO_ANSWER } })
    const alert = page.getByRole('alert')
    await sees(alert, 'We cannot reach the service.')
    server.answer('home', aHome())
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Nothing waits for you.').waitFor()
    expect(await alert.count()).toBe(0)
  })

  test('offers only the pages that have something for the person', async () => {
    const me = aMe({
      person: { id: 'p-1', name: 'Midwife 1', jobTitle: 'Midwife', agency: healthVisiting },
      pages: ['home'],
    })
    const { page } = await open({ answers: { me, home: aHome() } })
    const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
    await links.first().waitFor()
    expect(await links.allInnerTexts()).toEqual(['Home'])
  })
})
