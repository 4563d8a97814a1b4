/**
 * Takes the pictures of docs/images again. Starts the program on an empty folder, looks at its tab
 * as people of the demo board, and draws cards as the page of cards does. Needs Chromium.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { galleryPage } from './cards/gallery-page.ts'
import { CARD_SAMPLES } from './cards/samples.ts'

const root = path.join(import.meta.dirname, '..')
const PORT = Number(process.env['PORT'] ?? 3980)
const TAB = `http://127.0.0.1:${PORT}/tab/`
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const STARTS_WITHIN_MS = 300_000

const fileOf = (name: string) => path.join(root, 'docs', 'images', `${name}.png`)

async function started(folder: string) {
  const program = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PLAYGROUND: 'off', PORT: String(PORT), DATA_DIR: folder },
  })
  const until = Date.now() + STARTS_WITHIN_MS
  while (Date.now() < until && program.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/healthz`).catch(() => null)
    if (answer?.ok) return program
    await pause(500)
  }
  program.kill()
  throw new Error(`The program did not start on port ${PORT}. Choose another with PORT=…`)
}

/** Cards, one below the other, as Teams draws them in its light theme. */
async function takeCards(browser: Browser, name: string, cards: readonly string[]): Promise<void> {
  const samples = cards.map((card) => {
    const sample = CARD_SAMPLES.find((one) => one.name === card)
    if (!sample) throw new Error(`There is no card called “${card}”. See docs/cards.md.`)
    return sample
  })
  const page = await browser.newPage({ deviceScaleFactor: 2 })
  await page.setContent(galleryPage(samples))
  await page.addStyleTag({
    content: `header, h2, p.facts, section > p, .cards > div:not(:first-child), .cards h3 { display: none !important }
      section { border: 0; margin: 0 0 12px } main { width: 440px; padding: 12px; background: #f5f5f5 }`,
  })
  await page.locator('main').screenshot({ path: fileOf(name) })
  await page.close()
}

interface View {
  readonly as: string
  readonly at: string
  /** Text that is there once the page is whole. */
  readonly shows: string
  readonly first?: (page: Page) => Promise<void>
  readonly height?: number
  /** The form alone, as wide as a phone turned on its side. */
  readonly onlyForm?: true
}

/** A page of the tab as one of the demo board sees it. */
async function takeView(browser: Browser, name: string, view: View): Promise<void> {
  const { as, at, shows, first, height = 860, onlyForm = false } = view
  const context = await browser.newContext({
    viewport: { width: onlyForm ? 560 : 1280, height },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await page.goto(TAB)
  await page.getByRole('button', { name: new RegExp(`^${as}`) }).click()
  await page.getByRole('navigation', { name: 'Pages' }).waitFor()
  await page.goto(`${TAB}${at}`)
  await page.getByText(shows).first().waitFor()
  await first?.(page)
  await (onlyForm ? page.locator('form').last() : page).screenshot({ path: fileOf(name) })
  await context.close()
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()

const VIEWS: Readonly<Record<string, View>> = {
  home: { as: 'Senior Nurse', at: '#/', shows: 'My reports' },
  late: { as: 'Business Manager', at: '#/late', shows: 'By agency' },
  learning: { as: 'Chair', at: '#/learning', shows: 'How this was counted', height: 1000 },
  'set-up': {
    as: 'Business Manager',
    at: '#/setup/people',
    shows: 'Everybody who is entered',
    first: async (page) => {
      await press(page, /^They have left: Senior Nurse|^Mark as left: Senior Nurse/)
      await page.getByRole('list', { name: 'What this will do' }).waitFor()
    },
  },
  'set-up-agency': {
    as: 'Business Manager',
    at: '#/setup/agencies',
    shows: 'The agencies whose people report here',
    first: async (page) => {
      await press(page, 'Add an agency')
      await page.getByLabel('Name').fill('Riverside Housing')
      await page.getByLabel('Type').selectOption('Local authority')
    },
    onlyForm: true,
  },
  'set-up-person': {
    as: 'Business Manager',
    at: '#/setup/people',
    shows: 'Everybody who is entered',
    first: async (page) => {
      await press(page, 'Add a person')
      await page.getByLabel('Name').fill('Housing Lead')
      await page.getByLabel('Job title').fill('Head of tenant support')
    },
    onlyForm: true,
  },
  'set-up-role': {
    as: 'Business Manager',
    at: '#/setup/roles',
    shows: 'Who holds which role',
    first: async (page) => {
      await press(page, 'Give a role')
      await page.getByRole('combobox', { name: 'Role' }).selectOption('Senior')
    },
    onlyForm: true,
  },
}

const folder = mkdtempSync(path.join(tmpdir(), 'learning-loop-pictures-'))
const program = await started(folder)
try {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  await takeCards(browser, 'chat', ['Check before sending', 'Receipt'])
  await takeCards(browser, 'triage', ['Triage, read'])
  for (const [name, view] of Object.entries(VIEWS)) {
    await takeView(browser, name, view)
    console.log(`Taken: docs/images/${name}.png`)
  }
  await browser.close()
} finally {
  program.kill()
  if (program.exitCode === null) await new Promise((ended) => program.once('exit', ended))
  rmSync(folder, { recursive: true, force: true })
}
