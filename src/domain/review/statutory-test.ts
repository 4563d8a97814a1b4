import { criteriaInputs, profileOf } from '../taxonomies/review-lists.ts'
import type { Rule, StatutoryProfileCode } from '../taxonomies/types.ts'
import type { PlainDate } from '../words/time.ts'

// Two tests kept apart: must an incident be notified, and does it meet the criteria for a statutory
// review. Each is worked out from what a named person answered. What is not known never counts as no.

/** What was answered, by the code of the question. A question without an answer is not known. */
export type Answers = Readonly<Record<string, string>>

export const NOT_KNOWN = 'notKnown'

/** What a test comes to, and the questions whose answers decide it. */
interface Outcome {
  readonly is: 'yes' | 'no' | 'notKnown'
  readonly because: readonly string[]
}

const together = (outcomes: readonly Outcome[]): readonly string[] => [
  ...new Set(outcomes.flatMap(({ because }) => because)),
]

/** The first outcome that settles it; else what is not known; else all of them. */
function settled(outcomes: readonly Outcome[], by: 'yes' | 'no'): Outcome {
  const settling = outcomes.find(({ is }) => is === by)
  if (settling) return settling
  const open = outcomes.filter(({ is }) => is === 'notKnown')
  if (open.length > 0) return { is: 'notKnown', because: together(open) }
  return { is: by === 'yes' ? 'no' : 'yes', because: together(outcomes) }
}

function tested(rule: Rule, answers: Answers): Outcome {
  if ('any' in rule)
    return settled(
      rule.any.map((one) => tested(one, answers)),
      'yes',
    )
  if ('all' in rule)
    return settled(
      rule.all.map((one) => tested(one, answers)),
      'no',
    )
  const answer = answers[rule.input] ?? NOT_KNOWN
  const is = answer === NOT_KNOWN ? 'notKnown' : rule.oneOf.includes(answer) ? 'yes' : 'no'
  return { is, because: [rule.input] }
}

export interface TestResult<Result extends string> {
  readonly result: Result | 'moreNeeded'
  /** The questions whose answers decide it, or have to be answered first. */
  readonly because: readonly string[]
}

/** Whether there has to be a statutory review. */
export function criteriaTest(
  profile: StatutoryProfileCode,
  answers: Answers,
): TestResult<'met' | 'notMet'> {
  const { is, because } = tested(profileOf(profile).criteria, answers)
  return { result: ({ yes: 'met', no: 'notMet', notKnown: 'moreNeeded' } as const)[is], because }
}

/** Whether the incident has to be notified: wider than the criteria, and never narrower. */
export function notifiableTest(
  profile: StatutoryProfileCode,
  answers: Answers,
): TestResult<'notifiable' | 'notNotifiable'> {
  const { criteria, alsoNotifiable } = profileOf(profile)
  const { is, because } = tested({ any: [alsoNotifiable, criteria] }, answers)
  const result = ({ yes: 'notifiable', no: 'notNotifiable', notKnown: 'moreNeeded' } as const)[is]
  return { result, because }
}

/**
 * The answers as they count on a day: some that are still not known when they are due count as yes.
 * @param today `null` for the answers as they were given
 */
export function answersOn(
  profile: StatutoryProfileCode,
  answers: Answers,
  lookAgainOn: PlainDate | null,
  today: PlainDate | null,
): Answers {
  if (lookAgainOn === null || today === null || today < lookAgainOn) return answers
  const due = (profileOf(profile).countsAsYesWhenDue ?? []).filter(
    (input) => answers[input] === NOT_KNOWN,
  )
  return { ...answers, ...Object.fromEntries(due.map((input) => [input, 'yes'])) }
}

const RESULTS = {
  met: 'Met',
  notMet: 'Not met',
  notifiable: 'Yes',
  notNotifiable: 'No',
  moreNeeded: 'Cannot tell yet',
} as const

export const sayResult = ({ result }: TestResult<keyof typeof RESULTS>): string => RESULTS[result]

/** One answer beside its question: “Seriously harmed: yes”. */
export function sayAnswer(code: string, answers: Answers): string {
  const input = criteriaInputs.items.find((item) => item.code === code)
  const given = input?.answers.find((one) => one.code === answers[code])
  return `${input?.short ?? ''}: ${given ? given.label.toLowerCase() : 'not answered yet'}`
}

/** Why it comes to that: the answers that decide it, or those that are needed first. */
export const sayWhy = ({ result, because }: TestResult<string>, answers: Answers): string =>
  `${result === 'moreNeeded' ? 'It hangs on' : 'Because of'}: ${because.map((code) => sayAnswer(code, answers)).join('; ')}.`
