import { Button, makeStyles } from '@fluentui/react-components'
import { ChatAddRegular } from '@fluentui/react-icons/svg/chat-add'
import { useEffect, useRef, useState } from 'react'
import type { ObservationRow } from '../../../contract/observations.ts'
import type { Home } from '../../../contract/people.ts'
import { useObservations } from '../../api/use-observations.ts'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { ObservationLink } from '../../ui/observation-link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StageBadge } from '../../ui/stage-badge.tsx'

const TITLE = 'My reports'

const useStyles = makeStyles({
  all: { alignSelf: 'flex-start' },
  rows: { ':focus': { outlineStyle: 'none' } },
})

function Rows({ rows }: { readonly rows: readonly ObservationRow[] }) {
  return (
    <RowList label={TITLE} rows={rows} keyOf={({ ref }) => ref}>
      {(row) => (
        <ObservationLink
          row={row}
          to={href.report(row.ref)}
          badge={<StageBadge stage={row.stage} />}
        >
          {row.says}
        </ObservationLink>
      )}
    </RowList>
  )
}

function AllRows({ first }: { readonly first: readonly ObservationRow[] }) {
  const { api } = useSession()
  const pages = useObservations(api, { view: 'mine', order: 'newestFirst', size: 50 })
  const list = useRef<HTMLDivElement>(null)
  // The button that loaded them is gone, and would take the focus with it.
  useEffect(() => list.current?.focus({ preventScroll: true }), [])
  return (
    <div ref={list} tabIndex={-1} className={useStyles().rows}>
      {pages.problem && !pages.rows && (
        <ProblemView problem={pages.problem} onRetry={pages.retry} />
      )}
      <Rows rows={pages.rows ?? first} />
      <MoreRows pages={pages} />
    </div>
  )
}

/** Everything I told, each with what became of it. */
export function MyReports({ mine }: { readonly mine: Home['mine'] | null }) {
  const styles = useStyles()
  const [all, setAll] = useState(false)
  return (
    <Panel title={TITLE} aside={mine && mine.total > 0 ? mine.total : ''}>
      {!mine && <Loading />}
      {mine?.rows.length === 0 && (
        <EmptyState
          icon={<ChatAddRegular />}
          says="You have not told us anything yet. Open the chat and type raise."
        />
      )}
      {mine &&
        mine.rows.length > 0 &&
        (all ? <AllRows first={mine.rows} /> : <Rows rows={mine.rows} />)}
      {mine && !all && mine.total > mine.rows.length && (
        <Button className={styles.all} onClick={() => setAll(true)}>
          Show all my reports ({mine.total})
        </Button>
      )}
    </Panel>
  )
}
