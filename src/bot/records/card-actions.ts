import type { FieldOf } from '../../domain/machinery/fields/kinds.ts'
import { readFields } from '../../domain/machinery/fields/read.ts'
import { PROPOSAL_MOVES } from '../../domain/machinery/proposals.ts'
import type { ObservationChangeCommand } from '../../domain/observation/types.ts'
import { OBSERVATION_MOVES } from '../../domain/observation/workflow.ts'
import type { Fields } from '../talk/turn.ts'

/** The rows of an observation, and of what becomes of what somebody proposes. */
const MOVES = { ...OBSERVATION_MOVES, ...PROPOSAL_MOVES }

/**
 * The actions that cards of a report offer: those whose fields the workflow describes. Whoever sees
 * an outline alone has its own card.
 */
export type CardAction = {
  [Action in keyof typeof MOVES]: (typeof MOVES)[Action] extends OfOutline
    ? never
    : (typeof MOVES)[Action] extends { readonly fields: object }
      ? Action
      : never
}[keyof typeof MOVES]

interface OfOutline {
  readonly by: readonly ['overseer']
}

/** Actions that open a form: to fill it in, or to read what it asks first. The others take one press. */
export type FormAction = {
  [Action in CardAction]: (typeof MOVES)[Action] extends { readonly isFinal: true }
    ? Action
    : AskedIn<(typeof MOVES)[Action]['fields']> extends never
      ? never
      : Action
}[CardAction]

/** The fields of an action that somebody fills in. Given fields are not asked. */
type AskedIn<F> = {
  [Name in keyof F]: F[Name] extends { readonly given: unknown } ? never : Name
}[keyof F]

export const opensForm = (action: CardAction): action is FormAction =>
  'isFinal' in MOVES[action] ||
  Object.values<FieldOf>(MOVES[action].fields).some(({ given }) => given === undefined)

// The keys of the table, without those that have no fields.
export const CARD_ACTIONS = Object.entries(MOVES)
  .filter(([, move]) => 'fields' in move && !('by' in move && String(move.by) === 'overseer'))
  .map(([action]) => action) as readonly CardAction[]

export const isOnCards = (action: string): action is CardAction =>
  (CARD_ACTIONS as readonly string[]).includes(action)

/** Reads what was typed as a command. The domain, which knows the lists, checks codes. */
export const commandOf = (action: CardAction, typed: Fields): ObservationChangeCommand =>
  // Read by the description that its type is made of.
  ({
    type: action,
    ...readFields(MOVES[action].fields, typed),
  }) as ObservationChangeCommand

/** The fields of an action into which people write. */
export const textFields = (action: CardAction) =>
  Object.entries(MOVES[action].fields).flatMap(([name, { is, label }]) =>
    is === 'text' ? [{ name, label }] : [],
  )

/** The sentence for a missing field. */
export const askOf = (action: CardAction, name: string): string =>
  Object.entries<FieldOf>(MOVES[action].fields).find(([one]) => one === name)?.[1].ask ?? ''
