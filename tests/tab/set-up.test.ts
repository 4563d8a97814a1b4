import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees, textOf } from './browser.ts'
import { NO_ANSWER, refused } from './fake-server.ts'
import { socialCare, teamManager } from './people-records.ts'
import {
  aBoardToChange,
  aDirectory,
  aPersonForm,
  aSetUpManager,
  aSheetPlan,
  someRules,
} from './setup-records.ts'

const answers = {
  me: aSetUpManager,
  getBoard: aBoardToChange,
  getBoardForm: aPersonForm,
  changePersonOnBoard: { ...aBoardToChange, version: 5 },
}
const at = '#/setup/people'
const CHANGE = 'Change the entry: Team manager 1'

const openForm = async (page: Page) => {
  await page.getByRole('button', { name: CHANGE }).click()
  await page.getByRole('heading', { name: 'Change the entry' }).waitFor()
}
const note = (page: Page) => page.getByRole('textbox', { name: 'Name' })
const focused = (page: Page) =>
  page.evaluate(
    'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent',
  )
const choose = (page: Page, what: 'agencies' | 'people', buffer: Buffer) =>
  page
    .getByLabel(new RegExp(`CSV file of ${what}`))
    .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer })

inBrowser('Set-up', (open) => {
  test('finds people by name, job, agency or role, and says where there are none', async () => {
    const { page } = await open({ at, answers })
    const search = page.getByRole('searchbox', { name: 'Search by name, job, agency or role' })
    for (const [words, found] of [
      ['senior visiting', ['Team manager 1']],
      ['LEFT', ['Health visitor 1']],
      ['manager', ['Team manager 1']],
    ] as const) {
      await search.fill(words)
      await sees(page.getByRole('status'), `${found.length} found`)
      const rows = page.getByRole('list', { name: 'People' }).getByRole('listitem')
      for (const name of found) await sees(rows, name)
    }
    await search.fill('nobody of this name')
    await sees(page.getByRole('main'), 'Nothing is found. Try fewer words.')
  })

  test('says of each agency to whom its reports go, and finds it by that', async () => {
    const { page } = await open({ at: '#/setup/agencies', answers })
    await page.getByRole('searchbox', { name: /to whom reports go/ }).fill('team manager')
    const rows = page.getByRole('list', { name: 'Agencies' }).getByRole('listitem')
    await sees(rows, 'Reports go to Team manager 1')
    expect(await rows.count()).toBe(1)
  })

  test('says so where there is nothing yet', async () => {
    const empty = { ...aBoardToChange, agencies: [], appointments: [] }
    const { page } = await open({ at: '#/setup', answers: { ...answers, getBoard: empty } })
    await sees(page.getByRole('main'), 'There is no agency yet. Add the first one.')
    await page.getByRole('link', { name: 'Roles and deputies' }).click()
    await sees(page.getByRole('main'), 'Nobody holds a role yet.')
  })

  test('says what a change will do before it is made, and what it did', async () => {
    const { page, server } = await open({ at, answers })
    await openForm(page)
    await sees(
      page.getByRole('list', { name: 'What this will do' }),
      'Their reports stay where they are.',
    )
    await page.getByRole('combobox', { name: /Works for/ }).selectOption(socialCare.name)
    await note(page).fill('Words')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await sees(page.getByRole('status'), 'Saved.')
    expect(server.askedFor('changePersonOnBoard').map(({ body }) => body)).toMatchObject([
      { version: 4, person: teamManager.id, agency: socialCare.id, name: 'Words' },
    ])
    await expect.poll(() => focused(page)).toBe(CHANGE)
  })

  test('shows at its field what is missing, and keeps what was typed', async () => {
    const missing = [
      { need: 'name', say: 'Say more.' },
      { need: 'businessManager', say: 'The board needs a business manager.' },
    ]
    const { page } = await open({
      at,
      answers: {
        ...answers,
        changePersonOnBoard: refused(aProblem('incomplete', 422, { missing })),
      },
    })
    await openForm(page)
    await note(page).fill('Words')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await sees(page.getByRole('alert'), 'The board needs a business manager.')
    await sees(page.getByRole('main'), 'Say more.')
    expect(await note(page).inputValue()).toBe('Words')
    await expect
      .poll(() => note(page).evaluate((box) => box === box.ownerDocument.activeElement))
      .toBe(true)
  })

  test('where two change it at once, shows who changed what, keeps what was typed and takes over the rest', async () => {
    const { page, server } = await open({
      at,
      answers: {
        ...answers,
        changePersonOnBoard: refused(aProblem('conflict', 409)),
        listBoardChanges: {
          rows: [{ at: '2026-03-27T09:00:00Z', by: 'Chair 1', says: 'Agency added: Housing' }],
        },
      },
    })
    await openForm(page)
    await note(page).fill('Words')
    // Somebody else has moved them to another agency, which this person did not touch.
    const [name, agency] = aPersonForm.offered.fields
    const moved = [name, { ...agency, value: socialCare.id }]
    server.answer('getBoardForm', {
      ...aPersonForm,
      version: 5,
      offered: { ...aPersonForm.offered, fields: moved },
    })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await sees(page.getByRole('main'), 'Agency added: Housing (Chair 1, 27 Mar 2026)')
    await sees(page.getByRole('alert'), 'It changed meanwhile. We have loaded it again')
    expect(await note(page).inputValue()).toBe('Words')
    server.answer('changePersonOnBoard', aBoardToChange)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await sees(page.getByRole('status'), 'Saved.')
    const sent = server.askedFor('changePersonOnBoard').map(({ body }) => body)
    expect(sent).toMatchObject([
      { version: 4 },
      { version: 5, name: 'Words', agency: socialCare.id },
    ])
  })

  test('sends the same submission again where nobody knows whether it arrived', async () => {
    const { page, server } = await open({
      at,
      answers: { ...answers, changePersonOnBoard: NO_ANSWER },
    })
    await openForm(page)
    await note(page).fill('Words')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await sees(page.getByRole('alert'), 'We cannot tell whether this was sent.')
    server.answer('changePersonOnBoard', aBoardToChange)
    await page.getByRole('button', { name: 'Try again' }).click()
    await sees(page.getByRole('status'), 'Saved.')
    const sent = server.askedFor('changePersonOnBoard').map(({ body }) => body as object)
    expect(new Set(sent.map((body) => JSON.stringify(body))).size).toBe(1)
  })

  test('has what was typed after the page was loaded again, until it is cancelled', async () => {
    const { page } = await open({ at, answers })
    await openForm(page)
    await note(page).fill('Words')
    await page.reload()
    await page.getByRole('heading', { name: 'Change the entry' }).waitFor()
    expect(await note(page).inputValue()).toBe('Words')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Delete it' }).click()
    await expect.poll(() => focused(page)).toBe(CHANGE)
    await openForm(page)
    expect(await note(page).inputValue()).toBe('')
  })

  test('offers nothing to change to whoever may change nothing, such as the chair', async () => {
    const { page } = await open({
      at: '#/setup',
      answers: {
        ...answers,
        me: { ...aSetUpManager, setup: ['rules'] },
        getBoard: aDirectory,
        listRules: someRules,
      },
    })
    await sees(page.getByRole('main'), 'cannot be changed here yet')
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
  })
})

inBrowser('a spreadsheet', (open) => {
  const sheets = { ...answers, checkSheet: aSheetPlan, enterSheet: aBoardToChange }
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

  test.each([
    ['UTF-8', Buffer.from('Name,Type\nHousing,Health')],
    ['UTF-16', utf16('Name,Type\nHousing,Health')],
  ])('is looked through and entered once: %s', async (_, buffer) => {
    const { page, server } = await open({ at: '#/setup/spreadsheet', answers: sheets })
    await choose(page, 'agencies', buffer)
    const list = page.getByRole('list', { name: 'What is added and changed' })
    await sees(list, 'Housing: added')
    await sees(list, 'Police: Type from “Health” to “Police”; Supporter from nothing to “Line 1”')
    await expect.poll(() => focused(page)).toBe('What a.csv would do')
    await page.getByRole('button', { name: 'Enter all of it' }).dblclick()
    await sees(page.getByRole('status'), 'Entered: 1 added, 1 changed. Nothing else was changed.')
    const [sent, ...more] = server.askedFor('enterSheet').map(({ body }) => body)
    expect(sent).toMatchObject({ sheet: 'agencies', version: 4 })
    expect(JSON.stringify(sent)).toContain('Name,Type\\nHousing,Health')
    expect(more).toEqual([])
  })

  test.each([
    ['a workbook', Buffer.from('PK\u0003\u0004'), 'This is a workbook. Save it as “CSV UTF-8”'],
    ['an old code page', Buffer.from([0x4e, 0xe9]), 'cannot be read for certain'],
    ['a long file', Buffer.alloc(1_000_001, 'x'), 'at most 1,000,000 characters'],
  ])('is not sent where it is %s', async (_, buffer, words) => {
    const { page, server } = await open({ at: '#/setup/spreadsheet', answers: sheets })
    await choose(page, 'people', buffer)
    await sees(page.getByRole('alert'), words)
    expect(server.askedFor('checkSheet')).toEqual([])
  })

  test('is looked through again where somebody changed the settings meanwhile', async () => {
    const { page, server } = await open({
      at: '#/setup/spreadsheet',
      answers: { ...sheets, enterSheet: refused(aProblem('conflict', 409)) },
    })
    await choose(page, 'people', Buffer.from('Name'))
    await page.getByRole('button', { name: 'Enter all of it' }).waitFor()
    server.answer('checkSheet', {
      ...aSheetPlan,
      version: 5,
      adds: 0,
      changes: 0,
      nothing: 4,
      named: [],
    })
    await page.getByRole('button', { name: 'Enter all of it' }).click()
    await sees(page.getByRole('alert'), 'The file was looked through again')
    expect(await textOf(page.getByRole('main'))).toContain('Everything in it is entered already.')
  })
})
