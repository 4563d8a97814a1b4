import type { FieldKind, FieldOf } from '../machinery/fields/kinds.ts'
import type { Move } from '../machinery/record-kind.ts'
import type { ObservationContext } from './needs.ts'
import type { Observation, ObservationStage } from './types.ts'

/**
 * What somebody is to an observation. `triager`: the seniors and leads of the agency it was routed
 * to, never its own reporter; if nobody is left, the business manager, then the chair. `chair`: the
 * chair and deputy, except for what they raised themselves. `overseer`: the business manager where
 * something about it is late. `askedChair`: the chair where a statutory question was put to them.
 * The last two see only its outline.
 */
export type ObservationParty =
  | 'staff'
  | 'reporter'
  | 'triager'
  | 'chair'
  | 'overseer'
  | 'askedChair'
  | 'system'

/** What an action needs beyond its fields: rules that look at several things at once. */
export type ObservationNeed =
  | 'kind'
  | 'answers'
  | 'readers'
  | 'addition'
  | 'additionsRead'
  | 'feedbackGiven'
  | 'somebodyElse'
  | 'isTakenThere'
  | 'mayDecideAlone'
  | 'maySayAlone'

/** A row of the workflow. */
export type ObservationMove = Move<
  ObservationStage,
  ObservationParty,
  ObservationNeed,
  Observation,
  ObservationContext
>

export type ObservationField = FieldOf<FieldKind, Observation, ObservationContext>

/** Why somebody does something; used by many actions. */
export const REASON = {
  is: 'text',
  label: 'Reason',
  called: 'The reason',
  ask: 'Give a reason: one sentence is enough.',
} as const satisfies FieldOf<'text', Observation, ObservationContext>
