import criteriaInputsJson from './criteria-inputs.json' with { type: 'json' }
import { statutoryProfiles } from './lists.ts'
import proportionalityBandsJson from './proportionality-bands.json' with { type: 'json' }
import proportionalityInputsJson from './proportionality-inputs.json' with { type: 'json' }
import reviewOriginsJson from './review-origins.json' with { type: 'json' }
import reviewStatesJson from './review-states.json' with { type: 'json' }
import reviewTypesJson from './review-types.json' with { type: 'json' }
import type { Item, List, StatutoryProfile, StatutoryProfileCode } from './types.ts'

export const REVIEW_TYPE_CODES = [
  'appreciativeReview',
  'systemsReview',
  'singleAgencyReview',
  'thematicReview',
  'multiAgencyLearningReview',
  'rapidReview',
  'seriousCaseReview',
  'practiceReview',
] as const
export type ReviewTypeCode = (typeof REVIEW_TYPE_CODES)[number]

export const REVIEW_ORIGIN_CODES = ['observations', 'activity', 'notification'] as const
export type ReviewOriginCode = (typeof REVIEW_ORIGIN_CODES)[number]

export const BAND_CODES = ['local', 'focused', 'joint', 'full'] as const
export type BandCode = (typeof BAND_CODES)[number]

export interface ReviewType extends Item {
  /** Absent: of either profile. */
  readonly profile?: StatutoryProfileCode
  /** Both tests are answered before it is commissioned. */
  readonly asksTests?: true
  /** The lead of its agency may commission it, too. */
  readonly leadCommissions?: true
}

/** A question with the answers it takes, in order. */
export interface InputItem extends Item {
  readonly answers: readonly Item[]
}

/** A question of one of the two statutory tests. */
export interface CriteriaInput extends InputItem {
  readonly test: 'criteria' | 'notifiable'
  /** What it is called beside its answer. */
  readonly short: string
}

/** How big a review is, by its score. */
export interface Band extends Item {
  readonly from: number
  readonly to: number
  readonly suggests: string
  readonly types: readonly ReviewTypeCode[]
  readonly panel: string
  readonly duration: string
}

// The compiler reads every code in a JSON file as `string`, so the narrower types are asserted
// here. The tests of the lists check each closed set against the data.
export const reviewTypes = reviewTypesJson as List<ReviewType>
export const reviewStates: List<Item> = reviewStatesJson
export const reviewOrigins: List<Item> = reviewOriginsJson
export const criteriaInputs = criteriaInputsJson as List<CriteriaInput>
export const proportionalityInputs: List<InputItem> = proportionalityInputsJson
export const proportionalityBands = proportionalityBandsJson as List<Band>

export const reviewTypeOf = (code: ReviewTypeCode): ReviewType | undefined =>
  reviewTypes.items.find((type) => type.code === code)

export function profileOf(code: StatutoryProfileCode): StatutoryProfile {
  const profile = statutoryProfiles.find((one) => one.code === code)
  if (!profile) throw new TypeError('a statutory profile that is on no list')
  return profile
}

/** Types of a review that the law asks for. */
export const isStatutory = (type: ReviewTypeCode): boolean =>
  statutoryProfiles.some(({ statutoryTypes }) => statutoryTypes.includes(type))

/** Types that exist under a profile. */
export const typesUnder = (code: StatutoryProfileCode): readonly ReviewType[] =>
  reviewTypes.items.filter(({ profile }) => profile === undefined || profile === code)
