import type { FieldOf } from '../machinery/fields/kinds.ts'
import type { Move } from '../machinery/record-kind.ts'
import type { RecordContext } from '../registered.ts'
import type { ActivityTypeCode } from '../taxonomies/lists.ts'
import type { Activity, ActivityStage } from './types.ts'

/**
 * What somebody is to a learning activity. `planner`: may plan one. `lead`: the seniors and leads
 * of its agency, and who made it. `owner`: has to do something about a finding.
 */
export type ActivityParty = 'staff' | 'planner' | 'holder' | 'lead' | 'owner' | 'system'
export type ActivityNeed = 'findings' | 'correction' | 'canBeAsked'
export type ActivityMove = Move<ActivityStage, ActivityParty, ActivityNeed, Activity, RecordContext>
export type ActivityField<Kind extends FieldOf['is']> = FieldOf<Kind, Activity, RecordContext>

export const isAudit = ({ type }: { readonly type: ActivityTypeCode }): boolean =>
  type === 'singleAgencyAudit' || type === 'multiAgencyAudit'

export const byHolder = { by: ['holder', 'lead'], needs: [], gates: [] } as const

/**
 * What still has to be done about the findings of an audit, by its number in them, where an earlier version
 * recorded them. What is assigned since then says itself how it goes.
 */
export const openActions = ({ audit }: Pick<Activity, 'audit'>) =>
  (audit?.findings ?? []).flatMap(({ action, owner, dueOn, done, assigned }, index) =>
    action === null || owner === null || dueOn === null || done !== null || assigned
      ? []
      : [{ number: index + 1, action, owner, dueOn }],
  )
