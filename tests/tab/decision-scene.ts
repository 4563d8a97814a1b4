import type { Page } from 'playwright-core'
import { aPage } from './list-records.ts'
import { aDecidedObservation, aWaitingObservation } from './observation-records.ts'

/** One observation that waits for a decision, and one way to decide on it. */
export const decisionScene = {
  at: '#/triage/OBS-2026-0042',
  reason: 'The same names come up each week.',
  words: 'OBS-2026-0042 will be used for learning at the team meeting by 20 March.',
  answers: {
    listObservations: aPage(),
    getObservation: aWaitingObservation(),
    decideObservation: aDecidedObservation(),
  },
  outcome: (page: Page, name: string) => page.getByRole('radio', { name }),
  wordsOf: (page: Page) => page.getByLabel('What the reporter will read'),
  sendButton: (page: Page) => page.getByRole('button', { name: 'Send decision' }),
  fillIn: async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Decide' }).click()
    await decisionScene.outcome(page, 'Multi-agency learning review').check()
    await page.getByLabel('Reason').fill(decisionScene.reason)
    await decisionScene.wordsOf(page).fill(decisionScene.words)
  },
}
