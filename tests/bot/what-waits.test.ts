import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { raised } from '../support/stories.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'chair')
})
afterAll(() => app.stop())

const answer = async (person: string, text: string) =>
  (await app.chatAs(person).say(text))[0]?.words ?? ''

test('S13: “my work” says which duty each date is of, and so does the card', async () => {
  const ref = await raised(app, 'healthVisitor1')
  for (const text of ['my work', 'what is waiting']) {
    const words = await answer('seniorNurse', text)
    expect(words).toContain(ref)
    expect(words).toMatch(/Say that you have it by \w+day .* Decide by \w+day /)
  }
  expect(await answer('seniorNurse', ref)).toMatch(/Say that you have it by: .*Decide by: /s)
  expect(await answer('healthVisitor1', 'my reports')).toMatch(/You hear a decision by \w+day /)
})

test('S13: the help lists “what is late” for whoever oversees it, and it is answered', async () => {
  expect(await answer('chair', 'help')).toContain('what is late')
  expect(await answer('seniorNurse', 'help')).not.toContain('what is late')
  app.clock.advance({ days: 21 })
  expect(await answer('chair', 'what is late')).toMatch(/A decision was due on \w+day /)
})

test('figures and set-up are opened by their names', async () => {
  for (const [text, title] of [
    ['figures', 'Figures'],
    ['set up', 'Set-up'],
  ] as const)
    expect(await answer('chair', text)).toContain(title)
})
