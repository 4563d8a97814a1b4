import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeDemoStore } from '../../src/demo/demo-store.ts'
import { storePath } from '../../src/start/open-stores.ts'
import { wordsOn } from '../support/card-reading.ts'
import type { FakeTeams } from '../support/fake-teams.ts'
import { startFakeTeams } from '../support/fake-teams.ts'
import { chatOf } from '../support/start-app.ts'
import { freePort, startProgram } from './program.ts'

const REPORTERS = [
  'healthVisitor1',
  'healthVisitor2',
  'socialWorker1',
  'socialWorker2',
  'teacher',
  'teachingAssistant',
  'officer1',
  'officer2',
]
const RECEIPTS_BEFORE_THE_KILL = 25
const RUNNING = 'Learning Loop is running'

const receiptsIn = (teams: FakeTeams) =>
  teams.sent.flatMap(({ card, conversation }) => {
    const ref = /Your reference is (OBS-\d{4}-\d{4,})/.exec(wordsOn(card))?.[1]
    return ref ? [{ ref, person: conversation.replace('chat-', '') }] : []
  })

/** Tells one report after another until the program is gone. */
async function keepReporting(url: string, teams: FakeTeams, person: string): Promise<string[]> {
  const chat = chatOf(url, teams, person)
  const told: string[] = []
  for (let number = 1; ; number += 1) {
    const story = `story ${number} of ${person}`
    told.push(story)
    try {
      const [asked] = await chat.say(`practice concern: ${story}`)
      const { said } = await chat.press(asked?.card, 'No')
      await chat.press(said[0]?.card, 'Send')
    } catch {
      return told // killed in the middle: what was under way has no answer
    }
  }
}

interface Answered {
  readonly answers: readonly { readonly text: string }[]
}

test('I7: every report whose receipt was sent is there once after the program is killed', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'learning-loop-kill-'))
  await makeDemoStore(storePath({ dataDir }), 1)
  const teams = await startFakeTeams()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const settings = { DATA_DIR: dataDir, PORT: String(port) }
  const program = startProgram(settings)
  onTestFinished(async () => {
    await program.kill('SIGKILL')
    await teams.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  await program.said(RUNNING)

  const reporting = REPORTERS.map((person) => keepReporting(url, teams, person))
  await teams.until(() => receiptsIn(teams).length >= RECEIPTS_BEFORE_THE_KILL)
  await program.kill('SIGKILL')
  const told = (await Promise.all(reporting)).flat()
  const receipts = receiptsIn(teams)

  const again = startProgram(settings)
  onTestFinished(async () => {
    await again.kill('SIGKILL')
  })
  await again.said(RUNNING)
  const get = async <Body>(where: string, person: string): Promise<Body> => {
    const response = await fetch(`${url}/api/${where}`, { headers: { 'X-Act-As': person } })
    expect(response.status).toBe(200)
    return (await response.json()) as Body
  }

  expect(receipts.length).toBeGreaterThanOrEqual(RECEIPTS_BEFORE_THE_KILL)
  expect(new Set(receipts.map(({ ref }) => ref)).size).toBe(receipts.length)
  const stories: string[] = []
  for (const { ref, person } of receipts) {
    const { answers } = await get<Answered>(`observations/${ref}`, person)
    stories.push(...answers.map(({ text }) => text).filter((text) => told.includes(text)))
  }
  // One receipt, one report, one story: nothing lost, nothing doubled.
  expect(stories.length).toBe(receipts.length)
  expect(new Set(stories).size).toBe(receipts.length)
})
