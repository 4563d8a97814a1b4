import { HomePage } from '../pages/home/home-page.tsx'
import { OverduePage } from '../pages/late/overdue-page.tsx'
import { OverdueRecordPage } from '../pages/late/overdue-record-page.tsx'
import { ObservationPage } from '../pages/observation/observation-page.tsx'
import { OutlinePage } from '../pages/observation/outline-page.tsx'
import { TriagePage } from '../pages/triage/triage-page.tsx'
import type { Route } from '../route/route.ts'
import { AuditPart } from './audit-part.tsx'
import { LearningPart } from './learning-part.tsx'
import { NowhereToBeFound } from './nowhere-to-be-found.tsx'
import { RecordsPart } from './records-part.tsx'
import { SetupPart } from './setup-part.tsx'

/** The page an address asks for. */
export function Page({ route, wide }: { readonly route: Route; readonly wide: boolean }) {
  if ('kind' in route)
    return <RecordsPart kind={route.kind} selected={route.ref} query={route.query} />
  switch (route.page) {
    case 'home':
      return <HomePage />
    case 'triage':
      return <TriagePage selected={route.ref} query={route.query} wide={wide} />
    case 'reports':
      return <ObservationPage key={route.ref} reference={route.ref} />
    case 'outlines':
      return <OutlinePage key={route.ref} reference={route.ref} from={route.from} />
    case 'late':
      return route.ref === null ? (
        <OverduePage />
      ) : (
        <OverdueRecordPage key={route.ref} reference={route.ref} />
      )
    case 'learning':
      return <LearningPart query={route.query} />
    case 'setup':
      return <SetupPart part={route.part} />
    case 'audit':
      return <AuditPart query={route.query} />
    case 'unknown':
      return <NowhereToBeFound />
  }
}
