import type { Actor } from '../words/actor.ts'
import { SYSTEM } from '../words/actor.ts'
import { DomainError } from '../words/errors.ts'
import { fieldProblems } from './fields/check.ts'
import { cleanFields } from './fields/clean.ts'
import { isProposalAction, LAPSE, openProposals, PROPOSAL_MOVES } from './proposals.ts'
import type { KindTypes, RecordKind } from './record-kind.ts'
import type { AnyMove, Happened } from './taking.ts'
import {
  check,
  eventsOf,
  isOneOf,
  mayTakeBack,
  moveOf,
  needed,
  overtaken,
  proposerNow,
  seconds,
  waiting,
} from './taking.ts'

/** Whether nobody else has to agree. */
export const isAlone = <K extends KindTypes>(
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

const refuse = (say: string) =>
  new DomainError('incomplete', { missing: [{ need: 'secondPerson', say }] })

/**
 * Nobody takes a proposed action while the proposal waits, not even where they may take it alone.
 */
export function refuseWhileItWaits<K extends KindTypes>(
  state: K['state'] | undefined,
  command: K['command'],
  { now }: K['context'],
): void {
  if (waiting(openProposals(state?.proposals, now), command.type))
    throw refuse('Somebody has proposed this already. Wait for the answer, or take it back first.')
}

/** The proposal of an action that a second person has to agree to. */
export function proposed<K extends KindTypes>(
  kind: RecordKind<K>,
  move: AnyMove,
  state: K['state'] | undefined,
  command: K['command'],
  actor: Actor,
  context: K['context'],
): readonly Happened<K['event']>[] {
  if (!move.second || !kind.second) throw new TypeError('a second person where none is asked for')
  if (seconds(kind, move, actor.person, state, context).length === 0)
    throw refuse(
      'Nobody else holds the role that has to agree. Ask the board office to name somebody.',
    )
  const clean = { ...command, ...cleanFields(move.fields ?? {}, { ...command }) }
  const until = kind.second.lastDay(move.second.workingDays, context)
  // Every kind that has a row with a second person has this event.
  return [{ by: actor.person, event: { type: 'Proposed', command: clean, until } as never }]
}

/** The rows that ask for a second person. */
const rowsOf = <K extends KindTypes>({ moves }: RecordKind<K>) =>
  Object.values<AnyMove>(moves as Readonly<Record<string, AnyMove>>).filter(({ second }) => second)

/** Agreeing, declining and taking back. */
export function answered<K extends KindTypes>(
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
  // Check first whether it could be theirs. Others must not learn whether anything is proposed.
  const needs = [...new Set(rowsOf(kind).flatMap(({ second }) => second?.by ?? []))]
  const parties = kind.partiesOf(actor, state, context)
  if (!rowsOf(kind).some(({ by, second }) => isOneOf(parties, [...by, ...(second?.by ?? [])])))
    throw new DomainError('not-your-role', { action, needs })
  if (!state || !proposal)
    throw new DomainError('not-possible-now', { action, stage: state?.stage ?? 'none' })
  const move = moveOf(kind, proposal.command.type)
  const may =
    action === 'takeBack'
      ? mayTakeBack(kind, proposal, actor, state, context)
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
  const proposer = proposerNow(kind, proposal, state, context)
  // Check again as things stand now, for the proposer: roles, stage and needs may have changed.
  if (!proposer) throw new DomainError('not-possible-now', { action, stage: state.stage })
  check(kind, state, proposal.command, proposer, context)
  return [
    { by: actor.person, event: { type: 'ProposalAgreed', proposal: proposal.number } as never },
    ...eventsOf(kind, state, proposal.command, proposer, context).map((event) => ({
      by: proposal.by,
      event,
    })),
    ...overtaken<K>(move, state, actor, proposal.number),
  ]
}

/** Records that a proposal was not answered in time; done once, by the product itself. */
export function lapsed<K extends KindTypes>(
  state: K['state'] | undefined,
  actor: Actor,
  { now }: K['context'],
): readonly Happened<K['event']>[] {
  if (actor !== SYSTEM) throw new DomainError('not-your-role', { action: LAPSE, needs: ['system'] })
  const open = openProposals(state?.proposals, now)
  return (state?.proposals ?? [])
    .filter((proposal) => !open.includes(proposal))
    .map(({ number }) => ({
      by: actor.person,
      // Every kind that has a row with a second person has this event.
      event: { type: 'ProposalLapsed', proposal: number } as never,
    }))
}
