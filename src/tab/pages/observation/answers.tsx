import { makeStyles, tokens } from '@fluentui/react-components'
import type { ObservationDetail } from '../../../contract/observations.ts'
import { Said } from '../../ui/said.tsx'

const useStyles = makeStyles({
  answers: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  label: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  said: { margin: 0 },
})

/** Questions and what was answered, in the reporter's own words. */
export function Answers({ answers }: { readonly answers: ObservationDetail['answers'] }) {
  const styles = useStyles()
  return (
    <dl className={styles.answers}>
      {answers.map(({ question, label, text }) => (
        <div key={question}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.said}>
            <Said text={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
