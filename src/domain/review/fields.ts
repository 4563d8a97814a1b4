import { choicesOf, NO_NAMES } from '../activity/fields.ts'
import type { RecordContext } from '../registered.ts'
import type { InputItem, ReviewTypeCode } from '../taxonomies/review-lists.ts'
import {
  BAND_CODES,
  criteriaInputs,
  proportionalityBands,
  proportionalityInputs,
  REVIEW_TYPE_CODES,
  typesUnder,
} from '../taxonomies/review-lists.ts'
import type { List } from '../taxonomies/types.ts'
import type { ReviewField } from './moves.ts'
import type { Review } from './types.ts'

export const METHOD = {
  is: 'choice',
  label: 'Which review?',
  ask: 'Choose which review it is.',
  codes: REVIEW_TYPE_CODES,
  choices: (_review: Review | undefined, { board }: RecordContext) =>
    choicesOf({ items: typesUnder(board.profile) }),
} as const satisfies ReviewField<'choice'>

export const REASON = {
  is: 'text',
  label: 'Reason',
  called: 'The reason',
  help: `Who proposed it reads this. ${NO_NAMES}`,
  ask: 'Give a reason: one sentence is enough.',
  atMost: 1000,
} as const satisfies ReviewField<'text'>

export const ABOUT = {
  is: 'text',
  label: 'What should be looked at, and why?',
  called: 'What should be looked at',
  help: `One paragraph. ${NO_NAMES}`,
  ask: 'Write in one paragraph what should be looked at, and why.',
  atMost: 1500,
} as const satisfies ReviewField<'text'>

const YES_NO = ['yes', 'no'] as const
const OR_NOT_KNOWN = ['yes', 'no', 'notKnown'] as const

/** A question of a list, with its words from there. */
const asks = <const Codes extends readonly string[]>(
  code: string,
  codes: Codes,
  { items }: Pick<List<InputItem>, 'items'>,
) => {
  const input = items.find((item) => item.code === code)
  if (!input) throw new TypeError('a question that is on no list')
  const { label, help = '', answers } = input
  return {
    is: 'choice' as const,
    label,
    help,
    ask: `Answer the question “${label}”`,
    codes,
    choices: () => choicesOf({ items: answers }),
  }
}

/** Does it meet the criteria for a statutory review? */
export const CRITERIA = {
  abuseOrNeglect: asks(
    'abuseOrNeglect',
    ['known', 'suspected', 'no', 'notKnown'] as const,
    criteriaInputs,
  ),
  died: asks('died', YES_NO, criteriaInputs),
  seriouslyHarmed: asks('seriouslyHarmed', OR_NOT_KNOWN, criteriaInputs),
  concernJointWork: asks('concernJointWork', OR_NOT_KNOWN, criteriaInputs),
  custodyOrDetained: asks('custodyOrDetained', YES_NO, criteriaInputs),
} as const

/** Is the incident notifiable, besides what meets the criteria? */
export const NOTIFIABLE = {
  lookedAfterDied: asks('lookedAfterDied', YES_NO, criteriaInputs),
  regulatedSettingDied: asks('regulatedSettingDied', YES_NO, criteriaInputs),
} as const

/** How much review fits? */
export const PROPORTIONALITY = {
  agencies: asks('agencies', ['one', 'twoOrThree', 'fourOrMore'] as const, proportionalityInputs),
  novelty: asks('novelty', ['known', 'partlyKnown', 'new'] as const, proportionalityInputs),
  recurrence: asks('recurrence', ['none', 'once', 'many'] as const, proportionalityInputs),
  exposure: asks('exposure', ['oneChild', 'team', 'area'] as const, proportionalityInputs),
  complexity: asks(
    'complexity',
    ['singleEpisode', 'severalEpisodes', 'longTerm'] as const,
    proportionalityInputs,
  ),
  uncertainty: asks(
    'uncertainty',
    ['clear', 'partlyClear', 'unclear'] as const,
    proportionalityInputs,
  ),
} as const

export const BAND = {
  is: 'choice',
  label: 'In another size than the score suggests?',
  help: 'Leave it empty to follow the score.',
  ask: 'Choose a size, or leave it empty.',
  codes: BAND_CODES,
  choices: () =>
    proportionalityBands.items.map(({ code, label, panel, duration }) => ({
      value: code,
      label: `${label} (panel: ${panel.toLowerCase()}; ${duration})`,
      help: '',
    })),
  optional: true,
} as const satisfies ReviewField<'choice'>

export const startsAsItIs = ({ method }: { readonly method: ReviewTypeCode }): string => method
