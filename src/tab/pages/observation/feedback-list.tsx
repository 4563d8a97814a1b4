import { makeStyles, tokens } from '@fluentui/react-components'
import type { ObservationDetail } from '../../../contract/observations.ts'
import { dayOf } from '../../ui/dates.ts'
import { Panel } from '../../ui/panel.tsx'
import { Said } from '../../ui/said.tsx'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  by: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
})

/** What the reporter was told after the decision. */
export function FeedbackList({ feedback }: Pick<ObservationDetail, 'feedback'>) {
  const styles = useStyles()
  return (
    <Panel title="What was done">
      <ul className={styles.list}>
        {feedback.map(({ mode, text, at, by }) => (
          <li key={`${at} ${mode.code}`}>
            <Said text={text} />
            <p className={styles.by}>
              {mode.label}: {by.name}, {dayOf(at)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
