import type { FieldOf } from '../machinery/fields/kinds.ts'
import type { Move } from '../machinery/record-kind.ts'
import type { RecordContext } from '../registered.ts'
import type { Review, ReviewStage } from './types.ts'

/**
 * What somebody is to a review. `proposer`: may propose one. `agencyLead`: leads the agency of a
 * review that its lead may commission.
 */
export type ReviewParty = 'proposer' | 'chair' | 'businessManager' | 'agencyLead' | 'system'
export type ReviewNeed =
  | 'lookAgain'
  | 'somebodyElse'
  | 'departure'
  | 'testsAnswered'
  | 'fitsCriteria'
  | 'assessed'
  | 'mayBeDeclined'
  | 'noStatutoryQuestion'
export type ReviewMove = Move<ReviewStage, ReviewParty, ReviewNeed, Review, RecordContext>
export type ReviewField<Kind extends FieldOf['is'] = FieldOf['is']> = FieldOf<
  Kind,
  Review,
  RecordContext
>
