import { makeStyles, tokens } from '@fluentui/react-components'

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
    textAlign: 'start',
    paddingBottom: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
  },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    textAlign: 'end',
    whiteSpace: 'nowrap',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { textAlign: 'start' },
  },
  head: { fontWeight: tokens.fontWeightSemibold },
})

interface Props {
  readonly caption: string
  /** The first one stands over the names of the rows. */
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
}

/** The numbers behind a picture; it scrolls within itself where it is wider than the page. */
export function FiguresTable({ caption, columns, rows }: Props) {
  const styles = useStyles()
  return (
    <section
      aria-label={caption}
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard it scrolls only with the focus
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.cell}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row" className={styles.cell}>
                {name}
              </th>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
