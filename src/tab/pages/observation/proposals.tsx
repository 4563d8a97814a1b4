import { makeStyles, tokens } from '@fluentui/react-components'
import type { Proposal } from '../../../contract/observations.ts'
import { Panel } from '../../ui/panel.tsx'
import { Said } from '../../ui/said.tsx'

const useStyles = makeStyles({
  says: { margin: 0, fontWeight: tokens.fontWeightSemibold, maxWidth: '75ch' },
  why: { margin: 0, maxWidth: '75ch' },
  label: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

/** Proposals that wait for a second person, with all their content. */
export function Proposals({
  proposals,
  title = 'What is proposed',
  why = null,
}: {
  readonly proposals: readonly Proposal[]
  readonly title?: string
  /** Why whoever reads it is asked. */
  readonly why?: string | null
}) {
  const styles = useStyles()
  if (proposals.length === 0) return null
  return (
    <Panel title={title}>
      {why !== null && <p className={styles.why}>{why}</p>}
      {proposals.map(({ number, says, holds }) => (
        <div key={number}>
          <p className={styles.says}>{says}</p>
          {holds.map(({ label, text }) => (
            <div key={label}>
              <p className={styles.label}>{label}</p>
              <Said text={text} />
            </div>
          ))}
        </div>
      ))}
    </Panel>
  )
}
