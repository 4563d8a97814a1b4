import type { z } from 'zod'
import { ACTION_MOVES } from '../domain/action/workflow.ts'
import { ACTIVITY_MOVES } from '../domain/activity/workflow.ts'
import { BOARD_MOVES } from '../domain/board/workflow.ts'
import { PROPOSAL_MOVES } from '../domain/machinery/proposals.ts'
import { OBSERVATION_MOVES } from '../domain/observation/workflow.ts'
import { REVIEW_MOVES } from '../domain/review/workflow.ts'
import { Text } from './common.ts'
import { changeOf, changesOf } from './fields.ts'
import { Answers } from './observations.ts'
import type { RecordName } from './records.ts'

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

/** What each change of each record takes. */
export const CHANGES = {
  observation: OBSERVATION_CHANGES,
  activity: changesOf(ACTIVITY_MOVES, 'Activity'),
  action: changesOf(ACTION_MOVES, 'Action'),
  review: {
    ...changesOf(REVIEW_MOVES, 'Review'),
    ...changesOf(PROPOSAL_MOVES, 'Review'),
  },
  board: BOARD_CHANGES,
} as const satisfies Record<RecordName, Readonly<Record<string, z.ZodObject>>>

/** The actions of a record. */
export type ActionOf<Name extends RecordName> = keyof (typeof CHANGES)[Name]

/** What a change says besides the version it was made from and its submission. */
export type ContentOf<Name extends RecordName, Action extends ActionOf<Name>> = Omit<
  z.output<Extract<(typeof CHANGES)[Name][Action], z.ZodObject>>,
  'version' | 'submission'
>
