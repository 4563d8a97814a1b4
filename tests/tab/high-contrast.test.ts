import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { inBrowser, styleOf } from './browser.ts'
import { someFigures } from './figures-records.ts'
import { aPage, aRow } from './list-records.ts'
import { aWaitingObservation } from './observation-records.ts'

type Rgb = readonly [red: number, green: number, blue: number]

function colourIn(text: string): Rgb {
  const [red, green, blue] = (text.match(/\d+(\.\d+)?/g) ?? []).map(Number)
  if (red === undefined || green === undefined || blue === undefined)
    throw new TypeError(`no colour: ${text}`)
  return [red, green, blue]
}

function brightness(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb // one for each part
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1, the same, to 21, black on white; as the guidelines for web content define it. */
function contrast(one: string, other: string): number {
  const [dark, light] = [brightness(colourIn(one)), brightness(colourIn(other))].sort(
    (a, b) => a - b,
  ) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

inBrowser('in high contrast', (open) => {
  const palettes = ['light', 'dark'] as const
  const styles = (part: Locator, property: string) =>
    part.all().then((all) => Promise.all(all.map((one) => styleOf(one, property))))

  test.for(palettes)('a picture is drawn in the colours of the system: %s', async (colorScheme) => {
    const { page } = await open({ at: '#/learning', answers: { figures: someFigures() } })
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    await page.getByRole('img', { name: /kinds by quarter/ }).waitFor()
    const paper = await styleOf(page.locator('#tab > *'), 'background-color')
    const words = await styles(page.locator('svg[role="img"] text'), 'fill')
    const bars = await styles(page.locator('svg[role="img"] pattern > rect'), 'fill')
    const marks = await styles(page.locator('svg[role="img"] pattern > g'), 'stroke')
    expect(words.length).toBeGreaterThan(4)
    for (const colour of words) expect(contrast(colour, paper)).toBeGreaterThan(4.5)
    for (const colour of bars) expect(contrast(colour, paper)).toBeGreaterThan(3)
    for (const colour of marks) expect(contrast(colour, bars[0] ?? '')).toBeGreaterThan(3)
  })

  test.for(palettes)('only what is open is marked as open: %s', async (colorScheme) => {
    const rows = [aRow(), aRow({ ref: 'OBS-2026-0043' })]
    const { page } = await open({
      at: '#/triage/OBS-2026-0042',
      answers: {
        listObservations: aPage({ rows, total: 2 }),
        getObservation: aWaitingObservation(),
      },
    })
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    const list = page.getByRole('list', { name: 'Observations' })
    await list.waitFor()
    const paper = await styleOf(page.locator('header'), 'background-color')
    const pages = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
    for (const link of await pages.all()) {
      const line = await styleOf(link, 'border-bottom-color')
      const isOpen = (await link.getAttribute('aria-current')) === 'page'
      expect(contrast(line, paper) > 3).toBe(isOpen)
    }
    for (const [ref, current] of [
      ['OBS-2026-0042', true],
      ['OBS-2026-0043', false],
    ] as const) {
      const link = list.getByRole('link', { name: new RegExp(ref) })
      expect((await styleOf(link, 'outline-style')) === 'solid').toBe(current)
    }
  })
})
