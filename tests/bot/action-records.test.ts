import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorFor } from '../../src/domain/board/directory.ts'
import { anyRecord, isKind } from '../../src/domain/records.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { dateOf, plusDays } from '../../src/domain/words/time.ts'
import { RECORD_PAGES } from '../../src/tab/route/record-pages.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { makeRecord } from '../../src/usecases/records/make-record.ts'
import { titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await app.greeted('seniorNurse', 'deputyNurse', 'chair', 'officer1')
})
afterAll(() => app.stop())

const WHAT = 'Put the check on the clinic list.'

async function assigned() {
  const { deps } = app.app
  const board = await currentBoard(deps)
  const { id } = await makeRecord(deps, 'action', {
    command: {
      type: 'assign',
      what: WHAT,
      change: 'Every letter is read aloud.',
      owner: personId('deputyNurse'),
      dueOn: plusDays(dateOf(app.clock.now()), 3),
    },
    actor: actorFor(board, personId('seniorNurse')),
    submission: deps.newId(),
  })
  return id
}

test('S42: its owner is told without anybody’s words, and takes it on, does and finishes it in the chat', async () => {
  const ref = await assigned()
  await app.deliver()
  const owner = app.chatAs('deputyNurse')
  const told = owner.messages.at(-1)?.card
  expect(titleOn(told)).toBe(`${ref}: you are asked to do something`)
  expect(wordsOn(told)).not.toContain(WHAT)
  const [work] = await owner.say('my work')
  expect(work?.words).toContain('Accept it or hand it back by')
  const [opened] = await owner.say(ref.toLowerCase())
  expect(wordsOn(opened?.card)).toContain(WHAT)
  expect(titlesOf(opened?.card)).toContain('Accept it')
  expect(JSON.stringify(opened?.card)).toContain(`actions/${ref}`)
  const accepted = await owner.pressVerb('takeAction', {
    ...{ ref, action: 'accept', version: 1, submission: 'accepted' },
  })
  expect(wordsOn(accepted.replaced)).toContain('Accepted.')
  const finish = { ref, action: 'finish', version: 2, submission: 'finished' }
  const said = { did: 'It is on the list.', shows: 'The list.' }
  const training = await owner.pressVerb('takeAction', {
    ...{ ...finish, ...said, evidence: 'trainingRecord' },
  })
  expect(wordsOn(training.replaced)).toContain('A training record alone is not enough. Add')
  expect(JSON.stringify(training.replaced)).toContain('It is on the list.')
  const done = await owner.pressVerb('takeAction', {
    ...{ ...finish, ...said, evidence: 'trainingRecord,document' },
  })
  expect(wordsOn(done.replaced)).toContain('Somebody else checks it now.')
  await app.deliver()
  const heard = app.chatAs('seniorNurse').messages.map(({ card }) => titleOn(card))
  expect(heard).toContain(`${ref} was accepted`)
  expect(heard).toContain(`${ref} is done, its owner says`)
})

test('S42: nobody else learns of it, and whoever oversees the board reads what is late about it', async () => {
  const ref = await assigned()
  const [other] = await app.chatAs('officer1').say(ref)
  expect(titleOn(other?.card)).toContain('We cannot find that.')
  app.clock.advance({ days: 21 })
  const [seen] = await app.chatAs('chair').say(ref)
  expect(seen?.words).toContain('An action: was due on')
  const [late] = await app.chatAs('chair').say('what is late')
  expect(late?.words).toContain(ref)
  expect(late?.words).not.toContain(WHAT)
})

test('the link of a card leads where the tab has the page of its kind', () => {
  for (const [kind, page] of Object.entries(RECORD_PAGES))
    expect(isKind(kind) && anyRecord(kind).listing.name).toBe(page)
})
