import { expect, test } from 'vitest'
import type { Proposal } from '../../src/contract/observations.ts'
import { OBSERVATION_NOTICES } from '../../src/domain/observation/notices.ts'
import { inBrowser, sees, textOf } from './browser.ts'
import { decisionScene } from './decision-scene.ts'
import { aHome, aWaiting } from './list-records.ts'
import { anOutline, aWaitingObservation } from './observation-records.ts'
import { offered } from './offered.ts'
import { teamManager } from './people-records.ts'

const ref = 'OBS-2026-0042'

const proposal: Proposal = {
  number: 4,
  says: 'Team manager 1 proposed: Learn locally. It waits for the chair to agree, until 27 March 2026. Nothing is decided before that.',
  at: '2026-03-25T09:00:00Z',
  by: teamManager,
  until: '2026-03-27',
  holds: [{ label: 'Reason', text: 'The hospital reviews it already.' }],
}
const given = { proposal: 4 }
const outline = anOutline({
  proposals: [proposal],
  why: OBSERVATION_NOTICES.proposed.intro,
  allowed: [offered('agree', { given, likely: true }), offered('decline', { given })],
})
const passedOn = { ref, passedOn: true, says: `${ref}: Agreed. It is done now.` }

inBrowser('a second person', (open) => {
  test('finds on Home what waits for them, reads what is proposed, and agrees', async () => {
    const home = aHome({ waiting: { rows: [aWaiting({ ref, opens: 'outline' })], total: 1 } })
    const { page, server } = await open({
      answers: { home, getOutline: outline, agreeObservation: passedOn },
    })
    const panel = page.getByRole('region', { name: 'Waits for me' })
    await panel.getByRole('link', { name: /OBS-2026-0042/ }).click()
    const shown = page.getByRole('region', { name: 'What is proposed' })
    await sees(shown, 'Team manager 1 proposed: Learn locally.')
    await sees(shown, 'The hospital reviews it already.')
    await sees(shown, 'A child died or was seriously harmed, or somebody has said so.')
    await page.getByRole('button', { name: 'Agree', exact: true }).click()
    await sees(page.getByRole('status'), 'Agreed. It is done now.')
    expect(server.askedFor('agreeObservation')[0]?.body).toMatchObject({ version: 4, ...given })
    expect(await page.getByRole('button', { name: 'Agree', exact: true }).count()).toBe(0)
  })

  test('says why not, for who proposed it', async () => {
    const { page, server } = await open({
      at: `#/outlines/${ref}`,
      answers: { getOutline: outline, declineObservation: passedOn },
    })
    await page.getByRole('button', { name: 'Do not agree' }).click()
    const form = page.getByRole('form', { name: 'Do not agree' })
    await sees(form, 'Who proposed it will read it.')
    await form.getByLabel('Reason').fill('The panel first.')
    await form.getByRole('button', { name: 'Do not agree' }).click()
    await expect
      .poll(() => server.askedFor('declineObservation')[0]?.body)
      .toMatchObject({ ...given, reason: 'The panel first.' })
  })

  test('a decision that waits says so instead of that it is sent, and can be taken back', async () => {
    const { fillIn, sendButton, answers, at } = decisionScene
    const waits = aWaitingObservation({
      version: 4,
      proposals: [proposal],
      allowed: [offered('takeBack', { given })],
    })
    const { page, server } = await open({
      at,
      answers: { ...answers, decideObservation: waits, takeBackObservation: aWaitingObservation() },
    })
    await fillIn(page)
    await sendButton(page).click()
    await sees(page.getByRole('status'), 'It waits for the chair to agree')
    expect(await textOf(page.getByRole('status'))).not.toContain('Decision sent.')
    await page.getByRole('button', { name: 'Take it back' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('button', { name: 'Take it back' }).click()
    await sees(page.getByRole('status'), 'Taken back.')
    expect(server.askedFor('takeBackObservation')[0]?.body).toMatchObject(given)
  })
})
