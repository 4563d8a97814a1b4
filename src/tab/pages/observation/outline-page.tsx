import { Link, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { useState } from 'react'
import { FACT_WORDS } from '../../../contract/written.ts'
import { useLoad } from '../../api/use-load.ts'
import { NotShown } from '../../record/not-shown.tsx'
import { href } from '../../route/href.ts'
import type { OutlineFrom } from '../../route/route.ts'
import { useSession } from '../../session/session-context.ts'
import { dayOf } from '../../ui/dates.ts'
import { Facts } from '../../ui/facts.tsx'
import { LevelContext } from '../../ui/level-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageHeading, PLACE } from '../../ui/page-heading.tsx'
import { Panel } from '../../ui/panel.tsx'
import { STAGE_LABELS } from '../../ui/stage-badge.tsx'
import { WhatIsLate } from '../late/what-is-late.tsx'
import { ActionArea } from './action-area.tsx'
import { Proposals } from './proposals.tsx'
import { useOpenForm } from './use-open-form.ts'

const QUESTION = 'May call for a statutory review'
const NOTHING = { ref: '', allowed: [] }

const useStyles = makeStyles({ says: { margin: 0, maxWidth: '65ch' } })

const BACK = {
  home: { href: href.home(), label: 'Back to Home' },
  late: { href: href.late(), label: 'Back to what is late' },
} as const satisfies Record<OutlineFrom, unknown>

interface Props {
  readonly reference: string
  readonly from: OutlineFrom
}

/** What was put to the board, without the words and the reporter. */
export function OutlinePage({ reference, from }: Props) {
  const styles = useStyles()
  const { api } = useSession()
  const load = (signal?: AbortSignal) => api.getOutline({ ref: reference }, signal)
  const { data, problem, retry, show } = useLoad(reference, load)
  const [answered, setAnswered] = useState<string | null>(null)
  const form = useOpenForm(data ?? NOTHING)
  const back = BACK[from]
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
      <div role="status">
        {answered !== null && (
          <MessageBar intent="success">
            <MessageBarBody>{answered}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {problem && answered === null && (
        <NotShown reference={reference} problem={problem} onRetry={retry} back={back} />
      )}
      {!problem && !data && answered === null && <Loading rows={3} />}
      {data && answered === null && (
        <LevelContext value={2}>
          <WhatIsLate late={data.late} />
          <Proposals proposals={data.proposals} why={data.why} />
          <Proposals proposals={data.agreed} title="What you agreed to" />
          <ActionArea
            title="What you can do"
            form={form}
            observation={{ ...data, ref: reference }}
            onDone={(changed, says) => {
              setAnswered('passedOn' in changed ? changed.says : says)
              document.getElementById(PLACE)?.focus()
            }}
            onStale={async () => {
              // What was typed stays in its form, also where there is nothing to show any more.
              await load().then(show, () => {})
            }}
          />
          <Panel
            title={
              data.isAsked && data.proposals.length + data.agreed.length === 0
                ? QUESTION
                : 'What it is about'
            }
          >
            <p className={styles.says}>
              This is an outline. What was written, and who wrote it, stay with those who triage it:
              ask {data.isAsked ? 'whoever decided' : 'them'} for what you need. That you saw it is
              noted.
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
          {data.decisions.length > 0 && (
            <Panel title="What was decided">
              <Facts
                facts={data.decisions.map(({ outcome, at, by }) => ({
                  term: `${dayOf(at)}, ${by.name}`,
                  value: outcome.label,
                }))}
              />
            </Panel>
          )}
        </LevelContext>
      )}
    </>
  )
}
