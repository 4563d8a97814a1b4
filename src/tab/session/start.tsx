import { useMemo } from 'react'
import { createApiClient } from '../api/api-client.ts'
import { useLoad } from '../api/use-load.ts'
import type { Host } from '../host/host.ts'
import { Themed } from '../theme/themed.tsx'
import { useThemeName } from '../theme/use-theme-name.ts'
import { Loading } from '../ui/loading.tsx'
import { NarrowPage } from '../ui/narrow-page.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { ProblemView } from '../ui/problem-view.tsx'
import { LocalSession } from './local-session.tsx'
import { SignedIn } from './signed-in.tsx'
import { startUp } from './start-up.ts'

function TeamsSession({ host }: { readonly host: Host }) {
  const api = useMemo(
    () =>
      createApiClient(async () => {
        const token = await host.token()
        return new Headers(token === null ? [] : [['authorization', `Bearer ${token}`]])
      }),
    [host],
  )
  return <SignedIn api={api} />
}

/** From loading to a signed-in person. */
export function Start() {
  const { data, problem, retry } = useLoad('start', startUp)
  const theme = useThemeName(data?.host ?? null)
  return (
    <Themed name={theme}>
      {!data && (
        <NarrowPage>
          <PageHeading title="Starting">Learning Loop</PageHeading>
          {problem ? <ProblemView problem={problem} onRetry={retry} /> : <Loading rows={4} />}
        </NarrowPage>
      )}
      {data?.mode === 'local' && <LocalSession />}
      {data?.mode === 'production' && <TeamsSession host={data.host} />}
    </Themed>
  )
}
