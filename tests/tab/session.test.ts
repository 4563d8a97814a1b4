import { expect, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees, styleOf, textOf } from './browser.ts'
import { NO_ANSWER, refused } from './fake-server.ts'
import { aHome, aPage } from './list-records.ts'
import { anObservation, aReport } from './observation-records.ts'
import { aMe, healthVisiting, personas, socialCare } from './people-records.ts'

const newcomer = aMe({
  person: null,
  roles: [],
  pages: [],
  agencies: [healthVisiting, socialCare],
})

inBrowser('coming in', (open) => {
  test('asks in local mode whom to be, with role and agency, and remembers it', async () => {
    const { page, server } = await open({ actAs: null, answers: { home: aHome() } })
    await page.getByRole('heading', { name: 'Who would you like to be?', level: 1 }).waitFor()
    await page.getByRole('listitem').first().waitFor()
    expect(await page.getByRole('listitem').allInnerTexts()).toEqual(
      personas.people.map(({ name, says }) => `${name}\n${says}`),
    )
    expect(server.askedFor('personas')[0]?.headers['x-act-as']).toBeUndefined()
    await page.getByRole('button', { name: /Chair 1/ }).click()
    await sees(page.getByRole('region', { name: 'Local mode' }), 'Local mode: acting as Chair 1')
    expect(server.askedFor('me')[0]?.headers['x-act-as']).toBe('p-chair')
    await page.reload()
    await sees(page.getByRole('region', { name: 'Local mode' }), 'acting as Chair 1')
  })

  test('lets somebody act as another person from any screen', async () => {
    const { page, server } = await open({
      at: '#/triage',
      answers: { listObservations: aPage() },
    })
    const choice = page.getByLabel('Act as')
    await choice.focus()
    await choice.selectOption({ value: 'p-chair' })
    await sees(page.getByRole('region', { name: 'Local mode' }), 'acting as Chair 1')
    await expect
      .poll(() => server.askedFor('listObservations').at(-1)?.headers['x-act-as'])
      .toBe('p-chair')
    expect(await choice.and(page.locator(':focus')).count()).toBe(1)
    expect(page.url()).toMatch(/#\/triage$/)
  })

  test('asks again whom to be when the remembered person is gone', async () => {
    const { page } = await open({ actAs: 'p-gone', answers: { home: aHome() } })
    await page.getByRole('heading', { name: 'Who would you like to be?' }).waitFor()
  })

  test('says what went wrong when the people cannot be had, and tries again', async () => {
    const { page, server } = await open({ actAs: null, answers: { personas: NO_ANSWER } })
    await sees(page.getByRole('alert'), 'We cannot reach the service.')
    server.answer('personas', personas)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: /Health visitor 1/ }).waitFor()
  })

  test('asks somebody nobody has entered where they work, once', async () => {
    const { page, server } = await open({
      answers: { me: newcomer, introduceMyself: aMe({ pages: ['home'] }), home: aHome() },
    })
    await page.getByRole('heading', { name: 'Where do you work?', level: 1 }).waitFor()
    await sees(page.getByRole('main'), 'If a child is in danger now, call 999.')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('combobox', { description: /Choose where you work\./ }).waitFor()
    expect(server.askedFor('introduceMyself')).toEqual([])
    await page.getByRole('combobox', { name: 'Where do you work?' }).selectOption('Health visiting')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
    expect(server.askedFor('introduceMyself').map(({ body }) => body)).toEqual([
      { agency: 'a-health-visiting', submission: expect.any(String) },
    ])
  })

  test('keeps the chosen workplace when the service refuses it', async () => {
    const detail = 'This agency is no longer there. Choose another.'
    const { page } = await open({
      answers: { me: newcomer, introduceMyself: refused(aProblem('incomplete', 422, { detail })) },
    })
    const choice = page.getByRole('combobox', { name: 'Where do you work?' })
    await choice.selectOption('Health visiting')
    await page.getByRole('button', { name: 'Continue' }).click()
    await sees(page.getByRole('alert'), detail)
    expect(await choice.inputValue()).toBe('a-health-visiting')
  })

  test('says so when the service does not know the person, with a way on', async () => {
    const detail = 'The board has you down as somebody who has left. Ask the board office.'
    const { page, server } = await open({
      answers: { me: refused(aProblem('not-your-role', 403, { detail })), home: aHome() },
    })
    await sees(page.getByRole('alert'), detail)
    server.answer('me', aMe())
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
  })

  test('goes where a link leads, and names the window after it', async () => {
    const { page } = await open({
      at: '#/reports/OBS-2026-0042',
      answers: { getObservation: aReport() },
    })
    await page.getByRole('heading', { name: 'OBS-2026-0042: Near miss' }).waitFor()
    expect(await page.title()).toBe('OBS-2026-0042 – Learning Loop')
  })

  test('wears the theme of the system, or the one its address asks for', async () => {
    const { page, server } = await open({ answers: { home: aHome() } })
    const colour = async () => {
      const heading = page.getByRole('heading', { name: 'Home', level: 1 })
      await heading.waitFor()
      return styleOf(page.locator('#tab > *'), 'background-color')
    }
    const light = await colour()
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(colour).not.toBe(light)
    const dark = await colour()
    await page.goto(`${server.url}/tab/?theme=default#/`)
    expect(await colour()).toBe(light)
    await page.goto(`${server.url}/tab/?theme=contrast#/`)
    expect([light, dark]).not.toContain(await colour())
  })

  test('says that an address leads nowhere, with a way back', async () => {
    const { page } = await open({ at: '#/publications/7', answers: { home: aHome() } })
    await page.getByRole('heading', { name: 'There is no such page', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'Go to Home' }).click()
    await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
  })

  test('puts the focus on the heading of the page somebody goes to', async () => {
    const { page } = await open({
      answers: { home: aHome(), listObservations: aPage(), getObservation: anObservation() },
    })
    await page.getByRole('link', { name: 'Triage', exact: true }).click()
    await page.getByRole('link', { name: /OBS-2026-0042/ }).waitFor()
    expect(await textOf(page.locator(':focus'))).toBe('Triage')
    expect(await page.title()).toBe('Triage – Learning Loop')
    await page.keyboard.press('Shift+Tab')
    expect(await textOf(page.locator(':focus'))).toBe('Learning')
  })

  test('lets a keyboard pass over the navigation', async () => {
    const { page } = await open({ actAs: 'p-chair', answers: { home: aHome() } })
    await page.getByText('Nothing waits for you.').waitFor()
    await page.getByLabel('Act as').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('main').and(page.locator(':focus')).count()).toBe(1)
  })
})
