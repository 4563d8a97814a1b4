import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inBrowser, sees } from './browser.ts'
import { EVERY_PAGE } from './every-page.ts'
import { LACKING, ruleLacks, selectorLacks, styleLacks, TAKE_AWAY } from './oldest-browsers.ts'

// Runs in the page: every rule of every style sheet, flat.
const ALL_RULES = `(() => {
  const flat = (rules, within) => [...rules].flatMap((rule) => [
    {
      within,
      selector: rule.selectorText ?? '',
      style: rule.selectorText ? rule.style.cssText : '',
      at: /^@([a-z-]+)/.exec(rule.cssText)?.[1] ?? '',
    },
    ...flat(rule.cssRules ?? [], rule.selectorText ? 'style' : 'at'),
  ])
  return [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) =>
    flat(sheet.cssRules, 'sheet'),
  )
})()`

interface Rule {
  readonly within: 'sheet' | 'at' | 'style'
  readonly selector: string
  readonly style: string
  /** The name of an at-rule. */
  readonly at: string
}

/** Where it makes no difference that an oldest browser passes a property over. */
const DOES_WITHOUT: Readonly<Record<string, string>> = {
  'content-visibility': 'what is out of sight is drawn, too, only sooner',
  'contain-intrinsic-size': 'goes with the one above',
  'forced-color-adjust': 'Safari has no colours that are forced',
  'scrollbar-gutter': 'the page moves a little when a dialog opens',
  'user-select': 'Safari has it under a name of its own, which is set as well',
}

/** What the page's styles use that an oldest browser lacks. */
async function stylesLacking(page: Page): Promise<readonly string[]> {
  const rules = (await page.evaluate(ALL_RULES)) as readonly Rule[] // as written above
  expect(rules.length).toBeGreaterThan(50)
  const found = rules.flatMap(({ within, selector, style, at }) => [
    ...(within === 'style' ? ['nesting'] : []),
    ...ruleLacks(at),
    ...selectorLacks(selector),
    ...style.split(/;\s*/).flatMap((declaration) => {
      const [property = '', ...value] = declaration.split(':')
      const isMissed = !property.startsWith('--') && DOES_WITHOUT[property.trim()] === undefined
      return isMissed ? styleLacks(property.trim(), value.join(':')) : []
    }),
  ])
  return [...new Set(found)]
}

inBrowser('the oldest browsers the tab names', (open, browser) => {
  test('lack what the table of browsers says, and the test takes it away', async () => {
    const names = LACKING.map(({ owner, name }) => (owner === '' ? name : `${owner}.${name}`))
    for (const name of [
      'AbortSignal.any',
      'Array.toSorted',
      'Set.union',
      'URL.canParse',
      'Iterator.map',
    ])
      expect(names).toContain(name)
    for (const name of ['Array.at', 'structuredClone', 'fetch', 'AbortSignal.timeout'])
      expect(names).not.toContain(name)
    const page = await (await browser().newContext()).newPage()
    await page.addInitScript(TAKE_AWAY)
    await page.goto('about:blank')
    const left = 'typeof AbortSignal.any + typeof [].toSorted + typeof Promise.try + typeof [].at'
    expect(await page.evaluate(left)).toBe('undefinedundefinedundefinedfunction')
    await page.context().close()
  })

  test.for(Object.entries(EVERY_PAGE))('have %s', async ([, { shows, first, ...opening }]) => {
    const { page } = await open({ ...opening, script: TAKE_AWAY })
    const thrown: string[] = []
    page.on('pageerror', ({ message }) => thrown.push(message))
    await first?.(page)
    await sees(page.locator('body'), shows)
    expect(await stylesLacking(page)).toEqual([])
    expect(thrown).toEqual([])
  })
})
