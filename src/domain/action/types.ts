import type { Dues } from '../machinery/duties.ts'
import type { CommandsOf, EventsOf } from '../machinery/fields/kinds.ts'
import type { CheckResultCode } from '../taxonomies/lists.ts'
import type { AgencyId, PersonId, RecordRef } from '../words/ids.ts'
import type { Instant, PlainDate } from '../words/time.ts'
import type { ACTION_MOVES } from './workflow.ts'

export const ACTION_STAGES = ['open', 'inProgress', 'stuck', 'done', 'checked'] as const
export type ActionStage = (typeof ACTION_STAGES)[number]

interface Said {
  readonly by: PersonId
  readonly at: Instant
}

/** A day by which it was to be done, until it was moved. */
export interface EarlierDate extends Said {
  readonly dueOn: PlainDate
  readonly reason: string
}

/** What its owner says: what was done, and what shows it. */
export interface Finished extends Said {
  readonly did: string
  readonly evidence: readonly string[]
  readonly shows: string
}

/** What somebody else says who looked at it. */
export interface Checked extends Said {
  readonly looks: readonly string[]
  readonly looked: string
  readonly result: CheckResultCode
  /** What is missing, where it is not there yet. */
  readonly missing: string | null
}

/** What one person does by a day, and what came of it (S42). */
export interface Action {
  readonly stage: ActionStage
  readonly what: string
  /** What will be different; `null` where an audit did not say. */
  readonly change: string | null
  /** What an audit found, from which it follows. */
  readonly finding: string | null
  readonly owner: PersonId
  /** The agency at which its owner works, whose seniors and lead look after it. */
  readonly agency: AgencyId
  /** Who assigned it. */
  readonly maker: PersonId
  readonly madeAt: Instant
  /** When its owner was asked to do it. */
  readonly givenAt: Instant
  readonly dueOn: PlainDate
  /** The earlier dates, the first one first. */
  readonly earlier: readonly EarlierDate[]
  /** The audit it follows from. */
  readonly origin: RecordRef | null
  /** The reporter of the observation from which that audit follows. They do not see it (S12). */
  readonly reporter: PersonId | null
  /** An agency that this observation was sent past. Nobody who belongs to it sees it. */
  readonly past: AgencyId | null
  readonly updates: readonly (Said & { readonly text: string })[]
  /** Why its owner does not take it on, until somebody else is asked. */
  readonly handedBack: (Said & { readonly reason: string }) | null
  /** What holds it up, who can help, and where it stood before. */
  readonly stuck:
    | (Said & {
        readonly reason: string
        readonly helper: PersonId
        readonly before: 'open' | 'inProgress'
      })
    | null
  readonly done: Finished | null
  /** The last check. */
  readonly check: Checked | null
  /** When what waits is due. */
  readonly due?: Dues
}

/** Assigned by an audit, with what the product knows from it. */
type Arise = {
  readonly type: 'arise'
  readonly what: string
  readonly change: string | null
  readonly finding: string
  readonly owner: PersonId
  /** Where the audit belongs: for an owner whose agency is not known any more. */
  readonly agency: AgencyId
  readonly dueOn: PlainDate
  readonly maker: PersonId
  readonly origin: RecordRef
  readonly reporter: PersonId | null
  readonly past: AgencyId | null
}

export type ActionCommand = Arise | CommandsOf<typeof ACTION_MOVES>

type Assigned = Pick<
  Action,
  | 'what'
  | 'change'
  | 'finding'
  | 'owner'
  | 'agency'
  | 'dueOn'
  | 'maker'
  | 'origin'
  | 'reporter'
  | 'past'
>
type Looked = Pick<Checked, 'looks' | 'looked'>

type Happening =
  | ({ readonly type: 'ActionAssigned' } & Assigned)
  | {
      readonly type: 'ActionHandedOver'
      readonly owner: PersonId
      readonly agency: AgencyId
      readonly reason: string
    }
  | ({
      readonly type: 'ActionChecked'
      readonly result: Exclude<CheckResultCode, 'notAccepted'>
    } & Looked)
  | ({ readonly type: 'ActionSentBack'; readonly missing: string } & Looked)
  | EventsOf<typeof ACTION_MOVES>

/** With the dates of what waits from then on, where they changed. */
export type ActionEvent = Happening & { readonly due?: Dues }

export type ActionView = Action
