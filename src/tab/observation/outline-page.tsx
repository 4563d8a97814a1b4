import { Link, makeStyles } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { FACT_WORDS } from '../../contract/written.ts'
import { useLoad } from '../api/use-load.ts'
import { href } from '../route/href.ts'
import { useSession } from '../session/session-context.ts'
import { dayOf } from '../ui/dates.ts'
import { Facts } from '../ui/facts.tsx'
import { LevelContext } from '../ui/level-context.ts'
import { Loading } from '../ui/loading.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Panel } from '../ui/panel.tsx'
import { ProblemView } from '../ui/problem-view.tsx'
import { STAGE_LABELS } from '../ui/stage-badge.tsx'

const useStyles = makeStyles({ says: { margin: 0, maxWidth: '65ch' } })

/** What was put to the board, without what was written and whose it is. */
export function OutlinePage({ reference }: { readonly reference: string }) {
  const styles = useStyles()
  const { api } = useSession()
  const { data, problem, retry } = useLoad(reference, (signal) =>
    api.getOutline({ ref: reference }, signal),
  )
  const back = { href: href.home(), label: 'Back to Home' }
  return (
    <>
      <div>
        <Link href={back.href}>
          <ArrowLeftRegular aria-hidden="true" /> {back.label}
        </Link>
      </div>
      <PageHeading title={reference}>
        {data ? `${reference}: ${data.kind.label}` : reference}
      </PageHeading>
      {problem && <ProblemView problem={problem} onRetry={retry} back={back} />}
      {!problem && !data && <Loading rows={3} />}
      {data && (
        <LevelContext value={2}>
          <Panel title="May call for a statutory review">
            <p className={styles.says}>
              This is an outline. What was written, and who wrote it, stay with those who triage it:
              ask whoever decided for what you need. That you saw it is noted.
            </p>
            <Facts
              facts={[
                { term: 'Where it stands', value: STAGE_LABELS[data.stage] },
                { term: FACT_WORDS.agency, value: data.agency.name },
                { term: FACT_WORDS.raised, value: dayOf(data.raisedAt) },
                ...(data.closedAt
                  ? [{ term: FACT_WORDS.closed, value: dayOf(data.closedAt) }]
                  : []),
              ]}
            />
          </Panel>
          <Panel title="What was decided">
            <Facts
              facts={data.decisions.map(({ outcome, at, by }) => ({
                term: `${dayOf(at)}, ${by.name}`,
                value: outcome.label,
              }))}
            />
          </Panel>
        </LevelContext>
      )}
    </>
  )
}
