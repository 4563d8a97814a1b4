import { createContext, use } from 'react'
import type { Me } from '../../contract/people.ts'
import type { ApiClient } from '../api/api-client.ts'

export type Person = NonNullable<Me['person']>

export interface Session {
  readonly api: ApiClient
  readonly me: Me & { readonly person: Person }
  /** What was typed into forms and not yet sent, so that looking elsewhere loses nothing. */
  readonly drafts: Map<string, Readonly<Record<string, string>>>
}

export const SessionContext = createContext<Session | null>(null)

/** Who is here and how to ask the service; only inside a signed-in page. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new TypeError('this part of the tab needs somebody to be signed in')
  return session
}
