import { useMemo } from 'react'
import type { ApiClient } from '../api/client-types.ts'
import { useLoad } from '../api/use-load.ts'
import { Shell } from '../shell/shell.tsx'
import { Loading } from '../ui/loading.tsx'
import { NarrowPage } from '../ui/narrow-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ProblemView } from '../ui/problem-view.tsx'
import { createDrafts } from './drafts.ts'
import { Introduction } from './introduction.tsx'
import { SessionContext } from './session-context.ts'

/** Decides what this person sees: the pages, or the question where they work. */
export function SignedIn({ api }: { readonly api: ApiClient }) {
  const { data: me, problem, retry, show } = useLoad('me', (signal) => api.me({}, signal))
  const session = useMemo(
    () =>
      me?.person && {
        api,
        me: { ...me, person: me.person },
        drafts: createDrafts(me.person.id, Date.now),
      },
    [api, me],
  )
  if (session)
    return (
      <SessionContext value={session}>
        <Shell />
      </SessionContext>
    )
  if (me) return <Introduction api={api} me={me} onIntroduced={show} />
  return (
    <NarrowPage>
      <PageHeading title="Starting">Learning Loop</PageHeading>
      {problem ? <ProblemView problem={problem} onRetry={retry} /> : <Loading rows={4} />}
    </NarrowPage>
  )
}
