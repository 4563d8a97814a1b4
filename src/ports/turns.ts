import type { Instant } from '../domain/words/time.ts'

/** Where a conversation stands: a half-finished report, or nothing. */
export interface Dialog {
  /** Rises by one with each save; 0 when nothing is stored. */
  readonly version: number
  /** Plain data of the conversation; `null` when nothing is going on. */
  readonly state: unknown
}

/** What a turn leaves behind, written together or not at all. */
export interface TurnOutcome {
  /** Whose turn it was: their answers and where their conversation stands are kept together. */
  readonly person: string
  /** Tenant, conversation and activity id: the delivery that this turn answers. */
  readonly key: string
  /** What was answered, as plain data. The same delivery gets it again. */
  readonly answer: unknown
  /** The row may be forgotten after this. */
  readonly keepUntil: Instant
  readonly dialog: {
    readonly from: number
    readonly state: unknown
    /** A half-finished report is deleted after this. */
    readonly expiresAt: Instant | null
  } | null
}

/**
 * Answers kept per person. Teams repeats a delivery within seconds, so older ones will not be asked
 * for.
 */
export const ANSWERS_KEPT = 12

/** Takes each delivery from Teams once, and keeps where each person's conversation stands. */
export interface TurnStore {
  /** What every turn asks first: was this person answered already, and where do they stand? */
  begin(
    key: string,
    person: string,
  ): Promise<{
    readonly earlier: { readonly answer: unknown } | undefined
    readonly dialog: Dialog
  }>
  /**
   * The answer already given to a delivery; `undefined` when it is new or older than
   * `ANSWERS_KEPT`.
   */
  answered(key: string): Promise<{ readonly answer: unknown } | undefined>
  dialog(person: string): Promise<Dialog>
  /**
   * @throws DomainError `conflict` when the delivery has been answered or the dialog has moved on.
   * Then nothing is changed.
   */
  finish(outcome: TurnOutcome): Promise<void>
  /**
   * Deletes answers and dialogs whose time is over. Returns how many of each. A person with nothing
   * left begins again at version 0.
   */
  forgetBefore(now: Instant): Promise<{ readonly answers: number; readonly dialogs: number }>
  /** Local mode: whom an account acts as. */
  persona(account: string): Promise<string | undefined>
  setPersona(account: string, person: string): Promise<void>
}
