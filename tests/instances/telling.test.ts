import { beforeAll, describe, expect, test } from 'vitest'
import { titlesAbout } from '../faults/doors.ts'
import { shows } from '../faults/reliability.ts'
import { titleOn } from '../support/card-reading.ts'
import { mongoForTests } from '../support/mongo-server.ts'
import { chatOf, NEVER_MS } from '../support/start-app.ts'
import { referenceIn } from '../support/stories.ts'
import { repeatingChat, submissionOn } from './chats.ts'
import type { Instance, Scene } from './scene.ts'
import { aScene, portOf } from './scene.ts'

// They tell people only when a report was sent to them, or when the test says so. Each test leaves
// both of them running.
const WHEN_ASKED = { isPaced: false, tickMs: NEVER_MS }
const LEASE_IS_OVER_S = 31
const CLAIM_IS_OVER_S = 6 * 60

describe.skipIf(!mongoForTests())('telling people, with two instances on one MongoDB', () => {
  let scene: Scene
  let one: Instance
  let other: Instance
  beforeAll(async () => {
    scene = await aScene()
    const both = await Promise.all([
      scene.startInstance(WHEN_ASKED),
      scene.startInstance(WHEN_ASKED),
    ])
    one = both[0]
    other = both[1]
    for (const person of ['seniorNurse', 'deputyNurse']) await chatAt(other, person).greet()
    return scene.stop
  })

  const chatAt = ({ url }: Instance, person: string) => chatOf(url, scene.teams, person)
  const senior = (at: Instance) => chatAt(at, 'seniorNurse')
  const waits = (ref: string) => [`${ref} waits for a decision`]
  const startedAgain = (gone: Instance) => scene.startInstance(WHEN_ASKED, portOf(gone))

  async function reportedAt(...doors: readonly Instance[]): Promise<string> {
    const chat = repeatingChat(() => doors, scene.teams, 'healthVisitor1')
    const [asked] = await chat.say('practice concern: nobody reads the second page')
    const { said } = await chat.press(asked?.card, 'No')
    const sent = await chat.press(said[0]?.card, 'Send')
    return referenceIn(sent.said[0]?.words)
  }
  const plannedFor = async (ref: string) =>
    (await scene.stores.deliveries.about('observation', ref, 'triage')).length

  test('while one plans who is told the other does not, until that one is stopped', async () => {
    await reportedAt(one)
    await one.deliver()
    const left = await reportedAt(other)
    await other.deliver()
    expect(await plannedFor(left)).toBe(0)
    expect([await one.planned(), await other.planned()]).toEqual([2, 0])

    expect(await one.kill('SIGTERM')).toEqual({ code: 0, signal: null })
    await other.deliver()
    expect(titlesAbout(senior(other), left)).toEqual(waits(left))
    one = await startedAgain(one)
  })

  test('when the one that plans is killed the other goes on within its lease', async () => {
    await reportedAt(other)
    await other.deliver()
    const left = await reportedAt(one)
    const before = await one.planned()
    await other.kill('SIGKILL')
    await one.deliver()
    expect(await plannedFor(left)).toBe(0)
    await one.goOn(LEASE_IS_OVER_S)
    await one.deliver()
    expect(titlesAbout(senior(one), left)).toEqual(waits(left))
    expect((await one.planned()) - before).toBe(2)
    other = await startedAgain(other)
    shows({
      fault: 'The instance that plans who is told is killed',
      seen: 'The message, half a minute later at most',
      kept: 'Every message, planned once',
      store: 'MongoDB',
    })
  })

  test('a message under way when its sender is killed comes twice, and counts once', async () => {
    const isCard = (card: unknown) => titleOn(card).endsWith('waits for a decision')
    const earlier = scene.teams.sent.length
    const killed = scene.teams.until(() => {
      if (!scene.teams.sent.slice(earlier).some(({ card }) => isCard(card))) return false
      // The first card has arrived, and its sender will not hear of that.
      void one.kill('SIGKILL')
      return true
    })
    // Its receipt may have to come from the other one.
    const ref = await reportedAt(one, other, one)
    await killed
    await one.ended
    const cardsOf = (person: string) =>
      chatAt(other, person).messages.filter(
        ({ card, words }) => isCard(card) && words.includes(ref),
      )
    const copies = () => [cardsOf('seniorNurse'), cardsOf('deputyNurse')]
    await other.deliver()
    expect(copies().flat().length).toBeLessThanOrEqual(2)
    await other.goOn(CLAIM_IS_OVER_S)
    await other.deliver()
    for (const { length } of copies()) expect([1, 2]).toContain(length)
    const [first, second, ...more] = copies().find(({ length }) => length === 2) ?? []
    expect(more).toEqual([])
    expect((await scene.stores.deliveries.counts()).waiting).toBe(0)

    one = await startedAgain(one)
    expect(submissionOn(second?.card)).toBe(submissionOn(first?.card))
    const person = first?.conversation.replace('chat-', '') ?? ''
    const pressed = await Promise.all([
      chatAt(one, person).press(first?.card, 'I am on it'),
      chatAt(other, person).press(second?.card, 'I am on it'),
    ])
    for (const { replaced } of pressed) expect(titleOn(replaced)).toContain(ref)
    const history = await scene.stores.records.observation.history(ref)
    expect(history.map(({ event }) => event.type)).toEqual([
      'ObservationRaised',
      'ObservationAcknowledged',
    ])
    shows({
      fault: 'An instance is killed when a message has arrived and it has not heard so',
      seen: 'The same message once more, within six minutes; pressing either does the same',
      kept: 'Every message; one change, whichever copy is pressed',
      store: 'MongoDB',
    })
  })
})
