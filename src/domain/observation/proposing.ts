import type { BoardSettings } from '../board/types.ts'
import type { Proposal } from '../machinery/proposals.ts'
import { labelOf, triageOutcomes } from '../taxonomies/lists.ts'
import { dateOf, sayDate } from '../words/time.ts'
import { sayHarm } from './harm.ts'
import { sayPerson } from './saying.ts'
import type { Agreed, ObservationCommand } from './types.ts'
import { OBSERVATION_MOVES } from './workflow.ts'

/** The proposed action in a few words. */
function what(command: ObservationCommand): string {
  if (command.type === 'decide') return labelOf(triageOutcomes, command.outcome)
  if (command.type === 'sayHarm')
    return `that it says “${sayHarm(command.harm)}” of harm to a child`
  const move = OBSERVATION_MOVES[command.type]
  return 'label' in move ? move.label : ''
}

/**
 * Says that somebody has proposed something and that it waits. @param name how a door writes a name
 */
export const sayProposal = (
  { command, by, until }: Proposal<ObservationCommand>,
  board: BoardSettings,
  name = (one: string) => one,
): string =>
  `${name(sayPerson(board, by))} proposed: ${what(command)}. It waits for the chair to agree, until ${sayDate(until)}. Nothing is decided before that.`

/** Says that somebody agreed to it, for them to look at again. */
export const sayAgreed = (
  { command, by, agreedAt }: Agreed,
  board: BoardSettings,
  name = (one: string) => one,
): string =>
  `${name(sayPerson(board, by))} proposed: ${what(command)}. You agreed on ${sayDate(dateOf(agreedAt))}.`

/** The content of a proposal for those who are to agree, each part with its label in the form. */
export function holdingsOf({ command }: Pick<Proposal<ObservationCommand>, 'command'>): readonly {
  readonly label: string
  readonly text: string
}[] {
  if (command.type === 'sayHarm')
    return [{ label: OBSERVATION_MOVES.sayHarm.fields.harm.label, text: sayHarm(command.harm) }]
  if (command.type !== 'decide') return []
  const { outcome, reason, words, nextReviewOn } = OBSERVATION_MOVES.decide.fields
  return [
    { label: outcome.label, text: labelOf(triageOutcomes, command.outcome) },
    { label: reason.label, text: command.reason },
    { label: words.label, text: command.words },
    ...(command.nextReviewOn === null
      ? []
      : [{ label: nextReviewOn.label, text: sayDate(command.nextReviewOn) }]),
  ]
}
