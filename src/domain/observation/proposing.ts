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

interface Holding {
  readonly label: string
  readonly text: string
}

/** All that a proposal holds, each part with its label in the form. */
export function holdingsOf(
  { command }: Pick<Proposal<ObservationCommand>, 'command'>,
  board: BoardSettings,
): readonly Holding[] {
  if (command.type === 'sayHarm')
    return [{ label: OBSERVATION_MOVES.sayHarm.fields.harm.label, text: sayHarm(command.harm) }]
  if (command.type !== 'decide') return []
  const { fields } = OBSERVATION_MOVES.decide
  const { nextReviewOn, holder = null, holdBy = null, about = null } = command
  const part = (name: keyof typeof fields, text: string | null) =>
    text === null ? [] : [{ label: fields[name].label, text }]
  return [
    ...part('outcome', labelOf(triageOutcomes, command.outcome)),
    ...part('reason', command.reason),
    ...part('words', command.words),
    ...part('nextReviewOn', nextReviewOn && sayDate(nextReviewOn)),
    ...part('holder', holder && sayPerson(board, holder)),
    ...part('holdBy', holdBy && sayDate(holdBy)),
    ...part('about', about),
  ]
}
