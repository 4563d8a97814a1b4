import path from 'node:path'
import mongoose from 'mongoose'
import { describe, expect, test } from 'vitest'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { boardRecord } from '../../src/domain/board/board.ts'
import type { BoardEvent, BoardSettings } from '../../src/domain/board/types.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { Observation, ObservationEvent } from '../../src/domain/observation/types.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { auditAll } from '../../src/usecases/audit/audit-all.ts'
import { aBoard, agencies, anObservation, people, recorded } from '../builders.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import { withDatabase } from './sqlite-samples.ts'
import { temporaryFolder } from './temporary-folder.ts'

const board = aBoard()
const { health, schools, office } = agencies
const entry = (id: string) => {
  const person = board.people.find((one) => one.id === id)
  if (!person) throw new Error('nobody of that name')
  return person
}
const moved = (id: string, agency: typeof health): BoardEvent => ({
  type: 'PersonChanged',
  person: { ...entry(id), agency },
})
const lead = { role: 'agencyLead', agency: schools, holder: people.chair } as const
const appointment = { ...lead, id: board.appointments[0]?.id, deputy: people.businessManager }

/** Everything that makes a person belong to an agency at some time, and what does not. */
const EVENTS = [
  { type: 'BoardOpened', name: board.name, contacts: board.contacts, profile: board.profile },
  ...[...board.agencies].reverse().map((agency) => ({ type: 'AgencyAdded', agency })),
  ...board.people.map((person) => ({ type: 'PersonAdded', person })),
  moved(people.senior, schools),
  moved(people.senior, office),
  moved(people.senior, office),
  { type: 'PersonChanged', person: { ...entry(people.reporter), name: 'Another name' } },
  { type: 'PersonAppointed', appointment },
  { type: 'DeputyChanged', appointment: appointment.id, deputy: people.otherReporter },
  moved(people.otherReporter, health),
  { type: 'AppointmentEnded', appointment: appointment.id },
] as readonly BoardEvent[]

const PAST: Extract<ObservationEvent, { type: 'ObservationRaised' }> = {
  type: 'ObservationRaised',
  kind: 'nearMiss',
  answers: anObservation().answers,
  mode: 'open',
  agency: health,
  office,
  sameDay: false,
}

async function filled({ board: boards, records, references }: Stores) {
  const events = EVENTS.map((event, index) => recorded(event, { seq: index + 1 }))
  const state = events.reduce<BoardSettings | undefined>(boardRecord.evolve, undefined)
  if (!state) throw new Error('no board')
  await boards.save({ id: BOARD_ID, from: 0, state, events, causes: [] })
  for (const [index, { office: past, ...usual }] of [PAST, PAST].entries()) {
    const event = recorded(index === 0 && past ? { ...usual, office: past } : usual)
    const raised: Observation = observationRecord.evolve(undefined, event)
    await references.next('observation-2026')
    const id = `OBS-2026-000${index + 1}`
    await records.observation.save({
      id,
      from: 0,
      state: raised,
      events: [{ ...event, cause: id }],
      causes: [],
    })
  }
}

/** As an earlier version kept it. */
const stripped = (state: string) =>
  JSON.stringify(JSON.parse(state, (key, value) => (key === 'formerly' ? undefined : value)))

const OLD_DECIDED_INDEX =
  'CREATE INDEX observations_decided ON observations (decided_month, decided_in_working_days)'

const asWhole = async (stores: Stores) => {
  const { findings } = await auditAll(stores, sha256)
  // The samples were saved without a submission.
  expect(findings.filter(({ what }) => what !== 'causes')).toEqual([])
  const former = (await stores.board.current())?.state.people.map(({ id, formerly }) => [
    id,
    formerly,
  ])
  expect(Object.fromEntries(former ?? [])).toEqual({
    [people.reporter]: undefined,
    [people.otherReporter]: [schools],
    [people.senior]: [health, schools],
    [people.deputySenior]: undefined,
    [people.businessManager]: [schools],
    [people.chair]: [schools],
  })
  expect(await stores.duties.late('2099-01-01T00:00:00.000Z', 100)).not.toEqual([])
  const scope = [
    { agency: null, onlyReporters: null, exceptReporters: [], onlyPast: [health] },
  ] as const
  const { rows } = await stores.records.observation.find({ scope }, 'newestFirst', { size: 9 })
  expect(rows.map(({ ref }) => ref)).toEqual(['OBS-2026-0001'])
}

test('S12: a SQLite store of an earlier version learns what was sent past whom', async () => {
  const file = path.join(temporaryFolder(), 'learning-loop.sqlite')
  const stores = await openSqliteStores({ path: file })
  await filled(stores)
  await asWhole(stores)
  await stores.close()
  withDatabase(file, (db) => {
    for (const table of ['duties', 'activities', 'actions', 'reviews'])
      db.exec(`DROP TABLE ${table}`)
    // As the index was before it counted how promises were kept.
    db.exec('DROP INDEX observations_decided')
    db.exec(OLD_DECIDED_INDEX)
    for (const name of ['past', 'late', 'remind', 'proposed'])
      db.exec(`DROP INDEX observations_${name}`)
    const late = ['first_word_in_working_days', 'decided_in_time']
    for (const name of [...late, 'past_agency', 'proposed_until'])
      db.exec(`ALTER TABLE observations DROP COLUMN ${name}`)
    for (const name of ['duties', 'next_due', 'remind_at', 'reminded'])
      db.exec(`ALTER TABLE observations DROP COLUMN ${name}`)
    db.exec('PRAGMA user_version = 3')
    const [kept] = db.prepare('SELECT state FROM board').all()
    db.prepare('UPDATE board SET state = ?').run(stripped(String(kept?.['state'])))
  })
  const again = await openSqliteStores({ path: file })
  await asWhole(again)
  await again.close()
})

const server = mongoForTests()
describe.skipIf(!server)('on MongoDB', () => {
  test('S12: so does a database', async () => {
    const { uri, drop } = freshDatabase(server?.uri ?? '')
    const stores = await openMongoStores({ uri })
    await filled(stores)
    await asWhole(stores)
    await stores.close()
    const connection = await mongoose.createConnection(uri).asPromise()
    await connection
      .collection('observations')
      .updateMany(
        {},
        { $unset: { pastAgency: 1, duties: 1, nextDue: 1, remindAt: 1, reminded: 1 } },
      )
    const kept = await connection.collection('board').findOne({})
    const state = stripped(String(kept?.['state']))
    await connection.collection('board').updateOne({}, { $set: { state } })
    await connection.collection('meta').updateOne({}, { $set: { version: 1 } })
    await connection.close()
    const again = await openMongoStores({ uri })
    await asWhole(again)
    await again.close()
    await drop()
  })
})
