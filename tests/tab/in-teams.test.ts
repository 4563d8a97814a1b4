import type { Browser } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { inBrowser, sees, styleOf } from './browser.ts'
import { startFakeServer } from './fake-server.ts'
import { aHome, aPage } from './list-records.ts'
import { anObservation } from './observation-records.ts'
import { aMe } from './people-records.ts'
import type { TeamsSays } from './teams-parent.ts'
import { teamsParent } from './teams-parent.ts'

const answers = {
  me: aMe({ localMode: false }),
  home: aHome(),
  listObservations: aPage(),
  getObservation: anObservation(),
}

const TEAMS = 'https://teams.microsoft.com/fake'

const usual = { theme: 'default', subPageId: '', token: 'a-token' }

inBrowser('inside Teams', (_open, browser) => {
  async function openInTeams(used: Browser, says: Partial<TeamsSays>) {
    const server = await startFakeServer('production', answers)
    const context = await used.newContext({ viewport: { width: 1280, height: 800 } })
    onTestFinished(async () => {
      await context.close()
      await server.stop()
    })
    context.setDefaultTimeout(25_000)
    const page = await context.newPage()
    const body = teamsParent({ tab: `${server.url}/tab/`, ...usual, ...says })
    await page.route(TEAMS, (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(TEAMS)
    return { page, server, tab: page.frameLocator('iframe') }
  }

  test('asks with the token of the person who is signed in, and with nothing else', async () => {
    const { tab, page, server } = await openInTeams(browser(), {})
    await tab.getByText('Nothing waits for you.').waitFor()
    const { headers } = server.askedFor('home')[0] ?? { headers: {} }
    expect(headers).toMatchObject({ authorization: 'Bearer a-token' })
    expect(headers).not.toHaveProperty('x-act-as')
    expect(server.askedFor('personas')).toEqual([])
    expect(await tab.getByRole('region', { name: 'Local mode' }).count()).toBe(0)
    expect(await page.evaluate('window.told')).toContain('appInitialization.success')
  })

  test('opens the observation that a card led to', async () => {
    const { tab } = await openInTeams(browser(), { subPageId: 'triage/OBS-2026-0042' })
    await tab.getByRole('heading', { name: 'OBS-2026-0042: Near miss' }).waitFor()
  })

  test('has the theme of Teams, and follows when it changes', async () => {
    const { tab, page } = await openInTeams(browser(), { theme: 'dark' })
    const heading = tab.getByRole('heading', { name: 'Home', level: 1 })
    await heading.waitFor()
    const colour = () => styleOf(heading, 'color')
    expect(await colour()).toBe('rgb(255, 255, 255)')
    await page.evaluate("window.changeTheme('default')")
    await expect.poll(colour).toBe('rgb(36, 36, 36)')
  })

  test('says so when Teams signs nobody in, with a way on', async () => {
    const { tab } = await openInTeams(browser(), { token: null })
    await sees(tab.getByRole('alert'), 'Teams could not sign you in.')
    expect(await tab.getByRole('button', { name: 'Try again' }).count()).toBe(1)
  })

  test('sends somebody who opens it elsewhere to Teams', async () => {
    const { page, server } = await openInTeams(browser(), {})
    await page.goto(`${server.url}/tab/`)
    await sees(page.getByRole('alert'), 'This page works inside Microsoft Teams.')
  })
})
