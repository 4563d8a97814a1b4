import type { ObservationOrder } from '../../src/domain/observation/columns.ts'
import type { ObservationStage } from '../../src/domain/observation/types.ts'
import type { KindCode } from '../../src/domain/taxonomies/lists.ts'
import type { Door, TrailLog } from '../../src/ports/trail.ts'
import type { BoardAction, BoardContent } from './board-content.ts'
import type { ChangeAction, Content } from './content.ts'
import type { Fault } from './watched-stores.ts'

// Steps are plain data, so that a sequence that fails can be made simpler. Whom and what they are
// about they name by number: which one that is, follows from the model when the step is taken.

/** Somebody: of a record its reporter or who triages it, of the board whoever leads its office. */
export interface Who {
  readonly as: 'reporter' | 'triager' | 'office' | 'chair' | 'anybody'
  readonly nth: number
}

export type Faults = readonly Fault[]
export type Version = 'none' | 'right' | 'stale' | 'ahead'

export interface ChangeStep {
  readonly do: 'change'
  readonly record: number
  readonly who: Who
  /** An action by its name, or one of those that this person may take now. */
  readonly action: ChangeAction | number
  readonly content: Content
  readonly version: Version
  readonly faults: Faults
}

export interface RaiseStep {
  readonly do: 'raise'
  readonly who: Who
  readonly content: Content
  /** One of a few submissions, so that some come again; a new one where it is `null`. */
  readonly submission: number | null
  readonly faults: Faults
}

export interface BoardStep {
  readonly do: 'board'
  readonly who: Who
  readonly action: BoardAction
  readonly content: BoardContent
  readonly version: Version
  readonly faults: Faults
}

export interface IntroduceStep {
  readonly do: 'introduce'
  readonly newcomer: number
  readonly agency: number
  readonly faults: Faults
}

/** Something that was sent earlier is sent again: by the same person, or by another. */
export interface AgainStep {
  readonly do: 'again'
  readonly earlier: number
  readonly by: Who | 'the same'
  readonly faults: Faults
}

export interface ReadStep {
  readonly do: 'read'
  readonly record: number
  readonly who: Who
  readonly door: Door
  /** So often at the same moment. */
  readonly times: number
  readonly faults: Faults
}

export interface TurnStep {
  readonly do: 'turn'
  readonly person: number
  /** So many deliveries one after another, each with a key of its own from this one on. */
  readonly key: number
  readonly count: number
  /** The same delivery so often at the same moment. */
  readonly times: number
  readonly dialog: 'none' | 'goes on' | 'ends' | 'stale'
  readonly faults: Faults
}

/** At the same moment, on one record: who is first is not known. */
export interface TogetherStep {
  readonly do: 'together'
  readonly record: number
  readonly asks: readonly (ChangeStep | BoardStep | RaiseStep)[]
  /** The first of them is sent twice, as by a button that is pressed twice. */
  readonly twice: boolean
}

export type AskStep =
  | RaiseStep
  | ChangeStep
  | BoardStep
  | IntroduceStep
  | AgainStep
  | ReadStep
  | TurnStep
  | TogetherStep

export type TellStep =
  | { readonly do: 'plan'; readonly faults: Faults }
  | {
      readonly do: 'claim'
      readonly atMost: number
      readonly minutes: number
      readonly workers: number
      readonly faults: Faults
    }
  | {
      readonly do: 'settle'
      readonly nth: number
      readonly how: 'sent' | 'waiting' | 'put off' | 'unreachable' | 'ended'
      readonly minutes: number
      readonly faults: Faults
    }
  | { readonly do: 'reachable'; readonly nth: number; readonly faults: Faults }
  | {
      readonly do: 'mark'
      /** The board where it is `null`. */
      readonly record: number | null
      /** From the version that it has: an older one, or one that is not there yet. */
      readonly offset: number
      readonly faults: Faults
    }

export interface ScopePart {
  readonly agency: number | null
  readonly only: readonly number[] | null
  readonly except: readonly number[]
}

export interface ListStep {
  readonly do: 'list'
  readonly scope: readonly ScopePart[] | 'own' | 'triage'
  readonly who: Who
  readonly stages: readonly ObservationStage[] | null
  readonly kinds: readonly KindCode[] | null
  readonly agencies: readonly number[] | null
  /** Months from the first one of the sequence. */
  readonly from: number | null
  readonly to: number | null
  readonly order: ObservationOrder
  readonly size: number
}

export type LookStep =
  | ListStep
  /** The next page of the last list, whatever happened since. */
  | { readonly do: 'nextPage' }
  | {
      readonly do: 'trail'
      readonly log: TrailLog
      readonly record: number | null
      readonly by: Who | null
      readonly from: number | null
      readonly to: number | null
      readonly size: number
    }
  | { readonly do: 'audit' }

export type Step =
  | AskStep
  | TellStep
  | LookStep
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'forget' }
  | { readonly do: 'reopen' }
  /** So many additions by the reporter, each a version. */
  | { readonly do: 'many'; readonly record: number; readonly count: number }
