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
    /** Of kinds that are shown as they are described: what several are called. */
    many: 'Activities',
    path: '/api/activities/{ref}',
    on: 'a learning activity',
    response: ChangedRecord,
  },
  action: {
    of: 'Action',
    many: 'Actions',
    path: '/api/actions/{ref}',
    on: 'an action',
    response: ChangedRecord,
  },
  review: {
    of: 'Review',
    many: 'Reviews',
    path: '/api/reviews/{ref}',
    on: 'a review',
    response: ChangedRecord,
  },
  board: {
    of: 'OnBoard',
    path: '/api/board',
    on: 'the board settings',
    response: BoardDetail,
  },
} as const
type Routes = typeof RECORD_ROUTES
export type RecordName = keyof Routes

/** Kinds that are shown as they are described. */
export type DescribedName = {
  [Name in RecordName]: Routes[Name] extends { readonly many: string } ? Name : never
}[RecordName]

export const isDescribed = (name: RecordName): name is DescribedName =>
  'many' in RECORD_ROUTES[name]

// By the type of the table.
export const DESCRIBED = (Object.keys(RECORD_ROUTES) as RecordName[]).filter(isDescribed)
