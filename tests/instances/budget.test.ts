import { describe, expect, onTestFinished, test } from 'vitest'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { compose } from '../../src/compose.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import { sentTo } from '../../src/domain/observation/routing.ts'
import { personId } from '../../src/domain/words/ids.ts'
import type { DeliveryStore } from '../../src/ports/deliveries.ts'
import { raiseObservation } from '../../src/usecases/observation/raise-observation.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { DECISION, FEEDBACK } from '../faults/doors.ts'
import { shows } from '../faults/reliability.ts'
import { mongoForTests } from '../support/mongo-server.ts'
import { enoughFor } from '../support/stories.ts'
import { eventually } from './chats.ts'
import { startLimitedTeams } from './limited-teams.ts'
import type { Scene } from './scene.ts'
import { aScene, enteredReporters } from './scene.ts'

const PEOPLE = 47
/** One of them has reported four times, and hears of it twelve times. */
const REPORTS = 50
const MESSAGES = 3 * REPORTS

/**
 * An instance in this very process: what keeps it from being on time keeps the connector from it as
 * well, so that what is measured is the pace, and not how busy the machine is.
 */
async function anInstance({ uri }: Scene) {
  let settled = 0
  const app = await compose(
    {
      mode: 'local',
      host: '127.0.0.1',
      port: 0,
      dataDir: '',
      mongodbUri: uri,
      logLevel: 'error',
      board: 'demo',
      playground: null,
    },
    {
      log: () => undefined,
      tabFolder: '',
      async openStores(clock) {
        const stores = await openMongoStores({ uri, clock })
        const { deliveries } = stores
        const settle: DeliveryStore['settle'] = async (...given) => {
          await deliveries.settle(...given)
          settled += 1
        }
        return { ...stores, deliveries: { ...deliveries, settle } }
      },
    },
  )
  return { app, settled: () => settled }
}

async function reachable({ stores }: Scene, person: string, serviceUrl: string) {
  const conversationId = `chat-${person}`
  const reference = {
    serviceUrl,
    channelId: 'msteams',
    bot: { id: '28:bot', name: 'Learning Loop' },
    user: { id: `29:${person}`, aadObjectId: person, name: person },
    conversation: { id: conversationId, conversationType: 'personal', tenantId: 'demo' },
  }
  const seenAt = new Date().toISOString()
  await stores.conversations.put(personId(person), { conversationId, reference, seenAt })
}

/** A report of which its reporter is to be told three things, and nobody else anything. */
async function toldThrice({ deps, stores }: Scene, person: string, submission: string) {
  const board = await currentBoard(deps)
  const actor = actorFor(board, personId(person))
  const request = { kind: 'practiceConcern', answers: enoughFor('practiceConcern') } as const
  const { id, state } = await raiseObservation(deps, { ...request, submission, actor })
  await stores.records.observation.markDelivered(id, 1)
  const [senior] = sentTo(state, board)
  if (!senior) throw new Error(`nobody decides about ${id}`)
  for (const command of [
    { type: 'acknowledge' },
    // What proposes nothing, so that nobody else is told.
    { type: 'decide', ...DECISION, outcome: 'referElsewhere' },
    { type: 'giveFeedback', text: FEEDBACK.text, mode: 'tellWhatWasDone' },
  ] as const)
    await changeRecord(deps, 'observation', {
      id,
      command,
      actor: actorFor(board, senior),
      submission: `${submission}-${command.type}`,
    })
}

describe.skipIf(!mongoForTests())('two instances on one MongoDB', () => {
  test('send 150 messages within the limits that Teams sets for both together', async () => {
    const scene = await aScene()
    const teams = await startLimitedTeams()
    onTestFinished(teams.stop)
    onTestFinished(scene.stop)
    const { deps, stores } = scene
    const people = await enteredReporters(deps, PEOPLE)
    await Promise.all(people.map((person) => reachable(scene, person, teams.url)))
    const reporters = Array.from({ length: REPORTS }, (_, index) => people[index] ?? 'reporter1')
    await Promise.all(
      reporters.map((person, index) => toldThrice(scene, person, `report-${index}`)),
    )

    const both = await Promise.all([anInstance(scene), anInstance(scene)])
    for (const { app } of both) onTestFinished(app.stop)
    for (const { app } of both) await app.start()
    await eventually(async () => teams.sent.length + teams.refused.length >= MESSAGES)
    await eventually(async () => (await stores.deliveries.counts()).sent === MESSAGES)
    const told = teams.sent.map(({ conversation, title }) => `${conversation} ${title}`)
    expect(teams.refused).toEqual([])
    expect(new Set(told).size).toBe(MESSAGES)
    expect(told).toHaveLength(MESSAGES)
    for (const one of both) expect(one.settled()).toBeGreaterThan(0)
    shows({
      fault: 'Two instances have 150 messages to send at once',
      seen: 'Each message once, at the pace that Teams takes them from both together',
      kept: 'Every message; none was refused for being too many',
      store: 'MongoDB',
    })
  }, 90_000)
})
