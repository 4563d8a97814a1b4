import type { z } from 'zod'
import { ACTIVITY_MOVES } from '../domain/activity/workflow.ts'
import { BOARD_MOVES } from '../domain/board/workflow.ts'
import { PROPOSAL_MOVES } from '../domain/machinery/proposals.ts'
import { OBSERVATION_MOVES } from '../domain/observation/workflow.ts'
import { RecordDetail } from './any-record.ts'
import { Text } from './common.ts'
import { changeOf, changesOf } from './fields.ts'
import { Answers } from './observations.ts'
import type { Operation } from './operations.ts'
import { OPERATIONS } from './operations.ts'
import type { RecordName } from './records.ts'
import { RECORD_ROUTES } from './records.ts'

/** What each change of an observation takes, by the action's name in the workflow. */
export const OBSERVATION_CHANGES = {
  add: changeOf('add', { text: Text.nullable(), answers: Answers }),
  ...changesOf(OBSERVATION_MOVES),
  ...changesOf(PROPOSAL_MOVES),
} as const
export type ObservationChange = keyof typeof OBSERVATION_CHANGES

/** What each change of the board settings takes, by the action's name in the workflow. */
export const BOARD_CHANGES = changesOf(BOARD_MOVES)
export type BoardChange = keyof typeof BOARD_CHANGES
const { record, plan, ...activityChanges } = changesOf(ACTIVITY_MOVES, 'Activity')

/** What each change of each record takes. */
export const CHANGES = {
  observation: OBSERVATION_CHANGES,
  activity: activityChanges,
  board: BOARD_CHANGES,
} as const satisfies Record<RecordName, Readonly<Record<string, z.ZodObject>>>

/** The actions of a record. */
export type ActionOf<Name extends RecordName> = keyof (typeof CHANGES)[Name]

/** What a change says besides the version it was made from and its submission. */
export type ContentOf<Name extends RecordName, Action extends ActionOf<Name>> = Omit<
  z.output<Extract<(typeof CHANGES)[Name][Action], z.ZodObject>>,
  'version' | 'submission'
>

const operations = (name: RecordName): Readonly<Record<string, Operation>> => {
  const { of, path, on, response } = RECORD_ROUTES[name]
  const changes: Readonly<Record<string, z.ZodObject>> = CHANGES[name]
  return Object.fromEntries(
    Object.entries(changes).map(([action, body]) => [
      `${action}${of}`,
      {
        method: 'POST',
        path: `${path}/${action}`,
        summary: `Take the action “${action}” on ${on}`,
        body,
        status: 200,
        response,
      } satisfies Operation,
    ]),
  )
}

/** What makes a record, by the action's name. There is no version yet. */
export const MAKES = {
  activity: { record: record.omit({ version: true }), plan: plan.omit({ version: true }) },
} as const

const making = (name: keyof typeof MAKES): Readonly<Record<string, Operation>> => {
  const { of, path, on } = RECORD_ROUTES[name]
  return Object.fromEntries(
    Object.entries(MAKES[name]).map(([action, body]) => [
      `${action}${of}`,
      {
        method: 'POST',
        path: path.replace('{ref}', action),
        summary: `Make ${on} by the action “${action}”`,
        body: body.meta({ id: `${of}${action}Request` }),
        status: 201,
        response: RecordDetail,
      } satisfies Operation,
    ]),
  )
}

/** Every operation by its name, changes included. The OpenAPI document lists exactly these. */
export const ALL_OPERATIONS: Readonly<Record<string, Operation>> = {
  ...OPERATIONS,
  ...making('activity'),
  // The keys of the table.
  ...Object.assign({}, ...(Object.keys(RECORD_ROUTES) as RecordName[]).map(operations)),
}
