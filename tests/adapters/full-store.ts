import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { makeDemoStore } from '../../src/demo/demo-store.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import { personId } from '../../src/domain/words/ids.ts'
import type { Attempt } from '../../src/ports/deliveries.ts'
import type { RecordStores } from '../../src/ports/records.ts'
import { CAUSES_KEPT } from '../../src/ports/records.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { aDelivery, MORNING, people } from '../builders.ts'

export const DAY = 24 * 60

export const at = (minutes: number) =>
  new Date(Date.parse(MORNING) + minutes * 60_000).toISOString()

/** More events than a document of MongoDB holds, in two steps of splitting them off. */
export const LONG = 'OBS-2020-0001'
export const LONG_EVENTS = 215
export const READ_OFTEN = { kind: 'observation', id: LONG } as const
export const READINGS = 130

export const PERSON = 'tenant/person'
export const QUIET = 'tenant/quiet-person'

export async function makeFullStore(file: string): Promise<void> {
  await makeDemoStore(file, 20)
  const stores = await openSqliteStores({ path: file })
  try {
    for (let from = 0; from < LONG_EVENTS; from += 1) await addTo(stores.records.observation, from)
    await stores.records.observation.markDelivered(LONG, 3)
    for (let number = 0; number < READINGS; number += 1)
      await stores.access.add({ ...aReading(number), ...READ_OFTEN })
    await stores.access.add({ ...aReading(1), kind: 'audit', id: 'changes' })
    for (const _ of [1, 2, 3]) await stores.references.next('observation-2020')
    await addDeliveries(stores)
    await addTurns(stores)
    for (const [index, person] of [people.senior, people.chair].entries())
      await stores.conversations.put(person, {
        conversationId: `a:${index}`,
        reference: { user: { id: person }, 'with.dot': [1, null] },
        seenAt: at(index),
      })
  } finally {
    await stores.close()
  }
}

/** A save that adds an event, with the state that it makes. */
export async function addTo(observations: RecordStores['observation'], from: number) {
  const stored = await observations.load(LONG)
  const recorded = {
    seq: from + 1,
    at: at(from),
    by: people.reporter,
    cause: `cause-${from}`,
    event:
      from === 0
        ? ({
            type: 'ObservationRaised',
            kind: 'nearMiss',
            answers: [{ question: 'story', value: { type: 'text', text: 'Zażółć\u0000 “Ω” 😀' } }],
            mode: 'open',
            agency: 'healthVisiting',
            sameDay: false,
          } as const)
        : ({ type: 'ObservationAddedTo', text: `more ${from}`, answers: [] } as const),
  } as Parameters<typeof observationRecord.evolve>[1]
  await observations.save({
    id: LONG,
    from,
    state: observationRecord.evolve(stored?.state, recorded),
    events: [recorded],
    causes: [...(stored?.causes ?? []), { submission: recorded.cause, by: people.reporter }].slice(
      -CAUSES_KEPT,
    ),
  })
}

export const aReading = (number: number) => ({
  // Of the demo board: an audit finds readers whom the board does not know.
  by: personId('seniorNurse'),
  door: 'tab' as const,
  at: at(number),
  cause: `request-${number}`,
})

/** By a worker whose clock stood wrong: anybody may claim it. */
const CLAIMED_WRONGLY = 'claimed too far ahead'

/** One of each kind, and one that a worker has; not added in the order in which they are due. */
async function addDeliveries({ deliveries }: Stores) {
  const attempts: Readonly<Record<string, Attempt>> = {
    sent: { state: 'sent', conversationId: 'a:1', messageId: 'message-1' },
    ended: { state: 'ended', failure: 'ConversationBlockedByUser' },
    unreachable: { state: 'unreachable' },
    'put off': { state: 'waiting', dueAt: at(7), failure: 'throttled' },
  }
  for (const key of ['claimed', ...Object.keys(attempts), CLAIMED_WRONGLY]) {
    await deliveries.add([aDelivery({ key, notice: 'triage' })])
    const until = key === CLAIMED_WRONGLY ? at(3 * DAY) : at(60)
    const [claimed] = await deliveries.claim(at(0), until, 1)
    const attempt = attempts[key]
    if (claimed && attempt) await deliveries.settle(claimed.id, attempt)
  }
  await deliveries.add([
    aDelivery({ key: 'late', dueAt: at(9) }),
    aDelivery({ key: 'first', dueAt: at(5), recipient: people.chair }),
    aDelivery({ key: 'second', dueAt: at(5) }),
  ])
}

async function addTurns({ turns }: Stores) {
  const turn = { person: PERSON, keepUntil: at(DAY), dialog: null }
  for (let n = 1; n <= 14; n += 1) await turns.finish({ ...turn, key: `turn-${n}`, answer: { n } })
  for (const from of [0, 1])
    await turns.finish({
      ...turn,
      key: `step-${from}`,
      answer: null,
      dialog: { from, state: { step: from, 'a.$b': 'said' }, expiresAt: at(7 * DAY) },
    })
  await turns.finish({ ...turn, person: QUIET, key: 'only turn', answer: 'hello' })
  const over = { from: 0, state: null, expiresAt: null }
  await turns.finish({ ...turn, person: 'tenant/done', key: 'done', answer: [], dialog: over })
  await turns.setPersona('account', 'teacher')
  await turns.setPersona('another account', 'sergeant')
}
