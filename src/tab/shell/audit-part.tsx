import { LatePage } from './late-page.tsx'

const auditPage = () => import('../pages/audit/audit-page.tsx')

/** The audit, with its code. */
export const AuditPart = ({ query }: { readonly query: URLSearchParams }) => (
  <LatePage title="Audit" load={auditPage}>
    {({ AuditPage }) => <AuditPage query={query} />}
  </LatePage>
)
