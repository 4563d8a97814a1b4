import type { Move } from '../machinery/record-kind.ts'
import type { RecordContext } from '../registered.ts'
import type { Action, ActionStage } from './types.ts'

/**
 * What somebody is to an action. `planner`: may assign one. `owner`: does it, or stands in for them.
 * `maker`: assigned it. `helper`: was named as able to help. `agencyLeads`: the seniors and leads of its
 * agency but its owner. `dater`: may move its date now. `checker`: may check it.
 */
export type ActionParty =
  | 'planner'
  | 'owner'
  | 'maker'
  | 'helper'
  | 'agencyLeads'
  | 'businessManager'
  | 'dater'
  | 'checker'
  | 'system'
export type ActionNeed = 'canBeAsked' | 'somebodyElse' | 'anotherDay' | 'moreThanTraining'
export type ActionMove = Move<ActionStage, ActionParty, ActionNeed, Action, RecordContext>

export const byOwner = { by: ['owner'], needs: [], gates: [] } as const
