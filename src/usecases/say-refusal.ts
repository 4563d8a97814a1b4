import type { ActionParty } from '../domain/action/moves.ts'
import type { ActivityParty } from '../domain/activity/moves.ts'
import type { BoardParty } from '../domain/board/workflow.ts'
import type { ObservationParty } from '../domain/observation/moves.ts'
import type { ReviewParty } from '../domain/review/moves.ts'
import type { StandingRole } from '../domain/words/actor.ts'
import { entryOf } from '../domain/words/entry.ts'
import type { DomainError, ErrorCode, ErrorDetails } from '../domain/words/errors.ts'
import { sayUnavailable } from './say-unavailable.ts'

const WHO: Readonly<
  Record<
    StandingRole | ObservationParty | BoardParty | ActivityParty | ActionParty | ReviewParty,
    string
  >
> = {
  staff: 'somebody whose workplace is known',
  reporter: 'the person who raised it',
  triager: 'the people who triage it',
  planner: 'a senior, an agency lead or the business manager',
  holder: 'who holds it',
  lead: 'who planned it, or a senior or lead of its agency',
  owner: 'who has to do it',
  maker: 'who assigned it',
  helper: 'who was asked to help',
  agencyLeads: 'a senior or lead of its agency',
  dater:
    'who does it, twice and before its day has passed, and then a senior or lead of its agency',
  checker: 'a senior or lead of its agency or the business manager, if they did not do it,',
  proposer: 'a senior, an agency lead, the business manager or the chair',
  senior: 'a senior',
  agencyLead: 'an agency lead',
  businessManager: 'the business manager',
  chair: 'the chair',
  overseer: 'the business manager where it is late',
  askedChair: 'the chair where it was put to them',
  board: 'a board member',
  legal: 'the legal adviser',
  custodian: 'the custodian',
  auditor: 'the auditor',
  newcomer: 'somebody nobody has entered yet',
  system: 'the product itself',
}

const WHERE_IT_STANDS: Readonly<Record<string, string>> = {
  awaitingTriage: 'it waits for a decision',
  underWay: 'it is decided',
  closed: 'it is closed',
  planned: 'it is planned',
  gathering: 'the audit is under way',
  findings: 'the findings are recorded',
  recorded: 'it is recorded',
  notHeld: 'it was not held',
  open: 'it waits for its owner',
  inProgress: 'it is under way',
  stuck: 'it is stuck',
  done: 'it is done, its owner says, and waits for a check',
  checked: 'it is checked',
  proposed: 'it is proposed',
  commissioned: 'it is set up',
  notProceeding: 'it does not go ahead',
}

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' })
const wordsFor = (words: Readonly<Record<string, string>>, code: string) =>
  entryOf(words, code) ?? 'somebody else'

/** What people read for each refusal, in chat and tab alike: what is wrong, what to do. */
const SENTENCES: { readonly [Code in ErrorCode]: (details: ErrorDetails[Code]) => string } = {
  'not-found': () => 'We cannot find that. Check the reference, or ask the board office.',
  'not-your-role': ({ needs }) =>
    needs.includes('staff')
      ? 'Say where you work first. Then do this again.'
      : `Only ${list.format(needs.map((role) => wordsFor(WHO, role)))} can do this. Ask the board office if that should be you.`,
  'not-possible-now': ({ stage, say }) =>
    say ??
    `That is not possible now: ${entryOf(WHERE_IT_STANDS, stage) ?? 'something else comes first'}. Nothing was changed.`,
  incomplete: ({ missing }) => missing.map(({ say }) => say).join(' '),
  conflict: ({ say }) =>
    say ??
    'It changed while you were looking at it. Look again before you decide; nothing was changed.',
  unavailable: ({ why }) => sayUnavailable(why),
}

/** The sentence for a refusal, the same at every door. */
export function sayRefusal<Code extends ErrorCode>({ code, details }: DomainError<Code>): string {
  return SENTENCES[code](details)
}
