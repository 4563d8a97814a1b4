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

/** What the reporter wrote, then in order what they were asked and added later. */
export function Narrative({
  observation: { answers, additions, questions },
}: Pick<ViewProps, 'observation'>) {
  const styles = useStyles()
  const asked = questions.map(({ question, at, by }) => ({
    at,
    when: `${by.name} asked on ${timeOf(at)}`,
    text: question,
    answers: [],
  }))
  const added = additions.map((addition) => ({
    ...addition,
    when: `${addition.isReply ? 'Answered' : 'Added'} on ${timeOf(addition.at)}`,
  }))
  const later = [...asked, ...added].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  return (
    <>
      <Answers answers={answers} />
      {later.map((addition) => (
        <div key={addition.when} className={styles.addition}>
          <p className={styles.when}>{addition.when}</p>
          {addition.text !== null && <Said text={addition.text} />}
          {addition.answers.length > 0 && <Answers answers={addition.answers} />}
        </div>
      ))}
    </>
  )
}
