import { z } from 'zod'
import { ChangedRecord } from './any-record.ts'
import { ObservationDetail, PassedOn } from './observations.ts'
import { BoardDetail } from './people.ts'

/** A change that takes the observation out of the actor's sight returns only where it went. */
const ChangedObservation = z.union([ObservationDetail, PassedOn])
export type ChangedObservation = z.infer<typeof ChangedObservation>

/** Where the actions of each record are sent, and what answers them. */
export const RECORD_ROUTES = {
  observation: {
    of: 'Observation',
    path: '/api/observations/{ref}',
    on: 'an observation',
    response: ChangedObservation,
  },
  activity: {
    of: 'Activity',
    path: '/api/activities/{ref}',
    on: 'a learning activity',
    response: ChangedRecord,
  },
  board: {
    of: 'OnBoard',
    path: '/api/board',
    on: 'the board settings',
    response: BoardDetail,
  },
} as const
export type RecordName = keyof typeof RECORD_ROUTES
