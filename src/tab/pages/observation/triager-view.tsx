import { makeStyles } from '@fluentui/react-components'
import type { ObservationDetail } from '../../../contract/observations.ts'
import { FACT_WORDS } from '../../../contract/written.ts'
import { dayOf, timeOf } from '../../ui/dates.ts'
import type { Fact } from '../../ui/facts.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { waited } from '../../ui/waited.ts'
import { RecordLinks } from '../records/record-links.tsx'
import { ActionArea } from './action-area.tsx'
import { Decisions } from './decisions.tsx'
import { FeedbackList } from './feedback-list.tsx'
import { History } from './history.tsx'
import { Narrative } from './narrative.tsx'
import { Proposals } from './proposals.tsx'
import { Story } from './story.tsx'
import { useOpenForm } from './use-open-form.ts'
import type { ViewProps } from './view-props.ts'

function factsOf(observation: ObservationDetail): readonly Fact[] {
  const { ref, kind, kindByReporter, worry, agency, assignedTo, stage, reporter } = observation
  const { acknowledged, closed, raisedAt, waitedWorkingDays } = observation
  return [
    { term: 'Reference', value: ref },
    { term: FACT_WORDS.kind, value: kind.label },
    ...(kind.code === kindByReporter.code
      ? []
      : [{ term: FACT_WORDS.kindByReporter, value: kindByReporter.label }]),
    { term: FACT_WORDS.worry, value: worry?.label ?? 'Not said' },
    ...(stage === 'awaitingTriage'
      ? [{ term: FACT_WORDS.waiting, value: waited(waitedWorkingDays) }]
      : []),
    ...observation.waits.map(({ does, due, isLate }) => ({
      term: `${does} by`,
      value: `${dayOf(due)}${isLate ? ' (late)' : ''}`,
    })),
    { term: FACT_WORDS.agency, value: agency.name },
    { term: FACT_WORDS.who, value: assignedTo?.name ?? 'Anybody who triages there' },
    ...(acknowledged && stage !== 'closed'
      ? [{ term: 'On it', value: `${acknowledged.by.name}, since ${dayOf(acknowledged.at)}` }]
      : []),
    { term: FACT_WORDS.raised, value: timeOf(raisedAt) },
    {
      term: FACT_WORDS.raisedBy,
      value: `${reporter.name}, ${reporter.jobTitle}, ${reporter.agency}`,
    },
    ...(closed
      ? [{ term: FACT_WORDS.closed, value: `${dayOf(closed.at)}, ${closed.by.name}` }]
      : []),
  ]
}

const useStyles = makeStyles({ says: { margin: 0, maxWidth: '65ch' } })

const STORY = 'What the reporter wrote'

/** An observation for those who decide about it. */
export function TriagerView(props: ViewProps) {
  const { observation } = props
  const { decisions, feedback, history } = observation
  const styles = useStyles()
  const form = useOpenForm(observation)
  const story = <Narrative observation={observation} />
  return (
    <>
      <Panel title="At a glance">
        {observation.leftToOthers && <p className={styles.says}>{observation.leftToOthers}</p>}
        <Facts facts={factsOf(observation)} />
      </Panel>
      {/* While a form is open the story is with it, once. */}
      {form.opened === null && <Panel title={STORY}>{story}</Panel>}
      <Proposals proposals={observation.proposals} />
      {decisions.length > 0 && <Decisions decisions={decisions} />}
      {feedback.length > 0 && <FeedbackList feedback={feedback} />}
      {observation.follows.length > 0 && (
        <Panel title="What follows from it">
          <RecordLinks rows={observation.follows} />
        </Panel>
      )}
      <ActionArea
        {...props}
        title="What you can do"
        form={form}
        story={<Story title={STORY}>{story}</Story>}
      />
      <History history={history} />
    </>
  )
}
