import type { Connection } from 'mongoose'
import { dutyFieldsOf } from '../../src/adapters/mongo/duty-collection.ts'
import { keptOf } from '../../src/domain/machinery/duties.ts'
import { columnsOf } from '../../src/domain/observation/columns.ts'
import { observationDuties } from '../../src/domain/observation/duties.ts'
import { agencyId, personId } from '../../src/domain/words/ids.ts'
import { anObservation } from '../builders.ts'

const MANY = 4_000
const AGENCIES = ['health', 'schools', 'board-office', 'police', 'housing']
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']

const pick = <One>(list: readonly One[], index: number): One => list[index % list.length] as One

/** Enough of everything that a server looks for an index, few of what is looked for. */
export async function fillCollections(connection: Connection): Promise<void> {
  const fill = (collection: string, documentOf: (index: number) => object) =>
    connection
      .collection(collection)
      .insertMany(Array.from({ length: MANY }, (_, index) => documentOf(index)))
  await fill('observations', observation)
  await fill('deliveries', delivery)
  await fill('talks', (index) => ({
    _id: `person-${index}`,
    version: 1,
    state: 'null',
    expiresAt: index % 5 === 0 ? '2026-04-01T00:00:00.000Z' : null,
    answers: [{ key: `key-${index}`, answer: '{}', keepUntil: '2026-04-01T00:00:00.000Z' }],
  }))
  await fill('conversations', (index) => ({ _id: `person-${index}`, seenAt: instant(index) }))
  await fill('trailLines', (index) => ({
    _id: `line-${index}`,
    log: index % 3 === 0 ? 'readings' : 'changes',
    kind: 'observation',
    id: `OBS-2026-${index % 900}`,
    seq: index,
    at: instant(index),
    by: `person-${index % 200}`,
    type: 'ObservationAddedTo',
  }))
  await fill('earlierEvents', (index) => ({
    _id: `chunk-${index}`,
    kind: 'observation',
    record: `O-${index % 500}`,
    from: 1 + 100 * Math.floor(index / 500),
    log: [],
  }))
}

const instant = (index: number) =>
  `2026-${pick(MONTHS, index)}-${String(1 + (index % 28)).padStart(2, '0')}T09:00:00.${String(index % 1000).padStart(3, '0')}Z`

const observation = (index: number) => {
  const raisedAt = instant(index)
  const isDecided = index % 20 !== 0
  return {
    ...columnsOf(
      anObservation({
        raisedAt,
        reporter: personId(`reporter-${index % 300}`),
        route: { agency: agencyId(pick(AGENCIES, index)), person: null },
      }),
    ),
    _id: `OBS-2026-${String(index).padStart(4, '0')}`,
    stage: isDecided ? 'closed' : 'awaitingTriage',
    decidedMonth: isDecided ? raisedAt.slice(0, 7) : null,
    decidedInWorkingDays: isDecided ? index % 9 : null,
    firstWordInWorkingDays: isDecided ? index % 3 : null,
    decidedInTime: isDecided ? 'onTime' : null,
    version: 1,
    delivered: 1,
    untold: index % 400 === 0,
    unlisted: index % 400 === 1,
    // Most of what was kept is closed: nothing waits about it.
    ...dutyFieldsOf(
      isDecided
        ? []
        : keptOf(
            observationDuties(
              anObservation({
                waitingSince: raisedAt,
                route: { agency: agencyId(`agency-${index % 40}`), person: null },
              }),
            ),
          ),
      '',
    ),
    changed: index,
    submission: `s-${index}`,
  }
}

const delivery = (index: number) => ({
  _id: `delivery-${index}`,
  key: `key-${index}`,
  recordKind: 'observation',
  recordId: `OBS-2026-${String(index % 900).padStart(4, '0')}`,
  notice: 'triage',
  recipient: `person-${index % 200}`,
  state: index % 50 === 0 ? 'waiting' : index % 300 === 1 ? 'ended' : 'sent',
  failure: null,
  plannedAt: instant(index),
  dueAt: instant(index),
  readyAt: instant(index),
  position: index,
})
