import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { PeopleCommunityRegular } from '@fluentui/react-icons/svg/people-community'
import { useMemo, useState } from 'react'
import type { RecordPage as RecordPageAnswer } from '../../../contract/any-record.ts'
import type { DescribedName } from '../../../contract/records.ts'
import { usePages } from '../../api/use-pages.ts'
import { FieldsForm } from '../../record/fields-form.tsx'
import { Unsent } from '../../record/unsent.tsx'
import { href } from '../../route/href.ts'
import { KIND_WORDS } from '../../route/kind-words.ts'
import { useSession } from '../../session/session-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemView } from '../../ui/problem-view.tsx'
import { Surface } from '../../ui/surface.tsx'
import { useOpenForm } from '../observation/use-open-form.ts'
import { FilterLinks } from './filter-links.tsx'
import { RecordLinks } from './record-links.tsx'
import { RecordPage } from './record-page.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Props {
  readonly kind: DescribedName
  readonly selected: string | null
  readonly query: URLSearchParams
}

/** The records of a kind that is shown as it is described, or one of them. */
export function RecordsPage({ kind, selected, query }: Props) {
  return selected === null ? (
    <RecordList key={kind} kind={kind} query={query} />
  ) : (
    <RecordPage key={selected} kind={kind} reference={selected} />
  )
}

const NARROWED = 'There is none of this kind. Choose “All” to see the others.'

type Offers = Pick<RecordPageAnswer, 'makes' | 'narrowing'>

/** The list, and what came with its last page: what can be made, and what it can be narrowed to. */
function useRecords(kind: DescribedName, query: URLSearchParams) {
  const { api } = useSession()
  const [offers, setOffers] = useState<Offers | null>(null)
  const listing = useMemo(
    () => ({
      keyOf: ({ ref }: RecordPageAnswer['rows'][number]) => ref,
      list: async (asked: Readonly<Record<string, string>>, signal?: AbortSignal) => {
        const page = await api.listRecords(kind, asked, signal)
        setOffers(page)
        return page
      },
    }),
    [api, kind],
  )
  return { pages: usePages(listing, Object.fromEntries(query)), offers }
}

/** What can be made, with its form. Begins with a form that somebody has begun. */
function MakeOne({ kind, makes }: Pick<Offers, 'makes'> & Pick<Props, 'kind'>) {
  const styles = useStyles()
  const record = { ref: 'new', version: 0, allowed: [...makes] }
  const { opened, open, cancel } = useOpenForm(record)
  if (opened)
    return (
      <Surface>
        <FieldsForm
          of={kind}
          observation={record}
          offered={opened}
          onCancel={cancel}
          onDone={({ ref }) => {
            window.location.hash = href.record(kind, ref)
          }}
          onStale={async () => {}}
        />
      </Surface>
    )
  return (
    <>
      <div className={styles.buttons}>
        {makes.map((offered) => (
          <Button key={offered.action} onClick={() => open(offered)}>
            {offered.label}
          </Button>
        ))}
      </div>
      <Unsent reference={record.ref} allowed={makes} />
    </>
  )
}

function RecordList({ kind, query }: Omit<Props, 'selected'>) {
  const { me } = useSession()
  const { pages, offers } = useRecords(kind, query)
  const { rows, problem, retry } = pages
  const { title, empty, counted } = KIND_WORDS[kind]
  const whole = me.pages.includes('learning') && counted ? `${empty} ${counted}` : empty
  return (
    <>
      <PageHeading title={title} />
      {offers && <MakeOne kind={kind} makes={offers.makes} />}
      <Panel title="All that are yours to see" aside={rows ? String(pages.total) : undefined}>
        {offers?.narrowing.map((one) => (
          <FilterLinks key={one.name} kind={kind} query={query} {...one} />
        ))}
        {!rows && !problem && <Loading rows={4} />}
        {!rows && problem && <ProblemView problem={problem} onRetry={retry} />}
        {rows && rows.length === 0 && (
          <EmptyState icon={<PeopleCommunityRegular />} says={query.size > 0 ? NARROWED : whole} />
        )}
        {rows && rows.length > 0 && <RecordLinks rows={rows} />}
        <MoreRows pages={pages} />
      </Panel>
    </>
  )
}
