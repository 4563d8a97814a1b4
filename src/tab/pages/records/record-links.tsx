import { makeStyles, tokens } from '@fluentui/react-components'
import type { RecordRow } from '../../../contract/any-record.ts'
import { href } from '../../route/href.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  link: {
    display: 'block',
    padding: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  rest: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
})

/** Records one below the other, each a link to its page. */
export function RecordLinks({ rows }: { readonly rows: readonly RecordRow[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {rows.map(({ ref, kind, title, stage, says }) => (
        <li key={ref}>
          <a href={href.record(kind, ref)} className={styles.link}>
            <span className={styles.title}>{title}</span> {ref}
            <span className={styles.rest}>
              {stage}. {says}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
