import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'

/** More columns than this do not fit beside each other on a phone. */
const MANY = 3

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  caption: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  // Only where it may be wider than the page, since nothing else there shows that there is more.
  narrow: { display: 'none', '@media (max-width: 479px)': { display: 'block' } },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXS}`,
    textAlign: 'end',
    '@media (min-width: 640px)': { paddingInline: tokens.spacingHorizontalS },
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    // The names stay in sight while the numbers scroll.
    position: 'sticky',
    insetInlineStart: 0,
    textAlign: 'start',
    minWidth: '6rem',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  number: { whiteSpace: 'nowrap' },
  sum: { fontWeight: tokens.fontWeightSemibold },
  part: { fontWeight: tokens.fontWeightRegular },
})

export interface TableRow {
  readonly name: string
  readonly cells: readonly string[]
  /** The sum of the rows beside it. */
  readonly isSum?: boolean
}

interface Props {
  readonly caption: string
  /** The first one is the heading of the row names. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

/** The numbers behind a picture. Scrolls within itself where it is wider than the page. */
export function FiguresTable({ caption, columns, rows }: Props) {
  const styles = useStyles()
  const id = useId()
  return (
    <>
      <p id={id} className={styles.caption}>
        {caption}
      </p>
      {columns.length > MANY && (
        <p className={mergeClasses(styles.caption, styles.narrow)}>
          Where the table is wider than the page it scrolls sideways.
        </p>
      )}
      <section
        aria-labelledby={id}
        className={styles.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard it scrolls only with the focus
        tabIndex={0}
      >
        <table aria-labelledby={id} className={styles.table}>
          <thead>
            <tr>
              {columns.map((column, place) => (
                <th
                  key={column}
                  scope="col"
                  className={mergeClasses(styles.cell, place === 0 && styles.name)}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells, isSum = false }) => (
              <tr key={name} className={isSum ? styles.sum : styles.part}>
                <th
                  scope="row"
                  className={mergeClasses(
                    styles.cell,
                    styles.name,
                    isSum ? styles.sum : styles.part,
                  )}
                >
                  {name}
                </th>
                {cells.map((cell, place) => (
                  <td key={columns[place + 1]} className={mergeClasses(styles.cell, styles.number)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
