import type { Browser, Locator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { inChromium } from '../support/chromium.ts'
import type { FakeServer, OperationName } from './fake-server.ts'
import { startFakeServer } from './fake-server.ts'
import { aMe, personas, teamManager } from './people-records.ts'

export interface Opening {
  /** The part of the address after `/tab/`, such as `?theme=dark#/triage`. */
  readonly at?: string
  readonly answers?: Partial<Record<OperationName, unknown>>
  /** Whom the browser acts as already; `null` leaves it to the person to choose. */
  readonly actAs?: string | null
  readonly width?: number
  /** What the clock of the page says; the real time when absent. */
  readonly now?: string
  /** Runs in the page before anything of its own. */
  readonly script?: string
}

export interface Opened {
  readonly page: Page
  readonly server: FakeServer
}

/** Waits until a part of the page shows some words; fails when it never does. */
export const sees = (part: Locator, words: string | RegExp): Promise<void> =>
  part.filter({ hasText: words }).first().waitFor()

/** What a part of the page reads as, once it is there. */
export async function textOf(part: Locator): Promise<string> {
  await part.first().waitFor()
  return (await part.allInnerTexts()).join('\n')
}

// What `styleOf` calls runs in the page, whose types the tests do not have.
interface PageWindow {
  getComputedStyle(node: unknown): { getPropertyValue(name: string): string }
}

/** How a part of the page is drawn. */
export const styleOf = (part: Locator, property: string): Promise<string> =>
  part.evaluate(
    (node, name) =>
      (globalThis as unknown as PageWindow).getComputedStyle(node).getPropertyValue(name),
    property,
  )

/** By how many pixels the page is wider than its window. */
export const tooWide = (page: Page): Promise<unknown> =>
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)')

export type Open = (opening?: Opening) => Promise<Opened>

/** Tests of the tab in a real browser: see `inChromium`. */
export function inBrowser(name: string, tests: (open: Open, browser: () => Browser) => void): void {
  inChromium(name, (browser) => tests(opener(browser), browser))
}

function opener(browser: () => Browser): Open {
  let shared: Page | undefined
  async function newPage(): Promise<Page> {
    const context = await browser().newContext({
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'America/New_York',
    })
    context.setDefaultTimeout(25_000)
    return context.newPage()
  }
  return async ({ at = '#/', answers = {}, actAs, width = 1280, now, script } = {}) => {
    const server = await startFakeServer('local', { me: aMe(), personas, ...answers })
    // A page costs more than a test. Every test has a server, so an origin and a storage, of its
    // own; only what a page itself keeps, such as its clock, needs a new one.
    const isPlain = now === undefined && script === undefined
    if (isPlain) shared ??= await newPage()
    const page = isPlain && shared ? shared : await newPage()
    onTestFinished(async () => {
      await page.goto('about:blank')
      if (page !== shared) await page.context().close()
      await server.stop()
    })
    if (now !== undefined) await page.clock.setFixedTime(now)
    if (script !== undefined) await page.addInitScript(script)
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({
      colorScheme: 'light',
      contrast: 'no-preference',
      forcedColors: 'none',
    })
    const person = actAs === undefined ? teamManager.id : actAs
    if (person !== null)
      await page.addInitScript(
        `if (location.origin === '${server.url}') sessionStorage['learning-loop.act-as'] ??= '${person}'`,
      )
    await page.goto(`${server.url}/tab/${at}`)
    return { page, server }
  }
}
