import { expect, test } from 'vitest'
import { inBrowser, sees, styleOf, textOf, tooWide } from './browser.ts'
import { aPage, aRow } from './list-records.ts'
import { aDecidedObservation, anObservation, aWaitingObservation } from './observation-records.ts'

const at = '#/triage/OBS-2026-0042'
const hostile =
  '<img src=x onerror="window.harmed=true"><b>bold</b> **strong** [a link](https://example.org)\n\n# title'
const hebrew = 'שלום עולם'

const answered = (text: string) => [
  { question: 'story', label: 'What happened', text, value: { type: 'text' as const, text } },
]

inBrowser('what people write', (open) => {
  test('is shown as text, never as HTML or Markdown', async () => {
    const observation = aDecidedObservation({
      answers: answered(hostile),
      additions: [{ at: '2026-03-02T12:00:00Z', text: hostile, answers: [], isReply: false }],
      says: hostile,
    })
    const { page } = await open({
      at,
      answers: {
        listObservations: aPage({ rows: [aRow({ waitsFor: hostile, says: hostile })] }),
        getObservation: observation,
      },
    })
    const written = page.getByRole('region', { name: 'What the reporter wrote' })
    const shown = await textOf(written)
    expect(shown.split(hostile)).toHaveLength(3)
    expect(await page.getByRole('main').locator('b, img, strong, a[href^="http"]').count()).toBe(0)
    expect(await page.evaluate('window.harmed')).toBeUndefined()
  })

  test('is previewed as text too', async () => {
    const { page } = await open({
      at,
      answers: { listObservations: aPage(), getObservation: aWaitingObservation() },
    })
    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByLabel('What the reporter will read').fill(hostile)
    const preview = page.getByRole('region', { name: 'This is how the reporter will read it' })
    expect(await textOf(preview)).toContain(hostile)
    expect(await preview.locator('b, img, strong, a').count()).toBe(0)
  })

  test('keeps its own direction, and does not turn what stands around it', async () => {
    const { page } = await open({
      at,
      answers: {
        listObservations: aPage(),
        getObservation: anObservation({ answers: answered(hebrew) }),
      },
    })
    const said = page.getByText(hebrew)
    await said.waitFor()
    expect(await styleOf(said, 'direction')).toBe('rtl')
    const label = page.getByText('What happened', { exact: true }).first()
    expect(await styleOf(label, 'direction')).toBe('ltr')
  })

  test('keeps its line breaks, and does not push the page wider than a phone', async () => {
    const long = `${'x'.repeat(400)}\nsecond line`
    const { page } = await open({
      at,
      width: 320,
      answers: {
        listObservations: aPage(),
        getObservation: anObservation({ answers: answered(long) }),
      },
    })
    await sees(page.getByRole('region', { name: 'What the reporter wrote' }), 'second line')
    expect(await textOf(page.getByText('second line'))).toContain('x\nsecond line')
    expect(await tooWide(page)).toBe(0)
  })
})
