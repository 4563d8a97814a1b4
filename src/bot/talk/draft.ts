import type { Answer, RaisedTo } from '../../domain/observation/types.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import type { Instant } from '../../domain/words/time.ts'

/** A report somebody has begun. Plain data, stored between any two turns. */
export interface Draft {
  /** Also the submission of the observation it becomes, so that sending twice makes one (I7). */
  readonly id: string
  readonly kind: KindCode | null
  /** Said before a kind was chosen. Becomes the opening answer. */
  readonly said: string | null
  readonly answers: readonly Answer[]
  /** Code of the question being asked, or one of the two cards around the questions. */
  readonly at: 'kind' | 'check' | { readonly question: string }
  /** Where it goes. Absent means the reporter's own agency. */
  readonly to?: RaisedTo
  /** Questions answered before they came up. They are neither asked nor counted. */
  readonly unasked?: readonly string[]
  /** Files or pictures came along. They are not taken, which is said again before sending. */
  readonly hadFiles?: true
}

/** Kept during any conversation. */
interface Kept {
  readonly editedAt: Instant
  /** Reports that were begun while another was open, in their order. */
  readonly later?: readonly Draft[]
  /** Asked just now, before words of theirs are forgotten. */
  readonly asks?: Forgetting
  /**
   * Asked just now to which report a draft belongs; `ref` is `null` where only a new one is
   * possible.
   */
  readonly asksWhere?: { readonly draft: string; readonly ref: string | null }
}

export type Forgetting = 'deleteDraft' | 'startAgain'

/** Where a conversation stands. */
export type DialogState = Kept & Place

type Place =
  | {
      readonly type: 'raising'
      readonly draft: Draft
      /** Stopped on purpose: what is said next is not an answer. */
      readonly paused: boolean
    }
  /** After the receipt: optional questions. Each answer is added to the observation at once. */
  | {
      readonly type: 'more'
      readonly ref: string
      readonly kind: KindCode
      readonly question: string
      /** Another report, half finished before. It comes back afterwards. */
      readonly draft: Draft | null
    }
  /** A form for learning was opened just now. What is typed next is put into it. */
  | {
      readonly type: 'recording'
      readonly points: readonly string[]
      /** Shared by all its cards, so that two of them make one record. */
      readonly submission: string
      readonly draft: Draft | null
    }
  /** A person without an entry is asked where they work. What they said first is kept. */
  | { readonly type: 'introducing'; readonly said: string }

/** The half-finished report, if there is one. */
export const draftIn = (dialog: DialogState | null): Draft | null =>
  dialog === null || dialog.type === 'introducing' ? null : dialog.draft

/** The conversation without the open form. What was half finished waits as before. */
export function withoutForm(dialog: DialogState | null): DialogState | null {
  if (dialog?.type !== 'recording') return dialog
  const { editedAt } = dialog
  const [draft, ...later] = [...(dialog.draft ? [dialog.draft] : []), ...laterIn(dialog)]
  return draft ? { type: 'raising', draft, paused: true, editedAt, later } : null
}

/** The conversation with this draft in front, if it waited behind another. */
export function opened(dialog: DialogState | null, id: string): DialogState | null {
  const draft = laterIn(dialog).find((one) => one.id === id)
  if (!dialog || !draft || dialog.type === 'introducing') return dialog
  const before = draftIn(dialog)
  const others = laterIn(dialog).filter((one) => one !== draft)
  const { editedAt } = dialog
  return {
    type: 'raising',
    draft,
    paused: true,
    editedAt,
    later: before ? [before, ...others] : others,
  }
}

/** The conversation with one draft replaced, wherever it waits. */
export const withDraft = (dialog: DialogState, draft: Draft): DialogState => ({
  ...dialog,
  ...(draftIn(dialog)?.id === draft.id ? { draft } : {}),
  later: laterIn(dialog).map((one) => (one.id === draft.id ? draft : one)),
})

export const laterIn = (dialog: DialogState | null): readonly Draft[] => dialog?.later ?? []

/** How long a half-finished report is kept. People are told so when they stop. */
export const DRAFT_DAYS = 14

/** After a silence this long, the next words may not be an answer: ask first. */
const SILENCE_MINUTES = 60

/** Recent enough that what is said now may belong to it. */
export const isJustNow = (at: Instant, now: Instant): boolean =>
  Date.parse(now) - Date.parse(at) <= SILENCE_MINUTES * 60_000

/** Whether what is said now is meant for the question that was asked last. */
export const isListening = (dialog: DialogState, now: Instant): boolean =>
  !(dialog.type === 'raising' && dialog.paused) && isJustNow(dialog.editedAt, now)
