import { lazy, Suspense } from 'react'
import { HomePage } from '../home/home-page.tsx'
import { ObservationPage } from '../observation/observation-page.tsx'
import type { Route } from '../route/route.ts'
import { TriagePage } from '../triage/triage-page.tsx'
import { Loading } from '../ui/loading.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { NowhereToBeFound } from './nowhere-to-be-found.tsx'

// React wants a default export; the rest of the tab has none.
const LearningPage = lazy(async () => ({
  default: (await import('../learning/learning-page.tsx')).LearningPage,
}))

/** The page an address asks for. */
export function Page({ route, wide }: { readonly route: Route; readonly wide: boolean }) {
  switch (route.page) {
    case 'home':
      return <HomePage />
    case 'triage':
      return <TriagePage selected={route.ref} query={route.query} wide={wide} />
    case 'reports':
      return <ObservationPage key={route.ref} reference={route.ref} />
    case 'learning':
      return (
        <Suspense
          fallback={
            <>
              <PageHeading title="Learning" />
              <Loading rows={6} />
            </>
          }
        >
          <LearningPage query={route.query} />
        </Suspense>
      )
    case 'unknown':
      return <NowhereToBeFound />
  }
}
