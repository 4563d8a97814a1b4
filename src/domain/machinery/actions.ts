import type { Actor } from '../shared/actor.ts'
import type { Missing } from '../shared/errors.ts'
import { DomainError } from '../shared/errors.ts'
import type { PersonId } from '../shared/ids.ts'
import { fieldProblems } from './fields/check.ts'
import { cleanFields } from './fields/clean.ts'
import type { ShownField } from './fields/show.ts'
import { shownFields } from './fields/show.ts'
import type { Proposal } from './proposals.ts'
import { isProposalAction, openProposals, PROPOSAL_MOVES } from './proposals.ts'
import type { KindTypes, Move, RecordKind } from './record-kind.ts'

/** An event, and whose it is: of an action that two people take, each has their own. */
export interface Happened<Event> {
  readonly by: PersonId
  readonly event: Event
}

type AnyMove = Move<string, string, string, unknown, KindTypes['context']>

const isOneOf = (parties: readonly string[], by: readonly string[]) =>
  by.some((party) => parties.includes(party))

const moveOf = <K extends KindTypes>(kind: RecordKind<K>, action: string): AnyMove => {
  // By name: a command from outside may name none.
  const move = (kind.moves as Readonly<Record<string, AnyMove>>)[action]
  if (!move) throw new TypeError('a command without a row in its workflow table')
  return move
}

const needed = <K extends KindTypes>(
  kind: RecordKind<K>,
  needs: readonly string[],
  command: K['command'] | undefined,
  state: K['state'] | undefined,
  context: K['context'],
  actor: Actor,
): readonly Missing[] =>
  needs.flatMap((need) => kind.needs[need as K['need']](command, state, context, actor))

/** Refuses what the table, the fields, the needs or the gates do not let through. */
function check<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'] | undefined,
  command: K['command'],
  actor: Actor,
  context: K['context'],
): AnyMove {
  const action = command.type
  const move = moveOf(kind, action)
  if (!isOneOf(kind.partiesOf(actor, state, context), move.by))
    throw new DomainError('not-your-role', { action, needs: move.by })
  const stage = state?.stage
  if (stage === undefined ? move.from.length > 0 : !move.from.includes(stage))
    throw new DomainError('not-possible-now', { action, stage: stage ?? 'none' })
  const missing = [
    ...fieldProblems(move.fields ?? {}, { ...command }, state, context),
    ...needed(kind, [...move.needs, ...move.gates], command, state, context, actor),
  ]
  if (missing.length > 0) throw new DomainError('incomplete', { missing })
  return move
}

/** The events of an action that was let through. */
function eventsOf<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'] | undefined,
  command: K['command'],
  actor: Actor,
  context: K['context'],
): readonly K['event'][] {
  const { fields = {}, event } = moveOf(kind, command.type)
  const clean = cleanFields(fields, { ...command })
  // Of the row: what its description says is what its type says.
  if (event !== undefined) return [{ type: event, ...clean } as K['event']]
  return kind.decide({ ...command, ...clean } as K['command'], state, context, actor)
}

const waiting = (proposals: readonly Proposal[], action: string): boolean =>
  proposals.some(({ command }) => command.type === action)

/** Those who may agree to what somebody proposes: nobody agrees with themselves. */
function seconds<K extends KindTypes>(
  kind: RecordKind<K>,
  { second }: AnyMove,
  proposer: PersonId,
  state: K['state'] | undefined,
  context: K['context'],
): readonly Actor[] {
  if (!second || !kind.second) return []
  return kind.second
    .everybody(context)
    .filter(
      (actor) =>
        actor.person !== proposer && isOneOf(kind.partiesOf(actor, state, context), second.by),
    )
}

const isAlone = <K extends KindTypes>(
  kind: RecordKind<K>,
  { second }: AnyMove,
  command: K['command'] | undefined,
  state: K['state'] | undefined,
  context: K['context'],
  actor: Actor,
): boolean =>
  second === undefined ||
  (second.unless !== undefined &&
    needed(kind, [second.unless], command, state, context, actor).length === 0)

/** The proposal of an action that a second person has to agree to. */
function proposed<K extends KindTypes>(
  kind: RecordKind<K>,
  move: AnyMove,
  state: K['state'] | undefined,
  command: K['command'],
  actor: Actor,
  context: K['context'],
): readonly Happened<K['event']>[] {
  if (!move.second || !kind.second) throw new TypeError('a second person where none is asked for')
  const refuse = (say: string) =>
    new DomainError('incomplete', { missing: [{ need: 'secondPerson', say }] })
  if (waiting(openProposals(state?.proposals, context.now), command.type))
    throw refuse('Somebody has proposed this already. Wait for the answer, or take it back first.')
  if (seconds(kind, move, actor.person, state, context).length === 0)
    throw refuse(
      'Nobody else holds the role that has to agree. Ask the board office to name somebody.',
    )
  const clean = { ...command, ...cleanFields(move.fields ?? {}, { ...command }) }
  const until = kind.second.lastDay(move.second.workingDays, context)
  // An event of every kind that has a row with a second person.
  return [{ by: actor.person, event: { type: 'Proposed', command: clean, until } as never }]
}

/** Agreeing, declining and taking back. */
function answered<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'] | undefined,
  command: K['command'] & { readonly proposal?: number },
  actor: Actor,
  context: K['context'],
): readonly Happened<K['event']>[] {
  const action = command.type
  if (!isProposalAction(action)) throw new TypeError('no answer to a proposal')
  const proposal = openProposals(state?.proposals, context.now).find(
    ({ number }) => number === command.proposal,
  )
  if (!state || !proposal)
    throw new DomainError('not-possible-now', { action, stage: state?.stage ?? 'none' })
  const move = moveOf(kind, proposal.command.type)
  const may =
    action === 'takeBack'
      ? proposal.by === actor.person
      : seconds(kind, move, proposal.by, state, context).some(
          ({ person }) => person === actor.person,
        )
  if (!may) throw new DomainError('not-your-role', { action, needs: move.second?.by ?? [] })
  const { fields } = PROPOSAL_MOVES[action]
  const missing = fieldProblems(fields, { ...command }, state, context)
  if (missing.length > 0) throw new DomainError('incomplete', { missing })
  if (action !== 'agree') {
    const { event } = PROPOSAL_MOVES[action]
    const clean = cleanFields(fields, { ...command })
    return [{ by: actor.person, event: { type: event, ...clean } as never }]
  }
  const proposer = kind.second?.everybody(context).find(({ person }) => person === proposal.by)
  // Once more as things stand now, and as who proposed it: roles, stage and needs may have changed.
  if (!proposer) throw new DomainError('not-possible-now', { action, stage: state.stage })
  check(kind, state, proposal.command, proposer, context)
  return [
    { by: actor.person, event: { type: 'ProposalAgreed', proposal: proposal.number } as never },
    ...eventsOf(kind, state, proposal.command, proposer, context).map((event) => ({
      by: proposal.by,
      event,
    })),
  ]
}

/**
 * The events a command leads to, or a refusal: `not-your-role`, then `not-possible-now`, then
 * `incomplete` with everything that is missing at once.
 */
export function perform<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'] | undefined,
  command: K['command'],
  actor: Actor,
  context: K['context'],
): readonly Happened<K['event']>[] {
  if (kind.second && isProposalAction(command.type))
    return answered(kind, state, command, actor, context)
  const move = check(kind, state, command, actor, context)
  if (state && move.isDone?.(state)) return []
  if (!isAlone(kind, move, command, state, context, actor))
    return proposed(kind, move, state, command, actor, context)
  return eventsOf(kind, state, command, actor, context).map((event) => ({
    by: actor.person,
    event,
  }))
}

/** An action the actor may take now, what still stands in its way, and how it looks. */
export interface Allowed<Action extends string = string> {
  readonly action: Action
  readonly missing: readonly Missing[]
  readonly label: string
  /** Whether it is what they most likely came to do. */
  readonly likely: boolean
  readonly send: string
  readonly confirm: string | null
  readonly done: string
  readonly fields: readonly ShownField[]
  /** What is sent with it and not asked: the number of a proposal. */
  readonly given: Readonly<Record<string, string | number>>
  /** Who else may have to agree, by party; empty where it is taken alone. */
  readonly second: readonly string[]
}

const offered = (
  action: string,
  move: Pick<AnyMove, 'label' | 'send' | 'confirm' | 'done' | 'fields' | 'form' | 'second'>,
  missing: readonly Missing[],
  state: unknown,
  context: KindTypes['context'],
  given: Allowed['given'] = {},
): Allowed => ({
  action,
  missing,
  label: move.label ?? action,
  likely: false,
  send: move.send ?? move.label ?? action,
  confirm: move.confirm ?? null,
  done: move.done ?? 'Done.',
  fields: shownFields(move.fields ?? move.form ?? {}, state, context),
  given,
  second: move.second?.by ?? [],
})

/** What the actor may answer to what is proposed. */
function answersFor<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'],
  actor: Actor,
  context: K['context'],
): readonly Allowed[] {
  return openProposals(state.proposals, context.now).flatMap((proposal) => {
    const given = { proposal: proposal.number }
    const offer = (action: keyof typeof PROPOSAL_MOVES, missing: readonly Missing[]) =>
      offered(action, PROPOSAL_MOVES[action], missing, state, context, given)
    if (proposal.by === actor.person) return [offer('takeBack', [])]
    const move = moveOf(kind, proposal.command.type)
    const others = seconds(kind, move, proposal.by, state, context)
    if (!others.some(({ person }) => person === actor.person)) return []
    return [offer('agree', obstacles(kind, state, proposal, context)), offer('decline', [])]
  })
}

/** Why what was proposed can no longer be done, if so. */
function obstacles<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'],
  proposal: Proposal,
  context: K['context'],
): readonly Missing[] {
  const proposer = kind.second?.everybody(context).find(({ person }) => person === proposal.by)
  try {
    if (proposer) {
      check(kind, state, proposal.command, proposer, context)
      return []
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
  return [{ need: 'proposal', say: 'What was proposed can no longer be done.' }]
}

/** What the actor may do with the record as it stands, in the order of the table. */
export function allowedFor<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'],
  actor: Actor,
  context: K['context'],
): readonly Allowed[] {
  const parties = kind.partiesOf(actor, state, context)
  const open = openProposals(state.proposals, context.now)
  const own = Object.entries<AnyMove>(kind.moves as Readonly<Record<string, AnyMove>>)
    .filter(([, move]) => move.from.includes(state.stage) && isOneOf(parties, move.by))
    .filter(([action, move]) => !move.isDone?.(state) && !waiting(open, action))
    .map(([action, move]) =>
      offered(
        action,
        move,
        needed(kind, move.gates, undefined, state, context, actor),
        state,
        context,
      ),
    )
  const order: readonly string[] = kind.likely?.[state.stage as K['stage']] ?? []
  const likely = order.find((one) =>
    own.some(({ action, missing }) => action === one && missing.length === 0),
  )
  const all = kind.second ? [...answersFor(kind, state, actor, context), ...own] : own
  return all.map((one) => ({ ...one, likely: one.action === likely || one.action === 'agree' }))
}
