import { agencyOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Missing } from '../shared/errors.ts'
import type { NeedCheck } from '../shared/record.ts'
import { cleanText, isBlank, TEXT_LIMIT } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { dateOf, isPlainDate } from '../shared/time.ts'
import type { WorkingCalendar } from '../shared/working-days.ts'
import { FEEDBACK_MODE_CODES, kindOf, outcomeOf } from '../taxonomies/lists.ts'
import { answerProblems, tooLong, unanswered } from './answers.ts'
import { triagersOf } from './routing.ts'
import type { Observation, ObservationCommand } from './types.ts'
import { gapsIn } from './wording.ts'
import type { ObservationNeed } from './workflow.ts'

/** What deciding about an observation takes besides the observation. */
export interface ObservationContext {
  readonly board: BoardSettings
  readonly now: Instant
  readonly calendar: WorkingCalendar
}

type Check = NeedCheck<ObservationCommand, Observation, ObservationContext>

const none: readonly Missing[] = []
const missing = (need: string, say: string): readonly Missing[] => [{ need, say }]

/** S13: a decision comes with a reason of at least this many characters. */
export const DECISION_REASON_AT_LEAST = 20

const written = (need: string, text: string, ask: string, what: string) => {
  if (isBlank(text)) return missing(need, ask)
  return text.length > TEXT_LIMIT ? missing(need, tooLong(text, what)) : none
}

const answers: Check = (command) => {
  if (command?.type !== 'raise' || !kindOf(command.kind)) return none
  return [
    ...unanswered(command.kind, command.answers).map(({ code, asks }) => ({
      need: `answers.${code}`,
      say: `Answer this first: ${asks}`,
    })),
    ...answerProblems(command.kind, command.answers),
  ]
}

const addition: Check = (command, observation) => {
  if (command?.type !== 'add' || !observation) return none
  if (command.text === null && command.answers.length === 0)
    return missing('text', 'Write what you want to add.')
  return [
    ...(command.text === null
      ? none
      : written('text', command.text, 'Write what you want to add.', 'Your addition')),
    ...answerProblems(observation.kind, command.answers),
  ]
}

const destination: Check = (command, observation, { board }) => {
  if (command?.type !== 'reassign' || !observation) return none
  const { to } = command
  if (!agencyOf(board, to.agency)?.active)
    return missing('to.agency', 'Choose the agency that should look at it.')
  const { route } = observation
  if (to.agency === route.agency && to.person === route.person)
    return missing('to', 'It is already there. Choose another agency or person.')
  if (to.person !== null && !triagersOf({ ...observation, route: to }, board).includes(to.person))
    return missing('to.person', 'This person does not triage for that agency. Choose another.')
  return none
}

const reason: Check = (command) => {
  if (!command || !('reason' in command)) return none
  return written('reason', command.reason, 'Give a reason: one sentence is enough.', 'The reason')
}

const otherKind: Check = (command, observation) => {
  if (command?.type !== 'correctKind') return none
  if (!kindOf(command.kind)) return missing('kind', 'Choose one of the eight kinds.')
  return command.kind === observation?.kind
    ? missing('kind', 'It is already of this kind. Choose another, or leave it.')
    : none
}

const decisionReason: Check = (command) => {
  if (command?.type !== 'decide') return none
  const { length } = cleanText(command.reason)
  if (length < DECISION_REASON_AT_LEAST)
    return missing(
      'reason',
      `Give the reason in at least ${DECISION_REASON_AT_LEAST} characters; there are ${length}. The reporter will read it.`,
    )
  return length > TEXT_LIMIT ? missing('reason', tooLong(command.reason, 'The reason')) : none
}

const words: Check = (command) => {
  if (command?.type !== 'decide') return none
  const gaps = gapsIn(command.words)
  if (gaps.length > 0)
    return missing('words', `Fill in ${gaps.join(', ')} in what the reporter will read.`)
  return written(
    'words',
    command.words,
    'Write the sentence the reporter will read.',
    'What the reporter will read',
  )
}

const reviewDate: Check = (command, _observation, { now }) =>
  command?.type === 'decide' &&
  command.nextReviewOn !== null &&
  (!isPlainDate(command.nextReviewOn) || command.nextReviewOn < dateOf(now))
    ? missing('nextReviewOn', 'Choose a review date that is today or later, or leave it empty.')
    : none

const feedback: Check = (command) => {
  if (command?.type !== 'giveFeedback') return none
  return [
    ...(FEEDBACK_MODE_CODES.includes(command.mode)
      ? none
      : missing('mode', 'Choose what kind of feedback this is.')),
    ...written('text', command.text, 'Write what the reporter should hear.', 'The feedback'),
  ]
}

/** Whether the reporter has been told what was done since the last decision. */
export const isToldWhatWasDone = ({
  decisions,
  feedback,
  told,
}: Pick<Observation, 'decisions' | 'feedback' | 'told'>): boolean => {
  if (told !== undefined) return told
  const decidedAt = decisions.at(-1)?.at
  return decidedAt !== undefined && feedback.some(({ at }) => at >= decidedAt)
}

const feedbackGiven: Check = (_command, observation) =>
  observation && isToldWhatWasDone(observation)
    ? none
    : missing('feedback', 'Tell the reporter what was done before you close it.')

export const OBSERVATION_NEEDS: Readonly<Record<ObservationNeed, Check>> = {
  kind: (command) =>
    command?.type === 'raise' && !kindOf(command.kind)
      ? missing('kind', 'Choose one of the eight kinds.')
      : none,
  answers,
  addition,
  destination,
  reason,
  otherKind,
  outcome: (command) =>
    command?.type === 'decide' && !outcomeOf(command.outcome)
      ? missing('outcome', 'Choose what should happen with it.')
      : none,
  decisionReason,
  words,
  reviewDate,
  feedback,
  feedbackGiven,
}
