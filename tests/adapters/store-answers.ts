import { sha256 } from '../../src/adapters/shared/digest.ts'
import type { ObservationOrder } from '../../src/domain/observation/columns.ts'
import type { Page } from '../../src/ports/page.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { CHAINED_KINDS } from '../../src/ports/trail.ts'
import { auditAll } from '../../src/usecases/audit/audit-all.ts'
import { aDelivery, people } from '../builders.ts'
import { chainsOf, linksOf } from '../support/chains.ts'
import {
  addTo,
  aReading,
  at,
  DAY,
  LONG,
  LONG_EVENTS,
  PERSON,
  QUIET,
  READ_OFTEN,
  READINGS,
} from './full-store.ts'

async function allPages<Row>(page: (after?: string) => Promise<Page<Row>>) {
  const rows: Row[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const found: Page<Row> = await page(after)
    rows.push(...found.rows)
    after = found.next
  }
  return rows
}

const EVERYTHING = [{ agency: null, onlyReporters: null, exceptReporters: [] }]

async function observationAnswers(stores: Stores) {
  const { observation: observations } = stores.records
  const chains = await chainsOf(stores, 'observation')
  const records = await Promise.all(
    chains.map(async ({ id }) => {
      const history = await observations.history(id)
      const raisedBy = await observations.madeBy(history[0]?.cause ?? '')
      return { stored: await observations.load(id), history, raisedBy }
    }),
  )
  const list = (order: ObservationOrder) =>
    allPages((after) =>
      observations.find({ scope: EVERYTHING }, order, { size: 9, ...(after && { after }) }),
    )
  const year = new Date().getFullYear()
  const months = [`2020-01`, `${year + 1}-12`] as const
  return {
    records,
    lists: [await list('oldestFirst'), await list('newestFirst')],
    figures: [
      await observations.count('kinds', ...months),
      await observations.count('decisionTimes', ...months),
    ],
    undelivered: await observations.undelivered(100),
  }
}

async function trailAnswers(stores: Stores) {
  const { trail } = stores
  const chains = await Promise.all(CHAINED_KINDS.map((kind) => chainsOf(stores, kind)))
  const links = await Promise.all(
    CHAINED_KINDS.flatMap((kind, index) =>
      (chains[index] ?? []).map(({ id }) => linksOf(stores, kind, id)),
    ),
  )
  const lines = (log: 'changes' | 'readings') =>
    allPages((after) => trail.lines({ log }, { size: 100, ...(after && { after }) }))
  return { chains, links, changes: await lines('changes'), readings: await lines('readings') }
}

async function otherAnswers({ board, deliveries, conversations, turns }: Stores) {
  const current = await board.current()
  return {
    board: [current, await board.history(current?.id ?? ''), await board.undelivered(9)],
    deliveries: [
      await deliveries.about('observation', 'OBS-2026-0001', 'triage'),
      await deliveries.counts(),
      await deliveries.notDelivered(),
      await deliveries.nextDue(),
    ],
    conversations: [
      await conversations.latest(),
      await conversations.get(people.senior),
      await conversations.get(people.reporter),
    ],
    dialogs: await Promise.all([PERSON, QUIET, 'tenant/done', 'nobody'].map(turns.dialog)),
    answers: await Promise.all(
      ['turn-1', 'turn-4', 'turn-5', 'turn-14', 'step-1', 'only turn', 'done'].map(turns.answered),
    ),
    personas: await Promise.all(['account', 'another account', 'nobody'].map(turns.persona)),
  }
}

/** What a store answers through every port. */
export const answersOf = async (stores: Stores) => ({
  ...(await observationAnswers(stores)),
  ...(await trailAnswers(stores)),
  ...(await otherAnswers(stores)),
})

/** What a store answers when it is used on: it changes the store. */
export async function goingOn(stores: Stores) {
  const { references, deliveries, records, access, turns, trail } = stores
  const numbers = [
    await references.next('observation-2020'),
    await references.next('observation-2019'),
  ]
  const claims: string[][] = []
  for (const now of [at(6), at(8), at(61)])
    claims.push((await deliveries.claim(now, at(70), 9)).map(({ key }) => key))
  await deliveries.add(['a', 'b', 'c'].map((key) => aDelivery({ key, dueAt: at(80) })))
  await deliveries.add([aDelivery({ key: 'sent' })])
  claims.push((await deliveries.claim(at(90), at(95), 99)).map(({ key }) => key))
  for (let from = LONG_EVENTS; from < LONG_EVENTS + 110; from += 1)
    await addTo(records.observation, from)
  for (let number = 0; number < 110; number += 1)
    await access.add({ ...aReading(READINGS + number), ...READ_OFTEN })
  const step = { from: 2, state: { step: 2 }, expiresAt: at(7 * DAY) }
  const turn = { person: PERSON, keepUntil: at(DAY), key: 'next step', answer: null, dialog: step }
  await turns.finish(turn)
  const again = await turns
    .finish({ ...turn, key: 'turn-14', dialog: null })
    .catch((error) => error)
  return {
    numbers,
    claims,
    again: again.code,
    remembered: await Promise.all(['turn-5', 'turn-6', 'turn-14'].map(turns.answered)),
    dialog: await turns.dialog(PERSON),
    long: (await records.observation.history(LONG)).map(({ seq }) => seq),
    links: (await linksOf(stores, 'access', `observation/${LONG}`)).map(({ hash }) => hash),
    lines: (await trail.lines({ log: 'changes', id: LONG }, { size: 1 })).total,
    audit: await auditAll(stores, sha256),
    forgotten: await turns.forgetBefore(at(2 * DAY)),
  }
}
