import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search'
import { useMemo, useState } from 'react'
import { useObservations } from '../../api/use-observations.ts'
import { href } from '../../route/href.ts'
import { useSession } from '../../session/session-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LevelContext } from '../../ui/level-context.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ObservationPage } from '../observation/observation-page.tsx'
import { Queue } from './queue.tsx'
import { triageFilter } from './triage-filter.ts'

const useStyles = makeStyles({
  sideBySide: {
    display: 'grid',
    gridTemplateColumns: 'minmax(320px, 2fr) minmax(0, 5fr)',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  alone: { minWidth: 0 },
  surface: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  list: {
    position: 'sticky',
    top: 0,
    maxHeight: '100dvh',
    boxSizing: 'border-box',
    overflowY: 'auto',
  },
  detail: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
})

interface Props {
  readonly selected: string | null
  readonly query: URLSearchParams
  readonly wide: boolean
}

/** The list, loaded and kept up to date from when it is first seen. */
function List({ query, selected, changes }: Omit<Props, 'wide'> & { readonly changes: number }) {
  const { api } = useSession()
  const filter = useMemo(() => triageFilter.read(query), [query])
  const pages = useObservations(api, triageFilter.asked(filter), changes)
  return <Queue pages={pages} filter={filter} selected={selected} />
}

/**
 * The queue and one observation: side by side, or one at a time on a narrow screen. Both keep their
 * place in the tree, so that turning a tablet loses neither a form nor the list.
 */
export function TriagePage({ selected, query, wide }: Props) {
  const styles = useStyles()
  const [changes, setChanges] = useState(0)
  const showsList = wide || selected === null
  const [listSeen, setListSeen] = useState(showsList)
  if (showsList && !listSeen) setListSeen(true)
  const back = href.triage(triageFilter.write(triageFilter.read(query)))
  return (
    <>
      {showsList && <PageHeading title="Triage" leads={selected === null} />}
      <div className={wide ? styles.sideBySide : styles.alone}>
        <div hidden={!showsList} className={mergeClasses(styles.surface, wide && styles.list)}>
          {listSeen && <List query={query} selected={selected} changes={changes} />}
        </div>
        <LevelContext value={wide ? 2 : 1}>
          <div className={styles.detail}>
            {selected !== null && (
              <ObservationPage
                key={selected}
                reference={selected}
                onChanged={() => setChanges((made) => made + 1)}
                {...(!wide && { back: { href: back, label: 'Back to Triage' } })}
              />
            )}
            {selected === null && wide && (
              <EmptyState
                icon={<DocumentSearchRegular />}
                says="Choose an observation from the list to read it and to decide."
              />
            )}
          </div>
        </LevelContext>
      </div>
    </>
  )
}
