import type { Dues } from '../machinery/duties.ts'
import type { CommandsOf, EventsOf, Place } from '../machinery/fields/kinds.ts'
import type { Proposal, ProposalEvent } from '../machinery/proposals.ts'
import type {
  ActivityTypeCode,
  FeedbackModeCode,
  KindCode,
  OutcomeCode,
} from '../taxonomies/lists.ts'
import type { AgencyId, PersonId, RecordRef } from '../words/ids.ts'
import type { Instant, PlainDate } from '../words/time.ts'
import type { HarmCode } from './harm.ts'
import type { OBSERVATION_MOVES } from './workflow.ts'

export const OBSERVATION_STAGES = ['awaitingTriage', 'underWay', 'closed'] as const
export type ObservationStage = (typeof OBSERVATION_STAGES)[number]

export type AnswerValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choice'; readonly code: string }
  | { readonly type: 'choices'; readonly codes: readonly string[] }
  | { readonly type: 'tick' }
  /** "Not sure", where the question accepts it as a full answer. */
  | { readonly type: 'notSure' }

export interface Answer {
  /** Code of the question in `questionsFor(kind)`. */
  readonly question: string
  readonly value: AnswerValue
}

/** Something the reporter said after sending: more answers, or words of their own. */
export interface Addition {
  readonly at: Instant
  readonly text: string | null
  readonly answers: readonly Answer[]
  /** It answers a question of those who triage. */
  readonly isReply?: true
}

/** A proposal and who agreed to it. */
export interface Agreed extends Proposal<ObservationCommand> {
  readonly agreedBy: PersonId
  readonly agreedAt: Instant
}

/** A question to the reporter. */
export interface Question {
  readonly question: string
  readonly by: PersonId
  readonly at: Instant
  readonly answeredAt?: Instant
}

/** Who has it: the triagers of an agency, or one of them by name. */
export type Route = Place

/** A senior's decision (S13): what, why, and the sentence the reporter reads. */
export interface TriageDecision {
  readonly outcome: OutcomeCode
  readonly reason: string
  readonly words: string
  readonly nextReviewOn: PlainDate | null
  readonly by: PersonId
  readonly at: Instant
  /** Working days from raising (or reopening) to this decision. */
  readonly tookWorkingDays: number
  readonly promise?: PromiseKept
}

/** How the first decision kept the promise to the reporter; absent where that was not noted yet. */
export interface PromiseKept {
  readonly onTime: boolean
  /** Working days from raising until somebody said that they have it, or decided at once. */
  readonly firstWordIn: number
}

export interface Feedback {
  readonly mode: FeedbackModeCode
  readonly text: string
  readonly by: PersonId
  readonly at: Instant
}

/** The learning activity that a decision asks for: what, who holds it, by when, what to look at. */
export interface LearningAsked {
  readonly activity: ActivityTypeCode
  readonly holder: PersonId
  readonly dueOn: PlainDate
  readonly about: string
}

/** What people took from a learning activity that a decision asked for. */
export interface Learned {
  readonly activity: RecordRef
  readonly kind: ActivityTypeCode
  readonly points: readonly string[]
}

interface InEveryStage {
  readonly reporter: PersonId
  /** Where the reporter worked when they raised it. */
  readonly reporterAgency: AgencyId
  /** The reporter sent it to the board office, so nobody who triages for their agency sees it. */
  readonly pastAgency?: true
  /**
   * `open`: those who triage see the reporter's name. Sealed identities are a record of their own.
   */
  readonly mode: 'open'
  readonly raisedAt: Instant
  readonly kind: KindCode
  /** What the reporter called it; stays when triage corrects the kind (S5). */
  readonly kindByReporter: KindCode
  readonly answers: readonly Answer[]
  readonly additions: readonly Addition[]
  /** A child may be at risk, or a crime may have happened: looked at the same day (I1). */
  readonly sameDay: boolean
  readonly route: Route
  /** Who said that somebody else should decide it; absent where nobody has. */
  readonly recused?: readonly PersonId[]
  /** Somebody has started on it. `null` again after a reopening. */
  readonly acknowledged: { readonly by: PersonId; readonly at: Instant } | null
  /** When the reporter first heard that somebody had it, if it was passed on since. */
  readonly heardAt?: Instant
  /** When the present wait for a decision began: raised, or last reopened. */
  readonly waitingSince: Instant
  /** Every decision so far, oldest first. */
  readonly decisions: readonly TriageDecision[]
  readonly feedback: readonly Feedback[]
  /** What a triager says of harm to a child; absent while nobody has. */
  readonly harm?: HarmCode
  /** When the chair agreed that something said before was not so. */
  readonly harmAgreedAt?: Instant
  /** Harm was added since that agreement. Set only where a clock was put back and times do not show it. */
  readonly graveSince?: true
  /** What the chair agreed to, who may look at it again. */
  readonly agreed?: readonly Agreed[]
  /** What the reporter was asked; absent where nobody has asked. */
  readonly questions?: readonly Question[]
  /** Actions that wait for a second person; absent where there never was one. */
  readonly proposals?: readonly Proposal<ObservationCommand>[]
  /**
   * Set only after a clock was put back, when timestamps no longer show whether the reporter has
   * heard since the last decision.
   */
  readonly told?: boolean
  /** Somebody has looked at it again since the last decision named a day for that. */
  readonly lookedAgain?: true
  /** When what waits is due; absent in records of an earlier version. */
  readonly due?: Dues
  /** What people took from it, until its reporter is told. Absent where there is nothing to tell. */
  readonly learned?: Learned
}

export type Observation =
  | (InEveryStage & { readonly stage: 'awaitingTriage' })
  | (InEveryStage & { readonly stage: 'underWay'; readonly decision: TriageDecision })
  | (InEveryStage & {
      readonly stage: 'closed'
      readonly decision: TriageDecision
      readonly closed: { readonly by: PersonId; readonly at: Instant }
    })

/** Where a report can go: who triages for the reporter's agency, or the board office past them. */
export const RAISED_TO = ['agency', 'office'] as const
export type RaisedTo = (typeof RAISED_TO)[number]

/** Raising and adding hold answers, so they are written by hand. The table describes the others. */
export type ObservationCommand =
  | {
      readonly type: 'raise'
      readonly kind: KindCode
      readonly answers: readonly Answer[]
      /** Absent means the reporter's own agency. */
      readonly to?: RaisedTo
    }
  | { readonly type: 'add'; readonly text: string | null; readonly answers: readonly Answer[] }
  | ({ readonly type: 'noteLearning' } & Learned)
  | ({ readonly type: 'noteNotHeld'; readonly reason: string } & Omit<Learned, 'points'>)
  | CommandsOf<typeof OBSERVATION_MOVES>

/** Every command but raising, which makes the observation. */
export type ObservationChangeCommand = Exclude<ObservationCommand, { type: 'raise' }>

export type { ObservationAction } from './workflow.ts'

/** With the dates of what waits from then on, where they changed. */
export type ObservationEvent = Happening & { readonly due?: Dues }

type Happening =
  | {
      readonly type: 'ObservationRaised'
      readonly kind: KindCode
      readonly answers: readonly Answer[]
      readonly mode: 'open'
      readonly agency: AgencyId
      /** The board office, if it was sent there past the reporter's agency. */
      readonly office?: AgencyId
      readonly sameDay: boolean
    }
  | {
      readonly type: 'ObservationAddedTo'
      readonly text: string | null
      readonly answers: readonly Answer[]
      /** It answers an open question. */
      readonly isReply?: true
    }
  /** The reporter added something more urgent than the triage card shows (I1). */
  | { readonly type: 'ObservationBecameUrgent'; readonly because: 'danger' | 'worry' }
  | {
      readonly type: 'ObservationReassigned'
      readonly from: Route
      readonly to: Route
      readonly reason: string
      /** Absent in events from before reporters were told of this. */
      readonly reporterIsTold?: true
      /** When the reporter first heard that somebody had it; absent where they had not. */
      readonly heardAt?: Instant
    }
  /** This person no longer decides about it. It goes where somebody else does. */
  | { readonly type: 'ObservationRecused'; readonly from: Route; readonly to: Route }
  | {
      readonly type: 'KindCorrected'
      readonly from: KindCode
      readonly to: KindCode
      readonly reason: string
    }
  | {
      readonly type: 'ObservationDecided'
      readonly outcome: OutcomeCode
      readonly reason: string
      readonly words: string
      readonly nextReviewOn: PlainDate | null
      readonly tookWorkingDays: number
      readonly promise?: PromiseKept
      /** The decision is the whole answer; absent in decisions from before this was asked. */
      readonly closes?: true
      /** Absent where none is asked for, and in decisions from before this was asked. */
      readonly learning?: LearningAsked
    }
  | { readonly type: 'ObservationClosed' }
  | ProposalEvent<ObservationCommand>
  | ({ readonly type: 'LearningRecorded' } & Learned)
  | ({ readonly type: 'LearningNotHeld'; readonly reason: string } & Omit<Learned, 'points'>)
  /** Events that hold just what their actions held. */
  | EventsOf<typeof OBSERVATION_MOVES>

/** An observation as a person with the right to see it sees it, and in which part. */
export type ObservationView = Observation & { readonly seenAs: 'reporter' | 'triager' }
