import { createContext, use } from 'react'
import type { Me } from '../../contract/people.ts'
import type { ApiClient } from '../api/client-types.ts'
import type { Drafts } from './drafts.ts'

export type Person = NonNullable<Me['person']>

export interface Session {
  readonly api: ApiClient
  readonly me: Me & { readonly person: Person }
  /** Typed into forms and not yet sent, so that looking elsewhere loses nothing. */
  readonly drafts: Drafts
}

export const SessionContext = createContext<Session | null>(null)

/** Who is here and how to ask the service. Only inside a signed-in page. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new TypeError('this part of the tab needs somebody to be signed in')
  return session
}
