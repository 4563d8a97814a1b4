import { makeStyles, tokens } from '@fluentui/react-components'
import { timeOf } from '../../ui/dates.ts'
import { Said } from '../../ui/said.tsx'
import { Answers } from './answers.tsx'
import type { ViewProps } from './view-props.ts'

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

/** What the reporter wrote, and what they added later. */
export function Narrative({ observation: { answers, additions } }: Pick<ViewProps, 'observation'>) {
  const styles = useStyles()
  return (
    <>
      <Answers answers={answers} />
      {additions.map((addition) => (
        <div key={addition.at} className={styles.addition}>
          <p className={styles.when}>Added on {timeOf(addition.at)}</p>
          {addition.text !== null && <Said text={addition.text} />}
          {addition.answers.length > 0 && <Answers answers={addition.answers} />}
        </div>
      ))}
    </>
  )
}
