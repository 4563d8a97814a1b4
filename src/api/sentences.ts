import type { BoardParty } from '../domain/board/workflow.ts'
import type { ObservationParty } from '../domain/observation/workflow.ts'
import type { StandingRole } from '../domain/shared/actor.ts'
import type { ErrorCode, ErrorDetails } from '../domain/shared/errors.ts'

/** The HTTP status of each refusal. */
export const STATUS = {
  'not-found': 404,
  'not-your-role': 403,
  'not-possible-now': 409,
  incomplete: 422,
  conflict: 409,
  unavailable: 503,
} as const satisfies Readonly<Record<ErrorCode, number>>

const WHO: Readonly<Record<StandingRole | ObservationParty | BoardParty, string>> = {
  staff: 'somebody whose workplace is known',
  reporter: 'the person who raised it',
  triager: 'the people who triage it',
  senior: 'a senior',
  agencyLead: 'an agency lead',
  businessManager: 'the business manager',
  chair: 'the chair',
  board: 'a board member',
  legal: 'the legal adviser',
  custodian: 'the custodian',
  auditor: 'the auditor',
  newcomer: 'somebody nobody has entered yet',
  system: 'the product itself',
}

const WHERE_IT_STANDS: Readonly<Record<string, string>> = {
  awaitingTriage: 'it is waiting for a decision',
  underWay: 'it has been decided and is under way',
  closed: 'it is closed',
}

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const wordsFor = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code

/** What a refusal tells the person to do. */
export const SENTENCES: { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => string } =
  {
    'not-found': () =>
      'There is nothing here that you can see. Check the reference, or ask the board office.',
    'not-your-role': ({ needs }) =>
      needs.includes('staff')
        ? 'Say where you work first: open Home. Then do this again.'
        : `Only ${list.format(needs.map((role) => wordsFor(WHO, role)))} can do this. Ask the board office if that should be you.`,
    'not-possible-now': ({ stage }) =>
      `This cannot be done now: ${WHERE_IT_STANDS[stage] ?? 'something else comes first'}. Open it again to see what can be done from there.`,
    incomplete: ({ missing }) => missing.map(({ say }) => say).join(' '),
    conflict: ({ what }) =>
      `${what.startsWith('OBS-') ? what : 'This'} has changed meanwhile. Open it again and look before you decide; nothing was changed.`,
    unavailable: ({ say }) => say,
  }
