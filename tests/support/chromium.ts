import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const HOW_TO_HAVE_IT = `no Chromium at ${CHROMIUM}: install one (Debian: apt install chromium) or set CHROMIUM_PATH`

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // The fake Teams lies at a public address and frames a tab on loopback.
  '--disable-features=LocalNetworkAccessChecks',
  // Nothing outside is asked: a test that needs an answer from there fakes it.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/**
 * Tests in a real browser, one for the file. Without Chromium they are reported as skipped, with
 * how to have it; where `CI=true` that is a failure.
 */
export function inChromium(name: string, tests: (browser: () => Browser) => void): void {
  let browser: Browser | undefined
  function used(): Browser {
    if (!browser) throw new TypeError('the browser starts before the first test')
    return browser
  }
  if (!existsSync(CHROMIUM)) {
    if (process.env['CI'] !== 'true')
      describe.skip(`${name} (${HOW_TO_HAVE_IT})`, () => tests(used))
    else test(name, () => expect.fail(HOW_TO_HAVE_IT))
    return
  }
  describe(name, () => {
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
    })
    afterAll(async () => {
      await browser?.close()
    })
    tests(used)
  })
}
