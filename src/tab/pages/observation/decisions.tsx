import { makeStyles, tokens } from '@fluentui/react-components'
import type { ObservationDetail } from '../../../contract/observations.ts'
import { dayOf, plainDay } from '../../ui/dates.ts'
import { Panel } from '../../ui/panel.tsx'
import { Said } from '../../ui/said.tsx'
import { waited } from '../../ui/waited.ts'

const useStyles = makeStyles({
  decision: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  earlier: {
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  outcome: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  words: {
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
  label: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

type Decision = ObservationDetail['decisions'][number]

const took = (workingDays: number) =>
  workingDays === 0 ? 'within a working day' : `after ${waited(workingDays)}`

const byLine = ({ by, at, tookWorkingDays, nextReviewOn }: Decision) =>
  [
    `Decided by ${by.name} on ${dayOf(at)}, ${took(tookWorkingDays)}.`,
    nextReviewOn === null ? '' : `To be looked at again on ${plainDay(nextReviewOn)}.`,
  ]
    .join(' ')
    .trim()

/** The decision that stands, and those before it. */
export function Decisions({ decisions }: Pick<ObservationDetail, 'decisions'>) {
  const styles = useStyles()
  const latestFirst = [...decisions].reverse()
  return (
    <Panel title="The decision">
      {latestFirst.map((decision, place) => (
        <div key={decision.at} className={place > 0 ? styles.earlier : undefined}>
          <div className={styles.decision}>
            {place > 0 && <p className={styles.label}>Before that</p>}
            <p className={styles.outcome}>{decision.outcome.label}</p>
            <Said text={decision.words} className={styles.words} />
            <p className={styles.label}>Why</p>
            <Said text={decision.reason} />
            <p className={styles.label}>{byLine(decision)}</p>
          </div>
        </div>
      ))}
    </Panel>
  )
}
