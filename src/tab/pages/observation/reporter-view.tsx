import { makeStyles, tokens } from '@fluentui/react-components'
import { FACT_WORDS } from '../../../contract/written.ts'
import { useSession } from '../../session/session-context.ts'
import { dayOf } from '../../ui/dates.ts'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SafetyLine } from '../home/safety-line.tsx'
import { ActionArea } from './action-area.tsx'
import { Decisions } from './decisions.tsx'
import { FeedbackList } from './feedback-list.tsx'
import { History } from './history.tsx'
import { Narrative } from './narrative.tsx'
import { useOpenForm } from './use-open-form.ts'
import type { ViewProps } from './view-props.ts'

const useStyles = makeStyles({
  says: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    maxWidth: '65ch',
    overflowWrap: 'anywhere',
  },
})

const ASKED = 'You were asked a question'

/** An observation for the person who raised it: what became of it. */
export function ReporterView(props: ViewProps) {
  const styles = useStyles()
  const { observation } = props
  const { me } = useSession()
  const form = useOpenForm(observation)
  const isAsked = observation.allowed.some(({ action }) => action === 'reply')
  const more = <ActionArea {...props} title={isAsked ? ASKED : 'More to say?'} form={form} />
  const { says, kind, raisedAt, agency, acknowledged, decisions, feedback, history } = observation
  return (
    <>
      <Panel title="Where it stands">
        <p className={styles.says}>{says}</p>
        <Facts
          facts={[
            { term: 'You raised it', value: dayOf(raisedAt) },
            { term: FACT_WORDS.kind, value: kind.label },
            { term: 'Who looks at it', value: agency.name },
            ...(acknowledged ? [{ term: 'On it', value: acknowledged.by.name }] : []),
          ]}
        />
      </Panel>
      {isAsked && more}
      {decisions.length > 0 && <Decisions decisions={decisions} />}
      {feedback.length > 0 && <FeedbackList feedback={feedback} />}
      <History history={history} />
      <Panel title="What you wrote">
        <Narrative observation={observation} />
      </Panel>
      <SafetyLine referral={me.board.referral} />
      {!isAsked && more}
    </>
  )
}
