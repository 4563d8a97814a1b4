import { makeStyles, tokens } from '@fluentui/react-components'
import type { ObservationDetail } from '../../contract/observations.ts'
import { timeOf } from '../ui/dates.ts'
import { Panel } from '../ui/panel.tsx'
import { Said } from '../ui/said.tsx'
import { Answers } from './answers.tsx'

const useStyles = makeStyles({
  addition: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  when: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
})

interface Props {
  readonly title: string
  readonly observation: ObservationDetail
}

/** What the reporter wrote, and what they added later. */
export function Narrative({ title, observation: { answers, additions } }: Props) {
  const styles = useStyles()
  return (
    <Panel title={title}>
      <Answers answers={answers} />
      {additions.map((addition) => (
        <div key={addition.at} className={styles.addition}>
          <p className={styles.when}>Added on {timeOf(addition.at)}</p>
          {addition.text !== null && <Said text={addition.text} />}
          {addition.answers.length > 0 && <Answers answers={addition.answers} />}
        </div>
      ))}
    </Panel>
  )
}
