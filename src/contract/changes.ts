import { z } from 'zod'
import { OBSERVATION_MOVES } from '../domain/observation/workflow.ts'
import { Text } from './common.ts'
import { changeOf, changesOf } from './fields.ts'
import { Answers, ObservationDetail, PassedOn } from './observations.ts'
import type { Operation } from './operations.ts'
import { OPERATIONS } from './operations.ts'
import { BOARD_CHANGES, BoardDetail } from './people.ts'

/** What each change of an observation takes, by the action's name in the workflow. */
export const OBSERVATION_CHANGES = {
  add: changeOf('add', { text: Text.nullable(), answers: Answers }),
  ...changesOf(OBSERVATION_MOVES),
} as const
export type ObservationChange = keyof typeof OBSERVATION_CHANGES

/** What a change says besides the version it was made from and its submission. */
export type ContentOf<Action extends ObservationChange> = Omit<
  z.output<(typeof OBSERVATION_CHANGES)[Action]>,
  'version' | 'submission'
>

/** A change that takes the observation out of the actor's sight answers only where it went. */
const ChangedObservation = z.union([ObservationDetail, PassedOn])

const operations = (
  changes: Readonly<Record<string, z.ZodObject>>,
  { of, path, on, response }: { of: string; path: string; on: string; response: z.ZodType },
): Readonly<Record<string, Operation>> =>
  Object.fromEntries(
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

/** Every operation by its name, changes included; the OpenAPI document lists exactly these. */
export const ALL_OPERATIONS: Readonly<Record<string, Operation>> = {
  ...OPERATIONS,
  ...operations(OBSERVATION_CHANGES, {
    of: 'Observation',
    path: '/api/observations/{ref}',
    on: 'an observation',
    response: ChangedObservation,
  }),
  ...operations(BOARD_CHANGES, {
    of: 'OnBoard',
    path: '/api/board',
    on: 'the board settings',
    response: BoardDetail,
  }),
}
