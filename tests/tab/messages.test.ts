import { expect, test } from 'vitest'
import { aProblem } from './a-problem.ts'
import { inBrowser, sees } from './browser.ts'
import { NO_ANSWER, refused } from './fake-server.ts'
import { aHome } from './list-records.ts'
import { aMe } from './people-records.ts'
import { aBusinessManager, aDirectory, someNotDelivered, someRules } from './setup-records.ts'

const at = '#/setup/messages'
const answers = {
  me: aBusinessManager,
  home: aHome(),
  listNotDelivered: someNotDelivered,
}

inBrowser('the messages that did not arrive', (open) => {
  test('name each person, why, how many, since when, and what to do', async () => {
    const { page } = await open({ at: '#/setup', answers })
    await page
      .getByRole('heading', { name: 'Set-up: messages that did not arrive', level: 1 })
      .waitFor()
    const people = page.getByRole('list', { name: 'People' }).getByRole('listitem')
    await people.first().waitFor()
    expect((await people.allInnerTexts()).map((text) => text.split(/\n+/))).toEqual([
      [
        'Team manager 1, Health visiting',
        'Has blocked the bot',
        '3 messages, the last on 26 Mar 2026',
        'Ask them to unblock Learning Loop.',
      ],
      [
        "Health visitor 1, Children's social care",
        'Has not opened the chat with the bot yet',
        '1 message, on 20 Mar 2026',
        'Ask them to open the chat with Learning Loop and send any word.',
      ],
    ])
    await sees(page.getByRole('main'), 'It reached everybody, or all but at most 4 people')
  })

  test('say so where there are none', async () => {
    const { page } = await open({
      at,
      answers: { ...answers, listNotDelivered: { rows: [], people: 0, reporters: 7 } },
    })
    await sees(page.getByRole('main'), 'There is nothing to do.')
    await sees(page.getByRole('main'), 'It did not reach 7 people. They are not named here')
  })

  test('can be asked for again where the service did not answer', async () => {
    const { page, server } = await open({
      at,
      answers: { ...answers, listNotDelivered: NO_ANSWER },
    })
    await sees(page.getByRole('alert'), 'We cannot reach the service.')
    server.answer('listNotDelivered', someNotDelivered)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('list', { name: 'People' }).waitFor()
  })

  test('are refused to somebody without the role, with the sentence', async () => {
    const detail =
      'Only the business manager can do this. Ask the board office if it should be you.'
    const { page } = await open({
      at,
      answers: {
        ...answers,
        listNotDelivered: refused(aProblem('not-your-role', 403, { detail })),
      },
    })
    await sees(page.getByRole('alert'), detail)
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
  })

  test('stand beside the other parts, and the audit has a page of its own', async () => {
    const { page } = await open({
      at: '#/setup',
      answers: {
        ...answers,
        me: aMe({ pages: ['home', 'setup', 'audit'], setup: ['rules', 'messages'] }),
        getBoard: aDirectory,
        listRules: someRules,
      },
    })
    const parts = page.getByRole('navigation', { name: 'Parts of Set-up' })
    await parts.getByRole('link', { name: 'Messages that did not arrive' }).click()
    await page.waitForURL(/#\/setup\/messages$/)
    await page.getByRole('list', { name: 'People' }).waitFor()
    expect(
      await parts
        .getByRole('link', { name: 'Messages that did not arrive' })
        .getAttribute('aria-current'),
    ).toBe('true')
    await page.getByRole('link', { name: 'Audit', exact: true }).waitFor()
    await expect
      .poll(() => page.evaluate('document.activeElement?.textContent'))
      .toBe('Set-up: messages that did not arrive')
  })

  test('load their code only when somebody comes here', async () => {
    const { page } = await open({ answers })
    await page.getByRole('heading', { name: 'My reports' }).waitFor()
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.getByRole('link', { name: 'Set-up', exact: true }).click()
    await page.getByRole('list', { name: 'People' }).waitFor()
    const scripts = loaded.filter((path) => path.endsWith('.js')).join(' ')
    expect(scripts).toMatch(/\/tab\/assets\/setup-page-/)
    expect(scripts).not.toMatch(/audit-page|activities-page|learning-page/)
  })

  test('an address with a part that there is not leads nowhere', async () => {
    const { page } = await open({ at: '#/setup/nothing', answers })
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
  })
})
