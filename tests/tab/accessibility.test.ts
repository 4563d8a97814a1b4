import { expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { inBrowser, sees, styleOf, tooWide } from './browser.ts'
import { EVERY_PAGE } from './every-page.ts'
import { labelFindings } from './label-findings.ts'

inBrowser('everybody can use', (open) => {
  test.for(Object.entries(EVERY_PAGE))('%s', async ([, { shows, first, ...opening }]) => {
    const { page } = await open(opening)
    await first?.(page)
    await sees(page.locator('body'), shows)
    expect(await axeFindings(page)).toEqual([])
    expect(await labelFindings(page, 'body')).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await axeFindings(page)).toEqual([])
    expect(await tooWide(page)).toBe(0)
    for (const wish of [{ colorScheme: 'dark' }, { contrast: 'more' }] as const) {
      const background = () => styleOf(page.locator('#tab > *'), 'background-color')
      const before = await background()
      await page.emulateMedia(wish)
      await expect.poll(background).not.toBe(before)
      // A theme changes colours and nothing else.
      expect(await axeFindings(page, ['color-contrast'])).toEqual([])
    }
  })
})
