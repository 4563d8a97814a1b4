import type { BandCode, ReviewTypeCode } from '../taxonomies/review-lists.ts'
import { proportionalityBands, proportionalityInputs } from '../taxonomies/review-lists.ts'
import type { Answers } from './statutory-test.ts'

// How much review fits what is looked at (S31). Harm is deliberately not asked: the statutory tests
// ask for it, and where they are met the score changes nothing about that.

/** What an answer added to the score. */
export interface Added {
  readonly question: string
  readonly answer: string
  readonly points: number
}

export const addedBy = (answers: Answers): readonly Added[] =>
  proportionalityInputs.items.map(({ code, label, answers: offered }) => {
    const points = offered.findIndex((one) => one.code === answers[code])
    return { question: label, answer: offered[points]?.label ?? '', points: Math.max(points, 0) }
  })

export const bandOf = (code: BandCode) =>
  proportionalityBands.items.find((band) => band.code === code)

export interface Suggestion {
  /** From 0 to 12. */
  readonly score: number
  readonly band: BandCode
  /** Types that fit the band. None where a learning activity is enough. */
  readonly types: readonly ReviewTypeCode[]
}

export function suggestionFor(answers: Answers): Suggestion {
  const score = addedBy(answers).reduce((sum, { points }) => sum + points, 0)
  const band = proportionalityBands.items.find(({ from, to }) => from <= score && score <= to)
  if (!band) throw new TypeError('a score outside every band')
  // The list and the codes are tested to be the same.
  return { score, band: band.code as BandCode, types: band.types }
}

/** The score and what it suggests, as people read it. */
export function saySuggestion({ score, band }: Pick<Suggestion, 'score' | 'band'>): string {
  const { label = '', suggests = '' } = bandOf(band) ?? {}
  return `${score} of 12 points, “${label}”: ${suggests.charAt(0).toLowerCase()}${suggests.slice(1)}`
}
