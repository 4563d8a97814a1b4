import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { PeopleCommunityRegular } from '@fluentui/react-icons/svg/people-community'
import { useMemo, useState } from 'react'
import type { ActivityPage } from '../../../contract/activities.ts'
import type { Labelled } from '../../../contract/common.ts'
import type { OfferedAction } from '../../../contract/form-fields.ts'
import type { ApiClient } from '../../api/client-types.ts'
import { usePages } from '../../api/use-pages.ts'
import { FieldsForm } from '../../record/fields-form.tsx'
import { href } from '../../route/href.ts'
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
  readonly selected: string | null
  readonly query: URLSearchParams
}

export function ActivitiesPage({ selected, query }: Props) {
  const { api } = useSession()
  if (selected === null) return <ActivityList query={query} />
  return (
    <RecordPage
      key={selected}
      reference={selected}
      load={(signal) => api.getActivity({ ref: selected }, signal)}
      back={{ href: href.activities(), label: 'Back to Learning activities' }}
    />
  )
}

const EMPTY =
  'There is nothing here yet. You see what you hold, planned or recorded, what you are asked to do after an audit, and what the agencies you triage for learned. Record what people took from supervision, a meeting or training, or plan one.'
const COUNTED = 'How many there are on the whole board is counted on the page “Learning”.'
const NARROWED = 'There is none of this kind. Choose “All” to see the others.'

interface Offers {
  readonly makes: readonly OfferedAction[]
  readonly stages: readonly Labelled[]
  readonly types: readonly Labelled[]
}

/** The list, and what came with its last page: what can be made, and what it can be narrowed to. */
function useActivities(api: ApiClient, query: URLSearchParams) {
  const [offers, setOffers] = useState<Offers | null>(null)
  const listing = useMemo(
    () => ({
      keyOf: ({ ref }: ActivityPage['rows'][number]) => ref,
      list: async (asked: Parameters<ApiClient['listActivities']>[0], signal?: AbortSignal) => {
        const page = await api.listActivities(asked, signal)
        setOffers(page)
        return page
      },
    }),
    [api],
  )
  const [stage, type] = [query.get('stage'), query.get('type')]
  // The service refuses an unknown stage with a sentence.
  const asked = { ...(stage && { stage: [stage] }), ...(type && { type: [type] }) } as Parameters<
    ApiClient['listActivities']
  >[0]
  return { pages: usePages(listing, asked), offers }
}

/** What can be recorded or planned, with its form. Begins with a form that somebody has begun. */
function MakeOne({ makes }: Pick<Offers, 'makes'>) {
  const styles = useStyles()
  const record = { ref: 'new', version: 0, allowed: [...makes] }
  const { opened, open, cancel } = useOpenForm(record)
  if (opened)
    return (
      <Surface>
        <FieldsForm
          of="activity"
          observation={record}
          offered={opened}
          onCancel={cancel}
          onDone={({ ref }) => {
            window.location.hash = href.activity(ref)
          }}
          onStale={async () => {}}
        />
      </Surface>
    )
  return (
    <div className={styles.buttons}>
      {makes.map((offered) => (
        <Button key={offered.action} onClick={() => open(offered)}>
          {offered.label}
        </Button>
      ))}
    </div>
  )
}

function ActivityList({ query }: { readonly query: URLSearchParams }) {
  const { api, me } = useSession()
  const { pages, offers } = useActivities(api, query)
  const { rows, problem, retry } = pages
  const empty = me.pages.includes('learning') ? `${EMPTY} ${COUNTED}` : EMPTY
  return (
    <>
      <PageHeading title="Learning activities" />
      {offers && <MakeOne makes={offers.makes} />}
      <Panel title="All that are yours to see" aside={rows ? String(pages.total) : undefined}>
        <FilterLinks
          name="stage"
          label="Where it stands"
          choices={offers?.stages ?? []}
          query={query}
        />
        <FilterLinks name="type" label="What it is" choices={offers?.types ?? []} query={query} />
        {!rows && !problem && <Loading rows={4} />}
        {!rows && problem && <ProblemView problem={problem} onRetry={retry} />}
        {rows && rows.length === 0 && (
          <EmptyState icon={<PeopleCommunityRegular />} says={query.size > 0 ? NARROWED : empty} />
        )}
        {rows && rows.length > 0 && <RecordLinks rows={rows} />}
        <MoreRows pages={pages} />
      </Panel>
    </>
  )
}
