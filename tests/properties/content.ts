import fc from 'fast-check'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import type { Answer, Observation, ObservationCommand } from '../../src/domain/observation/types.ts'
import type { FeedbackModeCode, KindCode, OutcomeCode } from '../../src/domain/taxonomies/lists.ts'
import {
  FEEDBACK_MODE_CODES,
  KIND_CODES,
  OUTCOME_CODES,
} from '../../src/domain/taxonomies/lists.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import { dateOf, plusDays } from '../../src/domain/words/time.ts'
import { choice, ENOUGH, text } from '../domain/an-observation.ts'
import { nthOf } from './model.ts'

/** What somebody fills in, whichever form it is for: each command takes the parts that it has. */
export interface Content {
  readonly words: string
  readonly kind: KindCode
  readonly danger: 'no' | 'yes' | 'notSure' | null
  readonly worry: string | null
  readonly outcome: OutcomeCode
  readonly mode: FeedbackModeCode
  readonly agency: number
  readonly person: number | null
  /** In days from today; before today it is refused. */
  readonly review: number | null
  readonly slip: 'none' | 'leavesOut' | 'answersTwice' | 'answersAnotherKind'
}

const ENOUGH_WORDS = 'Two teams will read the address aloud.'

/** Nothing is wrong with it. */
export const WELL_FILLED_IN = {
  words: ENOUGH_WORDS,
  worry: null,
  review: null,
  slip: 'none',
} as const satisfies Partial<Content>

export const anyWords: fc.Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  { weight: 20, arbitrary: fc.constant(ENOUGH_WORDS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '$set.name {"$gt": ""} \\u0000 it’s "so" \\n \'; DROP TABLE observations; --',
      'Zażółć — привет — 你好 — שלום — 👩🏽‍⚕️\r\n\r\n\r\n\r\nand half a letter: \ud83d',
      '__proto__ and constructor, **bold**, <b>&amp;</b>',
      `${'ă'.repeat(3999)}!`,
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('', ' \u200b ', 'Too short', 'Fill in {date}, please.') },
  { weight: 1, arbitrary: fc.constant('ă'.repeat(4001)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 20, maxLength: 60 }) },
)

const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 1 })

export const anyContent: fc.Arbitrary<Content> = fc.record({
  words: anyWords,
  kind: fc.constantFrom(...KIND_CODES),
  danger: fc.constantFrom('no', 'no', null, 'yes', 'notSure'),
  worry: perhaps(
    fc.constantFrom('veryWorried', 'veryWorried', 'veryWorried', 'fairlyWorried', 'furious'),
  ),
  outcome: fc.constantFrom(...OUTCOME_CODES),
  mode: fc.constantFrom(...FEEDBACK_MODE_CODES),
  agency: fc.nat(7),
  person: perhaps(fc.nat(7)),
  review: fc.option(fc.integer({ min: -1, max: 40 }), { nil: null, freq: 2 }),
  slip: fc.oneof(
    { withCrossShrink: true },
    { weight: 12, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constantFrom('leavesOut', 'answersTwice', 'answersAnotherKind') },
  ),
})

/** The answers of a report, with a slip of whoever fills it in. */
export function answersOf({ kind, words, danger, worry, slip }: Content): readonly Answer[] {
  const [first, ...others] = ENOUGH[kind].map((answer) => {
    if (answer.question === 'dangerNow' && danger) return choice('dangerNow', danger)
    if (answer.question === 'worry' && worry) return choice('worry', worry)
    return answer.value.type === 'text' ? text(answer.question, words) : answer
  })
  const all = first ? [first, ...others] : []
  const asked = all.some(({ question }) => question === 'worry')
  const full = worry && !asked && kind === 'nearMiss' ? [...all, choice('worry', worry)] : all
  switch (slip) {
    case 'none':
      return full
    case 'leavesOut':
      return others
    case 'answersTwice':
      return [...full, ...full.slice(0, 1)]
    case 'answersAnotherKind':
      return [...full, text('nobodyAsks', words)]
  }
}

/** What a reporter adds: words, answers, or both. */
const additionOf = ({ words, danger, worry, slip }: Content) => ({
  type: 'add' as const,
  text: danger === 'yes' && worry === null ? null : words,
  answers: [
    ...(danger === null ? [] : [choice('dangerNow', danger)]),
    ...(worry === null ? [] : [choice('worry', worry)]),
    ...(slip === 'answersTwice' ? [choice('dangerNow', 'no'), choice('dangerNow', 'no')] : []),
  ],
})

// The product alone notes what came of a learning activity.
export type ChangeCommand = Exclude<
  ObservationCommand,
  { type: 'raise' | 'noteLearning' | 'noteNotHeld' }
>
export type ChangeAction = ChangeCommand['type']

export const CHANGE_ACTIONS: readonly ChangeAction[] = [
  'add',
  'acknowledge',
  'decide',
  'giveFeedback',
  'close',
  'lookAgain',
  'reopen',
  'reassign',
  'correctKind',
  'sayHarm',
  'ask',
  'reply',
  'recuse',
]

/** The command that somebody makes of what they filled in, on an observation as it stands. */
export function commandOf(
  action: ChangeAction,
  content: Content,
  { board, now }: { readonly board: BoardSettings; readonly now: Instant },
  observation: Observation | undefined,
): ChangeCommand {
  const { words, kind, danger, outcome, mode, agency, person, review, slip } = content
  switch (action) {
    case 'add':
      return additionOf(content)
    case 'acknowledge':
      return { type: 'acknowledge' }
    case 'decide':
      return {
        type: 'decide',
        // As from a form of another version: the lists are closed in the types only.
        outcome: slip === 'leavesOut' ? ('retired' as OutcomeCode) : outcome,
        reason: words,
        words,
        nextReviewOn: review === null ? null : plusDays(dateOf(now), review),
      }
    case 'sayHarm':
      return { type: 'sayHarm', harm: danger === 'yes' ? 'died' : 'no' }
    case 'recuse':
      return { type: 'recuse' }
    case 'reply':
      return { type: 'reply', answer: words }
    case 'ask':
      return { type: 'ask', question: words }
    case 'giveFeedback':
      return { type: 'giveFeedback', mode, text: words }
    case 'close':
      return {
        type: 'close',
        readUpTo: slip === 'leavesOut' ? null : (observation?.additions.length ?? 0),
      }
    case 'lookAgain':
      return { type: 'lookAgain' }
    case 'reopen':
      return { type: 'reopen', reason: words }
    case 'reassign': {
      const to = nthOf(board.agencies, agency)?.id ?? observation?.route.agency
      if (!to) throw new Error('a board without an agency')
      const named = person === null ? undefined : nthOf(board.appointments, person)?.holder
      return { type: 'reassign', to: { agency: to, person: named ?? null }, reason: words }
    }
    case 'correctKind':
      return { type: 'correctKind', kind, reason: words }
  }
}
