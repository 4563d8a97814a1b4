import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inChromium } from '../support/chromium.ts'
import type { Program } from './program.ts'
import { freePort, startProgram } from './program.ts'

// The three things to try, as a newcomer does them: the real program, the real Playground, a browser.

const REASON = 'The same list is used in every clinic.'
const WORDS = 'We will talk about it at the clinic meeting by 30 April, without names.'

inChromium('the three things to try of the README', (browser) => {
  let folder: string
  let readme: string
  let program: Program
  let page: Page
  let url: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'learning-loop-three-'))
    readme = await readFile(path.join(import.meta.dirname, '../../README.md'), 'utf8')
    const chatPort = `${await freePort()}`
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    const settings = { DATA_DIR: folder, PORT: `${port}`, PLAYGROUND: 'on' }
    program = startProgram({ ...settings, PLAYGROUND_PORT: chatPort })
    await program.said('Stop with Ctrl+C')
    const context = await browser().newContext({ viewport: { width: 1280, height: 900 } })
    context.setDefaultTimeout(25_000)
    page = await context.newPage()
    await page.goto(`http://127.0.0.1:${chatPort}/`)
    await card('Tell us what you notice').waitFor()
  })
  afterAll(async () => {
    await page?.context().close()
    await program?.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  /** The latest card that says something. */
  const card = (words: string | RegExp): Locator =>
    page.locator('.ac-adaptiveCard').filter({ hasText: words }).last()
  const line = (words: string | RegExp): Locator =>
    page.getByRole('paragraph').filter({ hasText: words })
  const press = (on: Locator, title: string) =>
    on.getByRole('button', { name: title, exact: true }).click()
  async function type(text: string) {
    await page.getByRole('textbox').last().click()
    await page.keyboard.insertText(text)
    await page.keyboard.press('Enter')
  }
  const typeAsWritten = (text: string) => {
    expect(readme).toContain(`\`${text}\``)
    return type(text)
  }
  const pressAsWritten = (on: Locator, title: string) => {
    expect(readme).toContain(`**${title}**`)
    return press(on, title)
  }
  let ref = ''

  test('1: a near miss is told and sent, and its receipt stays in sight', async () => {
    await typeAsWritten('near miss: two babies were nearly given the same vaccine')
    await press(card('Is a child at risk right now'), 'No')
    await card('What stopped it?').waitFor()
    await type('The mother asked which vaccine it was')
    await press(card('Who or what else could be exposed'), 'Not sure')
    await press(card('Check before you send'), 'Send')
    const receipt = card('Thank you. Your reference is')
    await receipt.waitFor()
    ref = /OBS-\d{4}-\d+/.exec(await receipt.innerText())?.[0] ?? ''
    await line('Senior Nurse and Deputy Nurse are each being sent a message').waitFor()
    const title = await receipt.getByText('Your reference is').boundingBox()
    expect(title?.y).toBeGreaterThan(50)
    await expect(card(`${ref} waits for a decision`).count()).resolves.toBe(0)
  })

  test('2: the senior reads it, decides with a preview, and sends', async () => {
    await typeAsWritten('act as Senior Nurse')
    await card('You are Senior Nurse').waitFor()
    const waits = card(`${ref} waits for a decision`)
    await pressAsWritten(waits, 'Read it')
    await waits.getByText('two babies were nearly given').waitFor()
    await pressAsWritten(waits, 'Decide')
    const form = card(`Decide: ${ref}`)
    await form.getByText('two babies were nearly given').waitFor()
    await form.getByText('Multi-agency learning review').first().click()
    await press(form, 'Go on')
    const writing = card(`${ref}: Multi-agency learning review`)
    await writing.getByLabel('Reason').fill(REASON)
    await writing.getByLabel('What the reporter will read').fill(WORDS)
    await press(writing, 'Preview')
    const preview = card('This is how the reporter will read it')
    await preview.getByText(WORDS).waitFor()
    await press(preview, 'Send decision')
    await card(`${ref} is decided`).waitFor()
    // The chair hears of the review that was proposed with it.
    await line(/Health Visitor One.* being sent a message/).waitFor()
  })

  test('3: the reporter hears of it, and reads what was decided and why', async () => {
    await typeAsWritten('act as Health Visitor One')
    await card(`${ref}: there is a decision`).waitFor()
    await typeAsWritten('my reports')
    const mine = card('My reports')
    await mine.getByText(ref).waitFor()
    await mine.getByRole('button', { name: 'Open', exact: true }).first().click()
    const report = card(`Your report ${ref}`)
    await report.getByText(WORDS).waitFor()
    await report.getByText(REASON).waitFor()
    await expect(page.getByText('has started on').count()).resolves.toBe(0)
  })

  test('a form half filled in still holds its words after somebody else has decided', async () => {
    const half = 'Half a sentence, not finished yet'
    await type('act as Senior Nurse')
    await page.getByText('You are Senior Nurse').nth(1).waitFor()
    await type(ref)
    await press(card(`${ref} is decided`), 'Give feedback')
    const written = card(`Give feedback: ${ref}`).getByLabel('What the reporter will read')
    await written.fill(half)
    const before = await waiting()
    const told = { mode: 'tellWhatWasDone', text: 'Both lists now carry a date.' }
    await asDeputy(`${ref}/giveFeedback`, {
      ...{ version: (await asDeputy(ref)).version, submission: 'elsewhere' },
      ...told,
    })
    await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(before)
    expect(await written.inputValue()).toBe(half)
    await press(card(`Give feedback: ${ref}`), 'Cancel')
    await card('The reporter has been told what was done').waitFor()
    // Held back until then, as anything new in the chat would have emptied the form.
    await line(/Health Visitor One.* being sent a message/)
      .nth(1)
      .waitFor()
  })

  /** How many messages wait until somebody acts as whom they are to. */
  async function waiting(): Promise<number> {
    const metrics = await (await fetch(`${url}/metrics`)).text()
    return Number(/state="unreachable"\S* (\d+)/.exec(metrics)?.[1])
  }

  async function asDeputy(what: string, body?: object): Promise<{ readonly version: number }> {
    const response = await fetch(`${url}/api/observations/${what}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'X-Act-As': 'deputyNurse', 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    expect(response.status).toBe(200)
    return (await response.json()) as { readonly version: number } // as the contract has it
  }
})
