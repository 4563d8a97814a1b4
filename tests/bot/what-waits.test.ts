import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorFor } from '../../src/domain/board/directory.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { dateOf } from '../../src/domain/words/time.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { makeRecord } from '../../src/usecases/records/make-record.ts'
import { titlesOf } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { raised } from '../support/stories.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await app.greeted(
    'healthVisitor1',
    'seniorNurse',
    'chair',
    'businessManager',
    'healthLead',
    'sergeant',
  )
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

test('an open question stands in “my work” of its reporter, with a way to answer', async () => {
  const ref = await raised(app, 'healthVisitor1')
  const { deps } = app.app
  await changeRecord(deps, 'observation', {
    id: ref,
    command: { type: 'ask', question: 'Which clinic was it?' },
    actor: actorFor(await currentBoard(deps), personId('seniorNurse')),
    submission: deps.newId(),
  })
  const chat = app.chatAs('healthVisitor1')
  const [work] = await chat.say('my work')
  expect(work?.words).toMatch(/Answer the question about your report by \w+day /)
  expect(work?.words).not.toContain('Which clinic')
  const { replaced } = await chat.press(work?.card, 'Answer')
  expect(JSON.stringify(replaced)).toContain('Which clinic was it?')
})

test('S12: whoever let another decide reads on the card that nothing waits for them', async () => {
  const ref = await raised(app, 'healthVisitor1')
  const { deps } = app.app
  await changeRecord(deps, 'observation', {
    id: ref,
    command: { type: 'recuse' },
    actor: actorFor(await currentBoard(deps), personId('seniorNurse')),
    submission: deps.newId(),
  })
  const words = await answer('seniorNurse', ref)
  expect(words).toContain('nothing about it waits for you')
  expect(words).not.toContain('Decide')
  expect(await answer('seniorNurse', 'my work')).not.toContain(ref)
})

test('S13: the help lists “what is late” for whoever oversees it, and it is answered', async () => {
  expect(await answer('chair', 'help')).toContain('what is late')
  expect(await answer('seniorNurse', 'help')).not.toContain('what is late')
  app.clock.advance({ days: 21 })
  expect(await answer('chair', 'what is late')).toMatch(/A decision was due on \w+day /)
})

/** A learning activity that the senior nurse was to hold. */
async function planned(person = 'seniorNurse') {
  const { deps } = app.app
  const board = await currentBoard(deps)
  const { id } = await makeRecord(deps, 'activity', {
    command: {
      type: 'plan',
      activity: 'huddle',
      about: 'How the handover went.',
      holder: personId(person),
      dueOn: dateOf(app.clock.now()),
    },
    actor: actorFor(board, personId('seniorNurse')),
    submission: deps.newId(),
  })
  return id
}

const NO_NAMES = /Senior Nurse|Health Visitor One|letters|handover/

test('S13: “Open” of a late report says what is late, since when, whose it is, and what to do', async () => {
  const ref = await raised(app, 'healthVisitor1')
  app.clock.advance({ days: 21 })
  for (const [person, canDo] of [
    ['businessManager', 'You can also pass it on to another agency: press “Pass it on”.'],
    ['chair', 'The business manager may be able to pass it on.'],
  ] as const) {
    const [opened] = await app.chatAs(person).say(ref)
    const words = opened?.words ?? ''
    expect(words).toMatch(/A decision: was due on \w+day [^.]*, \d+ working days ago\./)
    expect(words).toContain('Who has it: The seniors and the agency lead of Health visiting')
    expect(words).toContain(canDo)
    expect(words).not.toMatch(NO_NAMES)
    expect(titlesOf(opened?.card).includes('Pass it on')).toBe(person === 'businessManager')
  }
})

test('S13: and of a late learning activity, for whoever oversees the board and nobody else', async () => {
  const ref = await planned()
  expect(await answer('chair', ref)).not.toContain('late')
  app.clock.advance({ days: 21 })
  for (const person of ['businessManager', 'chair']) {
    const words = await answer(person, ref)
    expect(words).toMatch(/A learning activity: was due on \w+day [^.]*, \d+ working days ago\./)
    expect(words).toContain('Who has it: Senior, Health visiting')
    expect(words).toContain(
      'or the seniors and the agency lead of Health visiting, who can change who holds it or by when.',
    )
    expect(words).not.toMatch(NO_NAMES)
  }
  expect(await answer('sergeant', ref)).not.toContain('working days ago')
  expect(await answer('seniorNurse', ref)).toContain('Who has it: You')
  expect(await answer('healthLead', ref)).toContain('You can also change who holds it or by when.')
})

test('figures and set-up are opened by their names', async () => {
  for (const [text, title] of [
    ['figures', 'Figures'],
    ['set up', 'Set-up'],
  ] as const)
    expect(await answer('chair', text)).toContain(title)
})
