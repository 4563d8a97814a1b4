import { makeStyles, tokens } from '@fluentui/react-components'
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search'
import { useMemo, useState } from 'react'
import { usePages } from '../api/use-pages.ts'
import { ObservationPage } from '../observation/observation-page.tsx'
import { href } from '../route/href.ts'
import { useSession } from '../session/session-context.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LevelContext } from '../ui/level-context.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { Queue } from './queue.tsx'
import { triageFilter } from './triage-filter.ts'

const useStyles = makeStyles({
  sideBySide: {
    display: 'grid',
    gridTemplateColumns: 'minmax(320px, 2fr) minmax(0, 5fr)',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  list: {
    position: 'sticky',
    top: 0,
    maxHeight: '100dvh',
    overflowY: 'auto',
    borderRadius: tokens.borderRadiusXLarge,
  },
  detail: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
})

interface Props {
  readonly selected: string | null
  readonly query: URLSearchParams
  readonly wide: boolean
}

function ListOnly({ query }: { readonly query: URLSearchParams }) {
  const { api } = useSession()
  const filter = useMemo(() => triageFilter.read(query), [query])
  const pages = usePages(api, triageFilter.asked(filter))
  return (
    <>
      <PageHeading title="Triage" />
      <Queue pages={pages} filter={filter} selected={null} />
    </>
  )
}

function SideBySide({ selected, query }: Omit<Props, 'wide'>) {
  const styles = useStyles()
  const { api } = useSession()
  const [changes, setChanges] = useState(0)
  const filter = useMemo(() => triageFilter.read(query), [query])
  const pages = usePages(api, triageFilter.asked(filter), changes)
  return (
    <>
      <PageHeading title="Triage" leads={selected === null} />
      <div className={styles.sideBySide}>
        <div className={styles.list}>
          <Queue pages={pages} filter={filter} selected={selected} />
        </div>
        <LevelContext value={2}>
          <div className={styles.detail}>
            {selected === null ? (
              <EmptyState
                icon={<DocumentSearchRegular />}
                says="Choose an observation from the list to read it and to decide."
              />
            ) : (
              <ObservationPage
                key={selected}
                reference={selected}
                onChanged={() => setChanges((made) => made + 1)}
              />
            )}
          </div>
        </LevelContext>
      </div>
    </>
  )
}

/** The queue and one observation: beside each other, or each on its own where it is narrow. */
export function TriagePage({ selected, query, wide }: Props) {
  if (wide) return <SideBySide selected={selected} query={query} />
  if (selected === null) return <ListOnly query={query} />
  return (
    <ObservationPage
      key={selected}
      reference={selected}
      back={{
        href: href.triage(triageFilter.write(triageFilter.read(query))),
        label: 'Back to Triage',
      }}
    />
  )
}
