import type { Home } from '../../../contract/people.ts'
import { href } from '../../route/href.ts'
import { dayOf } from '../../ui/dates.ts'
import { ObservationLink } from '../../ui/observation-link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StageBadge } from '../../ui/stage-badge.tsx'

const TITLE = 'Earlier questions to the board'

/** Settled questions to the board. Open ones are among what waits. */
export function AskedOfBoard({ asked }: { readonly asked: Home['asked'] }) {
  const rows = asked.rows.filter(({ stage }) => stage === 'closed')
  const total = asked.total - asked.open
  return (
    <Panel
      title={TITLE}
      aside={total > rows.length ? `the latest ${rows.length} of ${total}` : total}
    >
      <RowList label={TITLE} rows={rows} keyOf={({ ref }) => ref}>
        {(row) => (
          <ObservationLink
            row={row}
            to={href.outline(row.ref)}
            badge={<StageBadge stage={row.stage} />}
          >
            {row.agency.name} · raised {dayOf(row.raisedAt)}
          </ObservationLink>
        )}
      </RowList>
    </Panel>
  )
}
