import { describe, expect, onTestFinished, test } from 'vitest'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { sentTo } from '../../src/domain/observation/routing.ts'
import { auditAll } from '../../src/usecases/audit/audit-all.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { shows } from '../faults/reliability.ts'
import { titleOn } from '../support/card-reading.ts'
import type { FakeTeams } from '../support/fake-teams.ts'
import { mongoForTests } from '../support/mongo-server.ts'
import { chatOf } from '../support/start-app.ts'
import { referenceIn } from '../support/stories.ts'
import { eventually, repeatingChat, submissionOn } from './chats.ts'
import type { Instance, Scene } from './scene.ts'
import { aScene, enteredReporters, portOf } from './scene.ts'

const REPORTERS = 200
const RECEIPTS_BEFORE_THE_KILL = 60
const TRIAGERS = [
  'seniorNurse',
  'deputyNurse',
  'teamManager',
  'deputyTeamManager',
  'safeguardingLead',
  'deputySafeguardingLead',
  'sergeant',
  'deputySergeant',
]
const UNPACED = { isPaced: false, tickMs: 1_000 }
const LEASE_IS_OVER_S = 31
const CLAIM_IS_OVER_S = 6 * 60

/** The references on the receipts that each person was shown. */
const receiptsIn = ({ sent }: FakeTeams): ReadonlyMap<string, ReadonlySet<string>> => {
  const receipts = new Map<string, Set<string>>()
  for (const { words, conversation } of sent) {
    const ref = /Your reference is (OBS-\d{4}-\d{4,})/.exec(words)?.[1]
    if (!ref) continue
    const shown = receipts.get(conversation) ?? new Set()
    receipts.set(conversation, shown.add(ref))
  }
  return receipts
}

/** Every triage card that went out, by the report and person it was for. */
const triageCardsIn = ({ sent }: FakeTeams) =>
  Map.groupBy(
    sent.filter(({ card }) => titleOn(card).endsWith('waits for a decision')),
    ({ card, conversation }) => `${referenceIn(titleOn(card))} ${conversation}`,
  )

async function tells(scene: Scene, doors: () => readonly Instance[], person: string) {
  const chat = repeatingChat(doors, scene.teams, person)
  const asked = await chat.say(`practice concern: a story of ${person}`)
  const answered = await chat.press(asked.at(-1)?.card, 'No')
  const sent = await chat.press(answered.said.at(-1)?.card, 'Send')
  return referenceIn(sent.said.at(-1)?.words)
}

describe.skipIf(!mongoForTests())('one of two instances on one MongoDB is killed', () => {
  test('while 200 people report: nothing is lost, doubled or left', async () => {
    const scene = await aScene()
    onTestFinished(scene.stop)
    const { teams, stores, deps } = scene
    const [people, first, other] = await Promise.all([
      enteredReporters(deps, REPORTERS),
      scene.startInstance(UNPACED),
      scene.startInstance(UNPACED),
    ])
    let one = first
    for (const person of TRIAGERS) await chatOf(one.url, teams, person).greet()

    const reporting = Promise.all(
      people.map((person, index) =>
        // Half of them begin at the one, and half at the other.
        tells(scene, () => (index % 2 === 0 ? [one, other] : [other, one]), person),
      ),
    )
    await teams.until(() => receiptsIn(teams).size >= RECEIPTS_BEFORE_THE_KILL)
    await one.kill('SIGKILL')
    one = await scene.startInstance(UNPACED, portOf(one))
    const refs = await reporting
    const both = (act: (instance: Instance) => Promise<void>) => Promise.all([act(one), act(other)])
    await both((instance) => instance.goOn(LEASE_IS_OVER_S))
    await eventually(async () => (await stores.records.observation.undelivered(1)).length === 0)
    // Only what the killed one had claimed is left then; the others' claims must not run out.
    await both((instance) => instance.deliver())
    await both((instance) => instance.goOn(CLAIM_IS_OVER_S))
    await eventually(async () => (await stores.deliveries.counts()).waiting === 0)

    const receipts = receiptsIn(teams)
    people.forEach((person, index) => {
      expect([...(receipts.get(`chat-${person}`) ?? [])]).toEqual([refs[index]])
    })
    expect(new Set(refs).size).toBe(REPORTERS)
    expect(await stores.keeping.count('observation')).toBe(REPORTERS)

    const board = await currentBoard(deps)
    const cards = triageCardsIn(teams)
    const expected: string[] = []
    for (const [index, ref] of refs.entries()) {
      const report = await stores.records.observation.load(ref)
      expect(report?.state.reporter).toBe(people[index])
      if (!report) continue
      const to = sentTo(report.state, board)
      expected.push(...to.map((person) => `${ref} chat-${person}`))
      const planned = await stores.deliveries.about('observation', ref, 'triage')
      expect(planned.map(({ recipient, state }) => [recipient, state])).toEqual(
        to.map((person) => [person, 'sent']),
      )
    }
    expect([...cards.keys()].sort()).toEqual(expected.sort())
    const repeated = [...cards].filter(([, copies]) => copies.length > 1)
    // What was on its way to each person when it was killed, and no more.
    expect(new Set(repeated.map(([key]) => key.split(' ')[1])).size).toBe(repeated.length)
    for (const [, copies] of repeated) {
      expect(copies).toHaveLength(2)
      expect(submissionOn(copies[0]?.card)).toBe(submissionOn(copies[1]?.card))
    }
    expect((await auditAll(stores, sha256)).findings).toEqual([])
    expect(`${one.output}${other.output}`).not.toContain('"code":"defect"')
    shows({
      fault: 'One of two instances is killed while 200 people report through both',
      seen: 'A receipt each; a message that was on its way may come twice',
      kept: 'Every report once, with a reference of its own; every chain whole',
      store: 'MongoDB',
    })
  }, 300_000)
})
