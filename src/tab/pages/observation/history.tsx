import { makeStyles, tokens } from '@fluentui/react-components'
import type { RecordDetail } from '../../../contract/any-record.ts'
import { HIGH_CONTRAST } from '../../theme/high-contrast.ts'
import { timeOf } from '../../ui/dates.ts'
import { Panel } from '../../ui/panel.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    position: 'relative',
    paddingInlineStart: tokens.spacingHorizontalXL,
    paddingBottom: tokens.spacingVerticalL,
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    marginInlineStart: tokens.spacingHorizontalXS,
    overflowWrap: 'anywhere',
    ':last-child': {
      paddingBottom: 0,
      borderInlineStartColor: 'transparent',
      [HIGH_CONTRAST]: { borderInlineStartColor: 'Canvas' },
    },
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '-6px',
      top: '5px',
      width: '10px',
      height: '10px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorBrandStroke1,
      [HIGH_CONTRAST]: { backgroundColor: 'CanvasText' },
    },
  },
  says: { display: 'block', unicodeBidi: 'isolate' },
  when: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

/** Everything that happened, in order. */
export function History({ history }: Pick<RecordDetail, 'history'>) {
  const styles = useStyles()
  return (
    <Panel title="What happened">
      <ol className={styles.list}>
        {history.map(({ seq, says, at, by }) => (
          <li key={seq} className={styles.entry}>
            <span className={styles.says}>{says}</span>
            <span className={styles.when}>
              <time dateTime={at}>{timeOf(at)}</time>, {by.name}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
