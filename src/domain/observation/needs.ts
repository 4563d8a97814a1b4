import { fieldProblems } from '../machinery/fields/check.ts'
import type { Check } from '../machinery/record-kind.ts'
import type { RecordContext } from '../registered.ts'
import { kindOf, outcomeOf } from '../taxonomies/lists.ts'
import type { Missing } from '../words/errors.ts'
import { dateOf, sayDate } from '../words/time.ts'
import { answerProblems, unanswered } from './answers.ts'
import { isGrave, saysGrave } from './harm.ts'
import type { ObservationNeed } from './moves.ts'
import { officeInstead, ownTriagers, routeWithout, triagersOf } from './routing.ts'
import type { Addition, Feedback, Observation, ObservationCommand } from './types.ts'
import { OBSERVATION_MOVES } from './workflow.ts'

export type ObservationContext = RecordContext

type ObservationCheck = Check<{
  command: ObservationCommand
  state: Observation
  context: ObservationContext
}>

const none: readonly Missing[] = []
const missing = (need: string, say: string): readonly Missing[] => [{ need, say }]

const answers: ObservationCheck = (command) => {
  if (command?.type !== 'raise' || !kindOf(command.kind)) return none
  return [
    ...unanswered(command.kind, command.answers).map(({ code, asks }) => ({
      need: `answers.${code}`,
      say: `Answer this first: ${asks}`,
    })),
    ...answerProblems(command.kind, command.answers),
  ]
}

const addition: ObservationCheck = (command, observation, context) => {
  if (command?.type !== 'add' || !observation) return none
  const isAnswersOnly = command.text === null && command.answers.length > 0
  return [
    ...(isAnswersOnly
      ? none
      : fieldProblems(OBSERVATION_MOVES.add.form, command, observation, context)),
    ...answerProblems(observation.kind, command.answers),
  ]
}

/** Reporters are promised that nobody of their own agency reads it only where that can be kept. */
const readers: ObservationCheck = (command, _observation, { board }, { agency, person }) =>
  command?.type === 'raise' &&
  command.to === 'office' &&
  agency !== null &&
  officeInstead(board, agency, person) === undefined
    ? missing(
        'to',
        `The board office cannot take it past your agency: nobody there reads reports, or they belong to your agency, or they are the same people. Send it the usual way, or tell somebody outside: ${board.contacts.whistleblowing}.`,
      )
    : none

/** Feedback that says what was done. Saying that a report has come in does not count. */
export const saysWhatWasDone = ({ mode }: Pick<Feedback, 'mode'>): boolean => mode !== 'bounceBack'

/** Whether the reporter has been told what was done since the last decision. */
export const isToldWhatWasDone = ({
  decisions,
  feedback,
  told,
}: Pick<Observation, 'decisions' | 'feedback' | 'told'>): boolean => {
  if (told !== undefined) return told
  const decidedAt = decisions.at(-1)?.at
  return (
    decidedAt !== undefined && feedback.some((one) => one.at >= decidedAt && saysWhatWasDone(one))
  )
}

const feedbackGiven: ObservationCheck = (_command, observation) =>
  observation && isToldWhatWasDone(observation)
    ? none
    : missing('feedback', 'Tell the reporter what was done before you close it.')

/** The first addition that somebody has not read, given how many they have. */
export const unreadSince = (
  { additions }: Pick<Observation, 'additions'>,
  readUpTo: number | null,
): Addition | undefined => additions[readUpTo ?? 0]

/** Nobody closes over something that was added after they looked. */
const additionsRead: ObservationCheck = (command, observation) => {
  if (command?.type !== 'close' || !observation) return none
  const unread = unreadSince(observation, command.readUpTo)
  return unread
    ? missing('readUpTo', `Read what was added on ${sayDate(dateOf(unread.at))} first.`)
    : none
}

/**
 * It goes where somebody else is asked, and not to where it lies already. Nobody gets to read a
 * report by passing it on. Why nobody there can take it is not said: it may be who wrote it.
 */
const isTakenThere: ObservationCheck = (command, observation, { board }, { person }) => {
  if (command?.type !== 'passOnLate' || !observation) return none
  const { agency } = command
  const { route } = observation
  if (route.agency === agency && route.person === null)
    return missing('agency', 'It is already there. Choose another agency.')
  const readers = triagersOf({ ...observation, route: { agency, person: null } }, board)
  const isTaken = readers.some((id) => ownTriagers(board, agency).includes(id))
  return isTaken && !readers.includes(person)
    ? none
    : missing('agency', 'Nobody there can take it now. Choose another agency.')
}

const somebodyElse: ObservationCheck = (_command, observation, { board }, { person }) =>
  observation && routeWithout(observation, person, board) === undefined
    ? missing(
        'somebodyElse',
        'Nobody else is left who could decide it. Ask the board office to name a deputy, or pass it on to another agency.',
      )
    : none

/**
 * Where a child died or was seriously harmed, nobody decides alone that there is nothing to
 * consider.
 */
const mayDecideAlone: ObservationCheck = (command, observation) =>
  command?.type === 'decide' &&
  observation &&
  isGrave(observation) &&
  outcomeOf(command.outcome)?.asksTheBoard !== true
    ? missing('secondPerson', 'The chair has to agree to this.')
    : none

/** Nobody takes back alone what anybody has said of harm. */
const maySayAlone: ObservationCheck = (command, observation) =>
  command?.type === 'sayHarm' && observation && isGrave(observation) && !saysGrave(command.harm)
    ? missing('secondPerson', 'The chair has to agree to this.')
    : none

export const OBSERVATION_NEEDS: Readonly<Record<ObservationNeed, ObservationCheck>> = {
  kind: (command) =>
    command?.type === 'raise' && !kindOf(command.kind)
      ? missing('kind', 'Choose one of the eight kinds.')
      : none,
  answers,
  readers,
  addition,
  additionsRead,
  feedbackGiven,
  somebodyElse,
  isTakenThere,
  mayDecideAlone,
  maySayAlone,
}
