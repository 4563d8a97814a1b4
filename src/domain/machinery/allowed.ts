import type { Actor } from '../words/actor.ts'
import type { Missing } from '../words/errors.ts'
import { DomainError, isRefusal } from '../words/errors.ts'
import type { ShownField } from './fields/show.ts'
import { givenFields, shownFields } from './fields/show.ts'
import type { Proposal } from './proposals.ts'
import { openProposals, PROPOSAL_MOVES } from './proposals.ts'
import type { KindTypes, RecordKind } from './record-kind.ts'
import type { AnyMove } from './taking.ts'
import {
  check,
  isOneOf,
  isOpenIn,
  mayTakeBack,
  moveOf,
  needed,
  proposerNow,
  seconds,
  waiting,
} from './taking.ts'

/** An action the actor may take now, what stands in its way, and how it looks. */
export interface Allowed<Action extends string = string> {
  readonly action: Action
  readonly missing: readonly Missing[]
  readonly label: string
  /** Whether it is what they most likely came to do. */
  readonly likely: boolean
  readonly send: string
  readonly preview: string | null
  readonly confirm: string | null
  readonly done: string
  readonly fields: readonly ShownField[]
  /** Sent with it and not asked, such as the number of a proposal. */
  readonly given: Readonly<Record<string, string | number>>
  /** The parties of whom one may have to agree; empty where it is taken alone. */
  readonly second: readonly string[]
}

const offered = (
  action: string,
  move: Pick<
    AnyMove,
    'label' | 'send' | 'preview' | 'confirm' | 'done' | 'fields' | 'form' | 'second'
  >,
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
  preview: move.preview ?? null,
  confirm: move.confirm ?? null,
  done: move.done ?? 'Done.',
  fields: shownFields(move.fields ?? move.form ?? {}, state, context),
  given: { ...givenFields(move.fields ?? {}, state, context), ...given },
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
    if (mayTakeBack(kind, proposal, actor, state, context)) return [offer('takeBack', [])]
    const move = moveOf(kind, proposal.command.type)
    const others = seconds(kind, move, proposal.by, state, context)
    if (!others.some(({ person }) => person === actor.person)) return []
    return [offer('agree', obstacles(kind, state, proposal, context)), offer('decline', [])]
  })
}

/** Why a proposal can no longer be done, if it cannot. */
function obstacles<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'],
  proposal: Proposal,
  context: K['context'],
): readonly Missing[] {
  const say = (why: string) => [
    { need: 'proposal', say: `What was proposed can no longer be done. ${why}`.trim() },
  ]
  const proposer = proposerNow(kind, proposal, state, context)
  if (!proposer) return say('Whoever proposed it has left, or may not do it any more.')
  try {
    check(kind, state, proposal.command, proposer, context)
    return []
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const missing = isRefusal(error, 'incomplete') ? error.details.missing : []
    return say(missing.map((one) => one.say).join(' '))
  }
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
    .filter(([, move]) => isOpenIn(move, state, state.stage) && isOneOf(parties, move.by))
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

/** What the actor may make anew. */
export const makingFor = <K extends KindTypes>(
  kind: RecordKind<K>,
  actor: Actor,
  context: K['context'],
): readonly Allowed[] => {
  const parties = kind.partiesOf(actor, undefined, context)
  return Object.entries<AnyMove>(kind.moves as Readonly<Record<string, AnyMove>>)
    .filter(([, { from, fields, by }]) => from.length === 0 && fields && isOneOf(parties, by))
    .map(([action, move]) => offered(action, move, [], undefined, context))
}

/** Actions with the record's reference, for forms that start with words that name it. */
export const naming = (allowed: readonly Allowed[], ref: string): readonly Allowed[] =>
  allowed.map((one) => ({ ...one, fields: one.fields.map((field) => startNaming(field, ref)) }))

function startNaming(field: ShownField, ref: string): ShownField {
  if (field.is !== 'text') return field
  const named = (words: string) => words.replaceAll('{ref}', ref)
  const { value, startsBy } = field
  const starts = Object.entries(startsBy?.starts ?? {}).map(([by, words]) => [by, named(words)])
  return {
    ...field,
    value: named(value),
    startsBy: startsBy && { ...startsBy, starts: Object.fromEntries(starts) },
  }
}
