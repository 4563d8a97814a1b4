import { agencyOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Missing } from '../shared/errors.ts'
import { fieldProblems } from '../shared/fields.ts'
import type { NeedCheck } from '../shared/record.ts'
import type { Instant } from '../shared/time.ts'
import type { WorkingCalendar } from '../shared/working-days.ts'
import { kindOf } from '../taxonomies/lists.ts'
import { answerProblems, unanswered } from './answers.ts'
import { isKeptFrom, officeInstead, triagersOf } from './routing.ts'
import type { Observation, ObservationCommand } from './types.ts'
import type { ObservationNeed } from './workflow.ts'
import { OBSERVATION_MOVES } from './workflow.ts'

/** What deciding about an observation takes besides the observation. */
export interface ObservationContext {
  readonly board: BoardSettings
  readonly now: Instant
  readonly calendar: WorkingCalendar
}

type Check = NeedCheck<ObservationCommand, Observation, ObservationContext>

const none: readonly Missing[] = []
const missing = (need: string, say: string): readonly Missing[] => [{ need, say }]

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

const addition: Check = (command, observation, context) => {
  if (command?.type !== 'add' || !observation) return none
  const isAnswersOnly = command.text === null && command.answers.length > 0
  return [
    ...(isAnswersOnly
      ? none
      : fieldProblems(OBSERVATION_MOVES.add.form, command, observation, context)),
    ...answerProblems(observation.kind, command.answers),
  ]
}

/** The promise that nobody of the own agency reads it is made only where it can be kept. */
const readers: Check = (command, _observation, { board }, { agency, person }) =>
  command?.type === 'raise' &&
  command.to === 'office' &&
  agency !== null &&
  officeInstead(board, agency, person) === undefined
    ? missing(
        'to',
        'The board office cannot take it past your agency: nobody there reads reports, or they are the same people. Send it the usual way, or ring the board office.',
      )
    : none

const destination: Check = (command, observation, { board }) => {
  if (command?.type !== 'reassign' || !observation) return none
  const { to } = command
  if (!agencyOf(board, to.agency)?.active)
    return missing('to.agency', 'Choose the agency that should look at it.')
  const { route } = observation
  if (isKeptFrom(observation, board, to.agency))
    return missing(
      'to.agency',
      'Its reporter sent it to the board office so that nobody there sees it. Choose another agency.',
    )
  if (to.agency === route.agency && to.person === route.person)
    return missing('to', 'It is already there. Choose another agency or person.')
  if (to.person !== null && !triagersOf({ ...observation, route: to }, board).includes(to.person))
    return missing('to.person', 'This person does not triage for that agency. Choose another.')
  return none
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
  readers,
  addition,
  destination,
  feedbackGiven,
}
