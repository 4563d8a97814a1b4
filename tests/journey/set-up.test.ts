import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { App } from '../../src/compose.ts'
import { compose } from '../../src/compose.ts'
import { agencyId, appointmentId, personId } from '../../src/domain/words/ids.ts'
import { openBoard } from '../../src/usecases/board/change-board.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { inChromium } from '../support/chromium.ts'
import { fixedClock } from '../support/fixed-clock.ts'
import { axeFindings } from '../tab/axe-findings.ts'
import { builtTab } from '../tab/built-tab.ts'

// What a new business manager does first, with the whole program: a board of one person becomes one
// that takes reports.

const TENANT = '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69'
const objectOf = (number: number) => `58b1f0c7-2d3e-4a69-9b84-${String(number).padStart(12, '0')}`

async function aNewBoard(): Promise<{ readonly app: App; readonly url: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'learning-loop-'))
  const app = await compose(
    {
      mode: 'local',
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      mongodbUri: null,
      logLevel: 'error',
      board: 'empty',
      playground: null,
    },
    {
      clock: fixedClock('2026-03-25T09:00:00.000Z'),
      log: () => undefined,
      tabFolder: builtTab(),
      tickMs: 86_400_000,
      rest: async () => undefined,
    },
  )
  onTestFinished(async () => {
    await app.stop()
    await rm(folder, { recursive: true, force: true })
  })
  await openBoard(app.deps, {
    type: 'open',
    name: 'A new board',
    contacts: {
      referral: 'a',
      referralOutOfHours: 'b',
      office: 'c',
      support: 'd',
      whistleblowing: 'e',
    },
    office: { id: agencyId('boardOffice'), name: 'Board office', type: 'system' },
    businessManager: {
      id: personId('manager'),
      tenantId: TENANT,
      objectId: objectOf(1),
      name: 'Business Manager',
      jobTitle: '',
    },
    appointment: appointmentId('businessManager'),
  })
  const { url } = await app.start()
  return { app, url }
}

/** Everything that is pressed, chosen or filled in is counted: it is what the set-up costs. */
function counting(page: Page) {
  let presses = 0
  const counted = (act: Promise<unknown>) => {
    presses += 1
    return act
  }
  return {
    presses: () => presses,
    press: (name: string | RegExp) =>
      counted(page.getByRole('button', { name, exact: typeof name === 'string' }).click()),
    go: (name: string) => counted(page.getByRole('link', { name, exact: true }).click()),
    fill: (label: string, words: string) =>
      counted(page.getByRole('textbox', { name: label }).fill(words)),
    choose: (label: string, choice: string) =>
      counted(page.getByRole('combobox', { name: label }).selectOption({ label: choice })),
    file: (label: RegExp, name: string, text: string) =>
      counted(
        page
          .getByLabel(label)
          .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }),
      ),
    sees: (words: string | RegExp): Promise<void> => first(page.getByText(words)).waitFor(),
  }
}
const first = (part: Locator) => part.first()

const AGENCIES = [
  'Name;Type;Supporter;How many work with children there',
  'Children’s social care;Local authority;;240',
  'Health visiting;Health;Wellbeing, 01632 960300;90',
  'Police;Police and immigration;;',
].join('\r\n')

const PEOPLE = [
  'Name,Job title,Works for,Tenant id,Object id of their account',
  ...[
    ['Chair', 'Independent chair', 'Board office'],
    ['Auditor', 'Internal auditor', 'Board office'],
    ['Custodian', 'Data protection officer', 'Board office'],
    ['Senior Nurse', 'Named nurse', 'Health visiting'],
    ['Deputy Nurse', 'Deputy named nurse', 'Health visiting'],
    ['Team Manager', '"Team manager, north"', 'Children’s social care'],
    ['Sergeant', 'Detective sergeant', 'Police'],
  ].map((row, index) => [...row, TENANT, objectOf(index + 2)].join(',')),
].join('\n')

const ROLES = [
  ['Senior', 'Health visiting', 'Senior Nurse, Named nurse', 'Deputy Nurse, Deputy named nurse'],
  ['Senior', 'Children’s social care', 'Team Manager, Team manager, north', ''],
  ['Senior', 'Police', 'Sergeant, Detective sergeant', ''],
  ['Chair', '', 'Chair, Independent chair', ''],
  ['Auditor', '', 'Auditor, Internal auditor', ''],
  ['Custodian', '', 'Custodian, Data protection officer', ''],
] as const

inChromium('a new business manager', (browser) => {
  test('S12: sets a board up from nothing in the tab', async () => {
    const { app, url } = await aNewBoard()
    const context = await browser().newContext({ reducedMotion: 'reduce', locale: 'en-GB' })
    const page = await context.newPage()
    onTestFinished(() => context.close())
    context.setDefaultTimeout(25_000)
    await page.addInitScript(`sessionStorage['learning-loop.act-as'] ??= 'manager'`)
    await page.goto(`${url}/tab/#/setup`)
    const { press, go, fill, choose, file, sees, presses } = counting(page)

    await go('Contacts')
    await press('Set the contacts')
    await fill('Referral in office hours, with its number', 'Ask the front door')
    await fill('Referral out of office hours, with its number', 'Duty team, 01632 960150')
    await fill('The board office, with its number', 'Board office, 01632 960200')
    await fill('Support for people who have spoken up', 'Wellbeing line, 01632 960300')
    await fill('Advice on whistleblowing', 'Advice line, 01632 960400')
    await press('Save')
    await sees('Add the telephone number: people ring it.')
    await fill('Referral in office hours, with its number', 'Front door, 01632 960100')
    await press('Save')
    await sees('Saved. Everybody reads them from now on.')

    await go('Spreadsheet')
    await file(/CSV file of agencies/, 'agencies.csv', AGENCIES.replace('Health;', 'Circus;'))
    await sees('Line 3, Type: Choose a type of agency from the list.')
    expect(await axeFindings(page)).toEqual([])
    await press('Choose another file')
    await file(/CSV file of agencies/, 'agencies.csv', AGENCIES)
    await press('Enter all of it')
    await sees('Entered: 3 added, 0 changed. Nothing else was changed.')
    await file(/CSV file of people/, 'people.csv', PEOPLE)
    await press('Enter all of it')
    await sees('Entered: 7 added, 0 changed.')

    await go('Roles and deputies')
    for (const [role, agency, holder, deputy] of ROLES) {
      await press('Give a role')
      await choose('Role', role)
      if (agency) await choose('For which agency', agency)
      await choose('Who holds it', holder)
      if (deputy) await choose('Deputy (if you wish)', deputy)
      await press('Give it')
      await sees('Given. It counts at once.')
    }

    const board = await currentBoard(app.deps)
    expect(board.agencies.map(({ name }) => name)).toEqual([
      'Board office',
      'Children’s social care',
      'Health visiting',
      'Police',
    ])
    expect(board.people).toHaveLength(8)
    expect(board.appointments.map(({ id }) => id)).toEqual([
      'businessManager',
      'senior.healthVisiting',
      'senior.childrenSSocialCare',
      'senior.police',
      'chair',
      'auditor',
      'custodian',
    ])
    expect(board.contacts.referral).toBe('Front door, 01632 960100')
    // Under a hundred: ten minutes at six seconds each.
    expect(presses()).toBeLessThan(60)

    const download = page.waitForEvent('download')
    await go('Spreadsheet')
    await press('Export people')
    const exported = await readFile(await (await download).path(), 'utf8')
    await file(/CSV file of people/, 'people.csv', exported)
    await sees('Everything in it is entered already.')
  })
})
