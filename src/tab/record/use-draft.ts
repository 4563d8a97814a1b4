import { useEffect, useEffectEvent, useState } from 'react'
import type { OfferedAction } from '../../contract/form-fields.ts'
import type { Draft, Typed } from '../session/drafts.ts'
import { isSame } from '../session/drafts.ts'
import { useSession } from '../session/session-context.ts'
import { startOf, textsIn } from './field-values.ts'

type Unkept = Pick<Draft, 'typed' | 'submission' | 'other'>

export interface DraftOf {
  readonly values: Typed
  /** Whether anything was typed beyond the first values. */
  readonly isTyped: boolean
  /** False where it is lost with the page. */
  readonly isKept: boolean
  /** Other words for the same form, from another window. */
  readonly other: Typed | null
  readonly change: (changed: Typed) => void
  /** Shows the other words and keeps these instead. */
  readonly swap: () => void
  readonly dropOther: () => void
  /** The id for sending. The same words have the same id, also after a reload. */
  readonly submission: () => string
  readonly forget: () => void
}

/** What is typed into a form, kept until it is sent or cancelled. */
export function useDraft(ref: string, { action, label, fields }: OfferedAction): DraftOf {
  const { drafts } = useSession()
  const start = startOf(fields)
  const [draft, setDraft] = useState<Unkept>(
    () => drafts.read({ ref, action }) ?? { typed: {}, submission: null, other: null },
  )
  const [isKept, setIsKept] = useState(true)
  // Only what was touched is a draft. What another person has saved meanwhile stands in the rest.
  const filled = (typed: Typed): Typed => ({ ...start, ...typed })
  const values = filled(draft.typed)
  const isTyped = !isSame(values, start)

  const keep = (next: Unkept) => {
    const texts = textsIn(fields, filled(next.typed))
    const kept = drafts.keep({ ref, action }, { ...next, label, texts })
    setIsKept(kept.isKept)
    setDraft(kept.draft)
  }
  const onElsewhere = useEffectEvent((theirs: Draft | null) => {
    if (theirs && !isSame(filled(theirs.typed), values)) setDraft({ ...draft, other: theirs.typed })
    // Sent or cancelled there. What stands only here is kept.
    else if (!theirs && draft.other && isTyped) keep({ ...draft, other: null })
    else setDraft({ ...draft, other: null })
  })
  useEffect(
    () => drafts.onElsewhere({ ref, action }, (theirs) => onElsewhere(theirs)),
    [drafts, ref, action],
  )

  return {
    values,
    isTyped,
    isKept,
    other: draft.other && filled(draft.other),
    change: (changed) =>
      keep({ ...draft, typed: { ...draft.typed, ...changed }, submission: null }),
    swap: () =>
      draft.other &&
      keep({ typed: draft.other, submission: null, other: isTyped ? draft.typed : null }),
    dropOther: () => keep({ ...draft, other: null }),
    submission: () => {
      const id = draft.submission ?? crypto.randomUUID()
      // Before it is sent, since the page may be gone before the answer arrives.
      keep({ ...draft, submission: id })
      return id
    },
    forget: () => drafts.forget({ ref, action }),
  }
}
