import { useState } from 'react'
import { useSession } from '../session/session-context.ts'

type Values = Readonly<Record<string, string>>

export interface Draft<Given extends Values> {
  readonly values: Given
  readonly change: (changed: Partial<Given>) => void
  readonly forget: () => void
}

export const draftKey = (ref: string, action: string): string => `${ref}/${action}`

/** What is typed into a form, kept while the person looks elsewhere in the tab. */
export function useDraft<Given extends Values>(
  ref: string,
  action: string,
  empty: Given,
): Draft<Given> {
  const { drafts } = useSession()
  const key = draftKey(ref, action)
  const [values, setValues] = useState<Given>(() => ({ ...empty, ...drafts.get(key) }))
  return {
    values,
    change: (changed) => {
      const next = { ...values, ...changed }
      drafts.set(key, next)
      setValues(next)
    },
    forget: () => {
      drafts.delete(key)
    },
  }
}
