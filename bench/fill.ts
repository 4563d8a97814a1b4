import { DatabaseSync } from 'node:sqlite'
import { DEMO_AGENCIES, makeDemoBoard } from '../src/demo/demo-board.ts'
import type { Observation, ObservationEvent } from '../src/domain/observation/types.ts'
import { refOf } from '../src/domain/records.ts'
import { personId } from '../src/domain/words/ids.ts'
import type { Change } from '../src/ports/records.ts'
import type { Stores } from '../src/ports/stores.ts'
import { openStores, storePath } from '../src/start/open-stores.ts'

type Where = Parameters<typeof openStores>[0]

/** The end of the two years over which observations are spread. */
const LAST_MS = Date.now()
const TWO_YEARS_MS = 2 * 365 * 24 * 60 * 60_000
const AT_ONCE = 64
const KINDS = ['nearMiss', 'goodPractice', 'practiceConcern', 'disquiet', 'typicalCase'] as const
const REPORTERS = ['healthVisitor1', 'healthVisitor2', 'socialWorker1', 'teacher'] as const

const pick = <One>(list: readonly [One, ...One[]], index: number): One =>
  list[index % list.length] ?? list[0]

/** An observation as it stands after some time: one in twenty still waits for its decision. */
function observation(index: number, of: number): Observation {
  const raisedMs = LAST_MS - TWO_YEARS_MS + Math.floor((TWO_YEARS_MS * index) / of)
  const at = (ms: number) => new Date(raisedMs + ms).toISOString()
  const agency = pick(DEMO_AGENCIES as unknown as [(typeof DEMO_AGENCIES)[number]], index).id
  const kind = pick(KINDS as unknown as [(typeof KINDS)[number]], index * 7)
  const raised = {
    // Spread over many more people than the board knows: most reports are somebody else's.
    reporter: personId(
      index % 50 === 0 ? pick([...REPORTERS], index / 50) : `reporter${index % 997}`,
    ),
    reporterAgency: agency,
    mode: 'open',
    raisedAt: at(0),
    kind,
    kindByReporter: kind,
    answers: [
      { question: 'dangerNow', value: { type: 'choice', code: 'no' } },
      {
        question: 'story',
        value: { type: 'text', text: `Something was noticed. ${'It went on. '.repeat(8)}` },
      },
      { question: 'worry', value: { type: 'choice', code: 'fairlyWorried' } },
    ],
    additions: [],
    sameDay: index % 100 === 0,
    route: { agency, person: null },
    acknowledged: null,
    waitingSince: at(0),
    feedback: [],
  } as const
  if (index % 20 === 0) return { ...raised, stage: 'awaitingTriage', decisions: [] }
  const decision = {
    outcome: 'multiAgencyReview',
    reason: 'It is worth talking about in the team.',
    words: 'The team will talk about it.',
    nextReviewOn: null,
    by: personId('seniorNurse'),
    at: at(86_400_000),
    tookWorkingDays: 1 + (index % 9),
  } as const
  const decided = { ...raised, decision, decisions: [decision] }
  return index % 10 === 1
    ? { ...decided, stage: 'underWay' }
    : {
        ...decided,
        stage: 'closed',
        closed: { by: personId('seniorNurse'), at: at(3 * 86_400_000) },
      }
}

function change(index: number, of: number): Change<Observation, ObservationEvent> {
  const state = observation(index, of)
  const submission = `bench-${index}`
  const { answers, kind, mode, reporterAgency, sameDay, reporter: by } = state
  return {
    id: refOf('observation', 2020, index + 1),
    from: 0,
    state,
    causes: [{ submission, by }],
    events: [
      {
        seq: 1,
        at: state.raisedAt,
        by,
        cause: submission,
        event: { type: 'ObservationRaised', kind, answers, mode, agency: reporterAgency, sameDay },
      },
    ],
  }
}

/** Fills new stores with the demo board and observations. @returns saves a second */
export async function fill(where: Where, many: number): Promise<number> {
  const clock = { now: () => new Date().toISOString() }
  const stores = await openStores(where, clock)
  try {
    await makeDemoBoard({ ...stores, clock })
    const from = performance.now()
    await saveAll(stores, many)
    const seconds = (performance.now() - from) / 1000
    await nothingToTell(where)
    return many / seconds
  } finally {
    await stores.close()
  }
}

async function saveAll({ records }: Stores, many: number) {
  let next = 0
  const saver = async () => {
    for (let index = next++; index < many; index = next++)
      await records.observation.save(change(index, many))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, saver))
}

/** What is measured is looking, not the telling of people about what was made up for it. */
async function nothingToTell(where: Where) {
  if (where.mongodbUri === null) {
    const database = new DatabaseSync(storePath(where))
    database.exec('UPDATE observations SET delivered = version')
    database.close()
    return
  }
  const { default: mongoose } = await import('mongoose')
  const connection = await mongoose.createConnection(where.mongodbUri).asPromise()
  await connection
    .collection('observations')
    .updateMany({}, { $set: { delivered: 1, untold: false, listed: 1, unlisted: false } })
  await connection.close()
}
