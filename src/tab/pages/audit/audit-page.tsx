import { makeStyles } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { TrailLine } from '../../../contract/audit.ts'
import { useLoad } from '../../api/use-load.ts'
import { usePages } from '../../api/use-pages.ts'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { ChoiceLinks } from '../../ui/choice-links.tsx'
import { LevelContext } from '../../ui/level-context.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import type { AuditFilter } from './audit-filter.ts'
import { auditFilter } from './audit-filter.ts'
import { AuditFilters } from './audit-filters.tsx'
import { AuditNext } from './audit-next.tsx'
import { ChainStates } from './chain-states.tsx'
import { TrailPanel } from './trail-panel.tsx'

const useStyles = makeStyles({ lead: { margin: 0, maxWidth: '75ch' } })

const LOGS = { changes: 'Changes', readings: 'Readings' } as const satisfies Record<
  AuditFilter['log'],
  string
>

const addressOf = (filter: AuditFilter) => href.audit(auditFilter.write(filter))

const keyOf = ({ record, number }: TrailLine) => `${record.id} ${number}`

/** Who did what and who read what, for the auditor. Never the content. */
export function AuditPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useStyles()
  const { api } = useSession()
  const filter = useMemo(() => auditFilter.read(query), [query])
  const [looks, setLooks] = useState(0)
  const listing = useMemo(() => ({ list: api.listTrail, keyOf }), [api])
  const pages = usePages(listing, auditFilter.asked(filter), looks)
  const board = useLoad('board', (signal) => api.getBoard({}, signal))

  const show = (chosen: AuditFilter) => {
    const address = addressOf(chosen)
    // Asking the same again looks again.
    if (address === addressOf(filter)) setLooks((made) => made + 1)
    else window.location.replace(address)
  }

  if (pages.problem?.code === 'not-your-role')
    return (
      <>
        <PageHeading title="Audit" />
        <ProblemView problem={pages.problem} back={{ href: href.home(), label: 'Go to Home' }} />
      </>
    )
  return (
    <>
      <PageHeading title="Audit" />
      <LevelContext value={2}>
        <p className={styles.lead}>
          What was done, and who read what: when, who and which record, the newest first. What
          people wrote is not shown here. Reports that were sent past an agency you work or have
          worked for are left out: an auditor of another agency sees them. That you look is noted as
          well.
        </p>
        <ChoiceLinks
          label="Logs"
          choices={(['changes', 'readings'] as const).map((log) => ({
            label: LOGS[log],
            to: addressOf({ ...filter, log }),
            current: log === filter.log,
          }))}
        />
        <AuditFilters
          filter={filter}
          people={board.problem ? null : (board.data?.people ?? [])}
          problem={pages.problem}
          onShow={show}
        />
        {filter.record !== '' && (
          <ChainStates
            // Another record starts afresh.
            key={filter.record}
            record={filter.record}
            looks={looks}
            hasLines={(pages.rows?.length ?? 0) > 0}
          />
        )}
        <TrailPanel title={LOGS[filter.log]} filter={filter} pages={pages} />
        <AuditNext />
      </LevelContext>
    </>
  )
}
