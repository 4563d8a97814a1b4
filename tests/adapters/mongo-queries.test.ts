import type { Connection, Model, PipelineStage } from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSlowConnection } from '../../src/adapters/mongo/connection.ts'
import { latestQuery } from '../../src/adapters/mongo/conversation-collection.ts'
import {
  aboutQuery,
  claimableQuery,
  countQuery,
  nextDueQuery,
  notDelivered,
} from '../../src/adapters/mongo/delivery-collection.ts'
import { holdersQuery, lateQuery, rungsDueQuery } from '../../src/adapters/mongo/duty-collection.ts'
import { listOf, madeByQuery } from '../../src/adapters/mongo/listed-collection.ts'
import { migrate } from '../../src/adapters/mongo/migrations.ts'
import { INDEXES, modelsOf } from '../../src/adapters/mongo/models.ts'
import type { RecordDocument } from '../../src/adapters/mongo/record-collection.ts'
import { undeliveredQuery } from '../../src/adapters/mongo/record-collection.ts'
import { filterOf } from '../../src/adapters/mongo/record-list.ts'
import { linesQuery, unlistedQuery } from '../../src/adapters/mongo/trail-collection.ts'
import {
  answeredQuery,
  beginQuery,
  expiredQuery,
} from '../../src/adapters/mongo/turn-collection.ts'
import type { ObservationFilter, ObservationOrder } from '../../src/domain/observation/columns.ts'
import { columnsOf, observationsWhere } from '../../src/domain/observation/columns.ts'
import type { ScopeClause } from '../../src/domain/observation/scope.ts'
import type { RecordRef } from '../../src/domain/words/ids.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { agencies, anObservation, MORNING, people } from '../builders.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import { fillCollections } from './mongo-samples.ts'

const given = mongoForTests()
const { afterRow, pageQuery, countStages } = listOf('observation')

/** Every index that a server says it takes, whichever of the two ways it says so in. */
function indexesIn(explained: unknown): readonly string[] {
  if (typeof explained !== 'object' || explained === null) return []
  return Object.entries(explained).flatMap(([key, value]) => {
    // MongoDB names them beside the stage IXSCAN, DocumentDB with each scan of an index.
    const isName = key === 'indexName' || key === 'Index Name'
    return isName && typeof value === 'string' ? [value] : indexesIn(value)
  })
}

/** The indexes a server scans, without those DocumentDB only weighs the cost of. */
const scanned = (explained: unknown) => {
  const told = JSON.parse(JSON.stringify(explained), (key, value) =>
    key === 'IndexCosts' || key === 'rejectedPlans' ? undefined : value,
  )
  return new Set(indexesIn(told))
}

const clause = (overrides: Partial<ScopeClause>): ScopeClause => ({
  agency: null,
  onlyReporters: null,
  exceptReporters: [people.senior],
  ...overrides,
})
const health = clause({ agency: agencies.health })
const schools = clause({ agency: agencies.schools })
const office = clause({ agency: agencies.office, onlyReporters: [people.chair] })
const own = [clause({ onlyReporters: [personId('reporter-7')], exceptReporters: [] })]
const waiting = { stages: ['awaitingTriage'] } as const
const row = {
  ref: 'OBS-2026-0001' as RecordRef,
  version: 1,
  nextDue: null,
  ...columnsOf(anObservation()),
}

describe.skipIf(!given)('which index each question to MongoDB takes', () => {
  const database = freshDatabase(given?.uri ?? 'mongodb://none')
  let connection: Connection
  let models: ReturnType<typeof modelsOf>

  beforeAll(async () => {
    connection = await openSlowConnection(database.uri)
    models = modelsOf(connection)
    await migrate(connection)
    await fillCollections(connection)
  })
  afterAll(async () => {
    await connection.close()
    await database.drop()
  })

  /** Explains what is found or counted by a query or an aggregation of ours. */
  const taken = async (asked: { explain(): PromiseLike<unknown> }) => [
    ...scanned(await asked.explain()),
  ]
  const counted = (filter: object) => [{ $match: filter }, { $group: { _id: 1, n: { $sum: 1 } } }]

  test.each<readonly [string, ObservationFilter, ObservationOrder, string]>([
    ['the queue of an agency', { scope: [health], ...waiting }, 'oldestFirst', 'queue'],
    ['an agency’s observations', { scope: [health] }, 'newestFirst', 'agency'],
    ['a person’s own', { scope: own }, 'newestFirst', 'own'],
    [
      'the queue of several agencies',
      { scope: [health, schools, office], ...waiting },
      'oldestFirst',
      '(queue|agency)',
    ],
    ['all of several agencies', { scope: [health, schools] }, 'newestFirst', '(queue|agency|own)'],
    [
      'an agency’s kinds in a month',
      { scope: [health], kinds: ['nearMiss'], from: '2026-03', to: '2026-03' },
      'oldestFirst',
      '(queue|agency|kinds)',
    ],
    ['a person’s own, oldest first', { scope: own }, 'oldestFirst', 'own'],
  ])('%s: each page and the count', async (_what, filter, order, index) => {
    const documents = models.records.observation as unknown as Model<RecordDocument>
    const first = pageQuery(documents, observationsWhere(filter), order, { size: 20 })
    const next = pageQuery(documents, observationsWhere(filter), order, {
      size: 20,
      after: afterRow(order, row),
    })
    const count = models.records.observation.aggregate(counted(filterOf(observationsWhere(filter))))
    for (const asked of [first, next, count])
      expect((await taken(asked)).join()).toMatch(new RegExp(`observations_${index}`))
  })

  const from = '2026-01'
  const to = '2026-01'
  const asked: readonly (readonly [string, () => { explain(): PromiseLike<unknown> }, string])[] = [
    [
      'the mix',
      () => models.records.observation.aggregate(countStages('kinds', from, to)),
      'observations_kinds',
    ],
    [
      'decision times',
      () => models.records.observation.aggregate(countStages('decisionTimes', from, to)),
      'observations_decided',
    ],
    [
      'raised by a submission',
      () => madeByQuery(models.records.observation, 's-7'),
      'observations_by_submission',
    ],
    ['a record', () => models.chained.observation.findOne({ _id: 'OBS-2026-0007' }), '_id_'],
    [
      'who is to be told',
      () => undeliveredQuery(models.chained.observation, 100),
      'observations_untold',
    ],
    [
      'what waits for somebody',
      () => holdersQuery(models.duties.observation, ['triage@agency-1', 'chair@*']),
      'observations_duties',
    ],
    ['what is late', () => lateQuery(models.duties.observation, MORNING), 'observations_late'],
    [
      'who is to be reminded',
      () => rungsDueQuery(models.duties.observation, MORNING, 100),
      'observations_remind',
    ],
    [
      'what is to be listed',
      () => unlistedQuery(models.chained.observation),
      'observations_unlisted',
    ],
    [
      'what can be sent',
      () => claimableQuery(models.deliveries, MORNING, 20),
      'deliveries_(due|ready)',
    ],
    [
      'messages about a record',
      () => aboutQuery(models.deliveries, 'observation', 'OBS-2026-0007', 'triage'),
      'deliveries_about',
    ],
    ['the next that is due', () => nextDueQuery(models.deliveries), 'deliveries_(ready|due)'],
    [
      'who got nothing',
      () => models.deliveries.aggregate(notDelivered as PipelineStage[]),
      'deliveries_(not_delivered|ready|due)',
    ],
    [
      'how many wait',
      () => models.deliveries.aggregate(counted(countQuery('waiting'))),
      'deliveries_(due|ready)',
    ],
    [
      'messages of a person',
      () => models.deliveries.find({ recipient: personId('person-7'), state: 'unreachable' }),
      'deliveries_of_person',
    ],
    ['a delivery’s answer', () => answeredQuery(models.talks, 'key-7', ''), 'talks_by_delivery'],
    ['what a turn asks first', () => beginQuery(models.talks, 'key-7', 'person-9', ''), '_id_'],
    [
      'drafts past their time',
      () => models.talks.find(expiredQuery('2026-01-01T00:00:00.000Z')),
      'talks_by_expiry',
    ],
    ['the chat seen last', () => latestQuery(models.conversations), 'conversations_by_sight'],
    [
      'changes',
      () => linesQuery(models.lines, { log: 'changes' }, undefined, 20),
      'lines_by_(time|person|record)',
    ],
    [
      'the next page of changes',
      () => linesQuery(models.lines, { log: 'changes' }, [MORNING, 'observation', 'O', 1], 20),
      'lines_by_time',
    ],
    [
      'changes of a record',
      () => linesQuery(models.lines, { log: 'changes', id: 'OBS-2026-0007' }, undefined, 20),
      'lines_by_record',
    ],
    [
      'changes by a person',
      () => linesQuery(models.lines, { log: 'changes', by: people.chair }, undefined, 20),
      'lines_by_person',
    ],
    [
      'a record’s earlier events',
      () => models.earlier.find({ kind: 'observation', record: 'O-7', from: { $lt: 300 } }),
      'earlier_by_record',
    ],
  ]
  test.each(asked)('%s', async (_what, ask, index) => {
    expect((await taken(ask())).join()).toMatch(new RegExp(`^(.*,)?${index}(,.*)?$`))
  })

  test('every index of ours is there, under its name', async () => {
    for (const [collection, indexes] of Object.entries(INDEXES)) {
      const there = (await connection.collection(collection).indexes()).map(({ name }) => name)
      expect(there).toEqual(expect.arrayContaining(indexes.map(({ name }) => name)))
    }
  })

  test('several instances make the indexes at the same moment, and again', async () => {
    const again = freshDatabase(given?.uri ?? '')
    const connections = await Promise.all(
      Array.from({ length: 4 }, () => openSlowConnection(again.uri)),
    )
    await Promise.all(connections.map(migrate))
    const [first] = connections
    const indexes = await first?.collection('observations').indexes()
    expect(indexes?.map(({ name }) => name)).toContain('observations_queue')
    await Promise.all(connections.map((one) => one.close()))
    await again.drop()
  })
})
