import { Link, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { ChangedRecord, RecordDetail } from '../../../contract/any-record.ts'
import type { DescribedName } from '../../../contract/records.ts'
import { useLoad } from '../../api/use-load.ts'
import { NotShown } from '../../record/not-shown.tsx'
import { Unsent } from '../../record/unsent.tsx'
import { href } from '../../route/href.ts'
import { KIND_WORDS } from '../../route/kind-words.ts'
import { useSession } from '../../session/session-context.ts'
import { Facts } from '../../ui/facts.tsx'
import { LevelContext } from '../../ui/level-context.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageHeading, PLACE } from '../../ui/page-heading.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Said } from '../../ui/said.tsx'
import { WhatIsLate } from '../late/what-is-late.tsx'
import { ActionArea } from '../observation/action-area.tsx'
import { History } from '../observation/history.tsx'
import { useOpenForm } from '../observation/use-open-form.ts'

const useStyles = makeStyles({ list: { margin: 0 } })

interface Props {
  readonly kind: DescribedName
  readonly reference: string
}

/** A record shown as its kind describes it: facts, what people wrote, actions, history. */
export function RecordPage({ kind, reference }: Props) {
  const { api } = useSession()
  const load = (signal?: AbortSignal) => api.getRecord(kind, reference, signal)
  const back = { href: href.records(kind), label: `Back to ${KIND_WORDS[kind].title}` }
  const { data, problem, retry, show } = useLoad(reference, load)
  const [says, setSays] = useState('')
  const [isGone, setIsGone] = useState(false)
  const done = (changed: ChangedRecord, said: string) => {
    if ('gone' in changed) setIsGone(true)
    else show(changed)
    setSays('gone' in changed ? changed.says : said)
    document.getElementById(PLACE)?.focus()
  }
  return (
    <>
      <div>
        <Link href={back.href}>{back.label}</Link>
      </div>
      <PageHeading title={reference}>
        {data && !isGone ? `${reference}: ${data.title}` : reference}
      </PageHeading>
      <div role="status">
        {says !== '' && (
          <MessageBar intent="success">
            <MessageBarBody>{says}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {problem && <NotShown reference={reference} problem={problem} onRetry={retry} back={back} />}
      {isGone && <Unsent reference={reference} allowed={[]} />}
      {!problem && !data && <Loading rows={6} />}
      {data && !isGone && (
        <LevelContext value={2}>
          <RecordView
            kind={kind}
            record={data}
            onDone={done}
            onStale={async () => {
              // The refusal that led here is on the screen already.
              await load().then(show, () => {})
            }}
          />
        </LevelContext>
      )}
    </>
  )
}

interface ViewProps {
  readonly kind: DescribedName
  readonly record: RecordDetail
  readonly onDone: (changed: ChangedRecord, says: string) => void
  readonly onStale: () => Promise<void>
}

function RecordView({ kind, record, onDone, onStale }: ViewProps) {
  const styles = useStyles()
  const { stage, facts, sections, links, history, late } = record
  const form = useOpenForm(record)
  return (
    <>
      <Panel title="At a glance">
        <Facts
          facts={[
            { term: 'Where it stands', value: stage },
            ...facts.map(({ label, value }) => ({ term: label, value })),
          ]}
        />
      </Panel>
      <WhatIsLate late={late} />
      {sections.map(({ heading, lines }) => (
        <Panel key={heading} title={heading}>
          {lines.map((text, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: texts may be alike, and keep their order
            <Said key={place} text={text} />
          ))}
        </Panel>
      ))}
      {links.length > 0 && (
        <Panel title="What belongs with it">
          <ul className={styles.list}>
            {links.map(({ ref, kind: of }) => (
              <li key={ref}>
                <Link href={href.record(of, ref)}>{ref}</Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <ActionArea
        of={kind}
        observation={record}
        onDone={onDone}
        onStale={onStale}
        title="What you can do"
        form={form}
      />
      <History history={history} />
    </>
  )
}
