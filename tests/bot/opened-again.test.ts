import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsOn } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { closes, raised, storedAs } from '../support/stories.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await app.greeted('teacher', 'safeguardingLead')
})
afterAll(() => app.stop())

test('S13: whoever decides anew reads what was decided before, and why', async () => {
  const ref = await raised(app, 'teacher')
  await closes(app, ref)
  const lead = app.chatAs('safeguardingLead')
  const { version } = (await app.app.deps.records.observation.load(ref)) ?? { version: 0 }
  await lead.pressVerb('reopen', { ref, version: String(version), reason: 'There is news of it.' })
  expect((await storedAs(app, ref)).stage).toBe('awaitingTriage')
  const { replaced } = await lead.pressVerb('readNarrative', { ref })
  expect(wordsOn(replaced)).toContain('Before it was opened again: Decision')
  expect(wordsOn(replaced)).toContain('The same happens elsewhere, too.')
})
