import { ROLE_LABELS } from '../domain/board/saying.ts'
import type { StandingRole } from '../domain/shared/actor.ts'
import type { DomainError, ErrorCode, ErrorDetails } from '../domain/shared/errors.ts'

const PARTY_LABELS: Readonly<Record<string, string>> = {
  ...ROLE_LABELS,
  triager: 'the senior or lead it was routed to',
  reporter: 'the person who raised it',
  staff: 'somebody whom the board has entered',
  newcomer: 'somebody whom the board has not entered yet',
} satisfies Record<StandingRole | 'triager' | 'reporter' | 'staff' | 'newcomer', string>

const STAGES: Readonly<Record<string, string>> = {
  awaitingTriage: 'it waits for a decision',
  underWay: 'it is decided',
  closed: 'it is closed',
}

/** What people read for each refusal: what is the matter, and what to do. */
const SENTENCE: { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => string } = {
  'not-found': () => 'I cannot find that. Check the reference, or ask the board office.',
  'not-your-role': ({ needs }) =>
    `That is for ${needs.map((party) => PARTY_LABELS[party] ?? party).join(' or ')}. Ask them to do it.`,
  'not-possible-now': ({ stage }) =>
    `That is not possible now: ${STAGES[stage] ?? 'it has moved on'}. Nothing was changed.`,
  incomplete: ({ missing }) => missing.map(({ say }) => say).join(' '),
  conflict: () => 'It changed while you were looking at it. Look again before you decide.',
  unavailable: ({ say }) => say,
}

export function sentenceFor<Code extends ErrorCode>({ code, details }: DomainError<Code>): string {
  return SENTENCE[code](details)
}
