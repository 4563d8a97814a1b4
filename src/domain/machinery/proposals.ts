import type { PersonId } from '../words/ids.ts'
import type { Instant, PlainDate } from '../words/time.ts'
import { dateOf } from '../words/time.ts'
import type { CommandsOf } from './fields/kinds.ts'
import type { Move, Recorded } from './record-kind.ts'

/** An action somebody took that waits for a second person. Kept with its record. */
export interface Proposal<Command = { readonly type: string }> {
  /** The number of its event, so that an old card never answers a newer proposal. */
  readonly number: number
  readonly command: Command
  readonly by: PersonId
  readonly at: Instant
  /** The last day on which it can be agreed to. It lapses then without any action. */
  readonly until: PlainDate
}

const NUMBER = {
  is: 'number',
  label: 'Proposal',
  ask: 'Open it again: what was proposed has changed.',
  from: 1,
  to: 999_999,
  given: true,
} as const

// Who may take them, and when, does not depend on the stage; `answersTo` decides.
const ANYWHERE = { from: [], to: null, by: [], needs: [], gates: [] } as const

/** The answers to a proposal: rows of every kind of record that asks for a second person. */
export const PROPOSAL_MOVES = {
  agree: {
    ...ANYWHERE,
    label: 'Agree',
    done: 'Agreed. It is done now.',
    fields: { proposal: NUMBER },
  },
  decline: {
    ...ANYWHERE,
    label: 'Do not agree',
    done: 'Not agreed. Who proposed it is told why.',
    event: 'ProposalDeclined',
    fields: {
      proposal: NUMBER,
      reason: {
        is: 'text',
        label: 'Reason',
        called: 'The reason',
        help: 'Who proposed it will read it.',
        ask: 'Give a reason: one sentence is enough.',
      },
    },
  },
  takeBack: {
    ...ANYWHERE,
    label: 'Take it back',
    confirm: 'Nobody is asked to agree any more.',
    done: 'Taken back.',
    event: 'ProposalTakenBack',
    fields: { proposal: NUMBER },
  },
} as const satisfies Record<string, Move<never, never, never>>

/** Taken by the product itself to record what lapsed. No door has it. */
export const LAPSE = 'lapse'

export type ProposalAction = keyof typeof PROPOSAL_MOVES
export type ProposalCommand = CommandsOf<typeof PROPOSAL_MOVES>

export type ProposalEvent<Command = { readonly type: string }> =
  | { readonly type: 'Proposed'; readonly command: Command; readonly until: PlainDate }
  | { readonly type: 'ProposalAgreed'; readonly proposal: number }
  | { readonly type: 'ProposalDeclined'; readonly proposal: number; readonly reason: string }
  | { readonly type: 'ProposalTakenBack'; readonly proposal: number }
  /** Another action has changed what it was about. */
  | { readonly type: 'ProposalOvertaken'; readonly proposal: number }
  /** Recorded by the clock. It was no longer open before that. */
  | { readonly type: 'ProposalLapsed'; readonly proposal: number }

const PROPOSAL_EVENTS: Readonly<Record<ProposalEvent['type'], true>> = {
  Proposed: true,
  ProposalAgreed: true,
  ProposalDeclined: true,
  ProposalTakenBack: true,
  ProposalOvertaken: true,
  ProposalLapsed: true,
}

export const isProposalAction = (action: string): action is ProposalAction =>
  Object.hasOwn(PROPOSAL_MOVES, action)

export const isProposalEvent = <Event extends { readonly type: string }>(
  event: Event,
): event is Event & ProposalEvent => Object.hasOwn(PROPOSAL_EVENTS, event.type)

/** The proposals of a record after one of their events. */
export function proposalsAfter<Command>(
  proposals: readonly Proposal<Command>[],
  { seq, at, by, event }: Recorded<ProposalEvent<Command>>,
): readonly Proposal<Command>[] {
  if (event.type === 'Proposed') {
    const { command, until } = event
    return [...proposals, { number: seq, command, by, at, until }]
  }
  return proposals.filter(({ number }) => number !== event.proposal)
}

/** Those that can still be agreed to. */
export const openProposals = <Command>(
  proposals: readonly Proposal<Command>[] | undefined,
  now: Instant,
): readonly Proposal<Command>[] => (proposals ?? []).filter(({ until }) => dateOf(now) <= until)
