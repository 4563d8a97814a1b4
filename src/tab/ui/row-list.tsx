import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
  },
  item: {
    minWidth: 0,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    // Ten thousand rows cost only what is on the screen.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 84px',
  },
})

interface Props<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly children: (row: Row) => ReactNode
}

/** Rows under each other with a line above each. */
export function RowList<Row>({ label, rows, keyOf, children }: Props<Row>) {
  const styles = useStyles()
  return (
    <ul aria-label={label} className={styles.list}>
      {rows.map((row) => (
        <li key={keyOf(row)} className={styles.item}>
          {children(row)}
        </li>
      ))}
    </ul>
  )
}
