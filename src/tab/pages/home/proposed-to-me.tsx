import type { Home } from '../../../contract/people.ts'
import { href } from '../../route/href.ts'
import { plainDay } from '../../ui/dates.ts'
import { ObservationLink } from '../../ui/observation-link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StageBadge } from '../../ui/stage-badge.tsx'

const TITLE = 'Waits for me to agree'

/** What somebody proposed that does not stand without a second person. */
export function ProposedToMe({ proposed }: { readonly proposed: Home['proposed'] }) {
  return (
    <Panel title={TITLE} aside={proposed.length}>
      <RowList label={TITLE} rows={proposed} keyOf={({ ref }) => ref}>
        {(row) => (
          <ObservationLink
            row={row}
            to={href.outline(row.ref)}
            badge={<StageBadge stage={row.stage} />}
          >
            {row.agency.name} · until {plainDay(row.until)}
          </ObservationLink>
        )}
      </RowList>
    </Panel>
  )
}
