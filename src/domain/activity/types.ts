import type { CommandsOf, EventsOf } from '../machinery/fields/kinds.ts'
import type { ActivityTypeCode, AuditGradeCode, TrainingEvidenceCode } from '../taxonomies/lists.ts'
import type { AgencyId, PersonId, RecordRef } from '../words/ids.ts'
import type { Instant, PlainDate } from '../words/time.ts'
import type { ACTIVITY_MOVES } from './workflow.ts'

export const ACTIVITY_STAGES = [
  'planned',
  'gathering',
  'findings',
  'recorded',
  'notHeld',
  'closed',
] as const
export type ActivityStage = (typeof ACTIVITY_STAGES)[number]

/** What an audit found and what follows: all of `action`, `owner` and `dueOn`, or why nothing. */
export interface FindingGiven {
  readonly finding: string
  readonly action: string | null
  /** What will be different then; not asked by an earlier version. */
  readonly change?: string | null
  readonly owner: PersonId | null
  readonly dueOn: PlainDate | null
  readonly noActionBecause: string | null
}

/** A finding, with what was done about it since. */
export interface Finding extends FindingGiven {
  /** What will be done is an action of its own, which says how it goes; else it is said here. */
  readonly assigned?: true
  readonly done: { readonly text: string; readonly by: PersonId; readonly at: Instant } | null
}

/** What is checked, and against what (S7). */
export interface Audit {
  readonly theme: string
  readonly standard: string
  /** How many cases or records are looked at. */
  readonly sample: number
  readonly findings: readonly Finding[]
  /** Of the standard, never of people. */
  readonly grade: AuditGradeCode | null
}

/** Something people learn from and nobody has to commission (S6). */
export interface Activity {
  readonly stage: ActivityStage
  readonly type: ActivityTypeCode
  /** The agency it belongs to, whose seniors and leads see it. */
  readonly agency: AgencyId
  /** Everybody who takes part. */
  readonly agencies: readonly AgencyId[]
  /** Who planned or recorded it, or made the decision it follows from. */
  readonly maker: PersonId
  readonly holder: PersonId
  readonly madeAt: Instant
  readonly dueOn: PlainDate | null
  readonly heldOn: PlainDate | null
  /** What should be looked at, without names; '' where it was recorded at once. */
  readonly about: string
  /** What others can take from it. */
  readonly learning: readonly string[]
  readonly evidence: TrainingEvidenceCode | null
  readonly links: readonly string[]
  /** The observation whose decision it follows from. */
  readonly origin: RecordRef | null
  /** Its reporter. They never decide on their own report, so they do not see this (S12). */
  readonly reporter: PersonId | null
  /** An agency that this observation was sent past. Nobody who belongs to it sees this. */
  readonly past: AgencyId | null
  readonly audit: Audit | null
  readonly notHeldBecause: string | null
}

/** Planned by a decision, with what the product knows from it. */
type Arise = {
  readonly type: 'arise'
  readonly activity: ActivityTypeCode
  readonly agency: AgencyId
  readonly reporter: PersonId | null
  readonly past: AgencyId | null
  readonly maker: PersonId
  readonly holder: PersonId
  readonly dueOn: PlainDate
  readonly about: string
  readonly origin: RecordRef
}

export type ActivityCommand = Arise | CommandsOf<typeof ACTIVITY_MOVES>

type Planned = Omit<Arise, 'type' | 'origin'> & { readonly origin: RecordRef | null }
type Held = Omit<Extract<ActivityCommand, { type: 'hold' }>, 'type' | 'learning' | 'agencies'> & {
  readonly learning: readonly string[]
  readonly agencies: readonly AgencyId[]
}

/** What is recorded of it once it was held. */
type Recorded = Pick<Activity, 'heldOn' | 'type' | 'agencies' | 'learning' | 'evidence' | 'links'>

export type ActivityEvent =
  | ({ readonly type: 'ActivityPlanned' } & Planned)
  /** `activity` and `agency` where it was not planned before. */
  | ({
      readonly type: 'ActivityRecorded'
      readonly activity?: ActivityTypeCode
      readonly agency?: AgencyId
    } & Held)
  | {
      readonly type: 'ActivityCorrected'
      readonly reason: string
      readonly before: Recorded
      readonly after: Recorded
    }
  | {
      readonly type: 'AuditFindingsRecorded'
      readonly grade: AuditGradeCode
      readonly findings: readonly FindingGiven[]
      /** Absent in events of an earlier version, after which an audit itself says what was done. */
      readonly assigns?: true
    }
  | {
      readonly type: 'AuditClosed'
      readonly heldOn: PlainDate
      readonly learning: readonly string[]
    }
  | EventsOf<typeof ACTIVITY_MOVES>

export type ActivityView = Activity
