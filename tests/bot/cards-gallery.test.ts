import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { galleryPage } from '../../scripts/cards/gallery-page.ts'
import { CARD_SAMPLES } from '../../scripts/cards/samples.ts'

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const hasChromium = existsSync(CHROMIUM)
const HOW_TO_HAVE_IT = `no Chromium at ${CHROMIUM}: install one (Debian: apt install chromium) or set CHROMIUM_PATH`

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

// Without Chromium they are reported as skipped, with how to have it; where CI=true that is a failure.
const title = hasChromium ? 'the gallery of cards' : `the gallery of cards (${HOW_TO_HAVE_IT})`
describe.skipIf(!hasChromium && process.env['CI'] !== 'true')(title, () => {
  let folder: string
  let browser: Browser
  let page: Page
  const asked: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cards-'))
    const file = path.join(folder, 'index.html')
    await writeFile(file, galleryPage(CARD_SAMPLES))
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
    page = await browser.newPage({ viewport: { width: 1340, height: 900 } })
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => asked.push(error.message))
    await page.goto(pathToFileURL(file).href)
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('draws every card without a warning and asks for nothing but itself', async () => {
    expect(await page.locator('#status').textContent()).toBe(
      `${CARD_SAMPLES.length} cards. The renderer has nothing to say against them.`,
    )
    expect(await page.locator('section .narrow .ac-adaptiveCard').count()).toBe(CARD_SAMPLES.length)
    expect(asked).toHaveLength(1)
  })

  test('shows every button and text in full in the narrowest place', async () => {
    const clipped = await page.locator('.narrow .card *').evaluateAll((elements) =>
      elements
        .filter(({ tagName }) => !['SELECT', 'TEXTAREA', 'INPUT'].includes(tagName))
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
        .map(({ tagName, textContent }) => `${tagName}: ${textContent}`),
    )
    expect(clipped).toEqual([])
  })

  test('says which button was pressed', async () => {
    await page.locator('#card-0 .narrow button', { hasText: 'Tell us something' }).click()
    expect(await page.locator('#pressed').textContent()).toBe('Tell us something: raise')
  })

  test('can be used by everybody', { timeout: 60_000 }, async () => {
    // The narrow ones are the light ones once more.
    await page.getByLabel('Light and dark', { exact: true }).check()
    expect(await page.locator('.narrow .card').first().isVisible()).toBe(false)
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
    const found = await page.evaluate(async () => {
      // Put there by the script tag above.
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] })
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3)}`,
      )
    })
    expect(found).toEqual([])
  })
})
