import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Figures, ShownCount } from '../../contract/figures.ts'
import { ChartFrame } from './chart-frame.tsx'
import { KindPatterns, patternId } from './kind-patterns.tsx'

// A hidden count is drawn at one height, whatever it is, so that the picture gives nothing away.
const HIDDEN_HEIGHT = 2

const useStyles = makeStyles({
  legend: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge },
  hidden: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground2,
    strokeDasharray: '3 2',
  },
  edge: { stroke: tokens.colorNeutralBackground1 },
})

const heightOf = (count: ShownCount | undefined) =>
  count === 'fewerThan5' ? HIDDEN_HEIGHT : (count ?? 0)

/** How many of each kind were raised in each month, stacked. */
export function MixChart({ kinds, months }: Pick<Figures, 'kinds' | 'months'>) {
  const styles = useStyles()
  const chart = useId()
  const shown = kinds.map((kind, place) => ({ ...kind, place }))
  const totals = months.map((_, month) =>
    shown.reduce((sum, { counts }) => sum + heightOf(counts[month]), 0),
  )
  const anyHidden = shown.some(({ counts }) => counts.includes('fewerThan5'))
  return (
    <>
      <ChartFrame
        label="Bar chart of the kinds by month. The table below it has the numbers."
        months={months}
        most={Math.max(...totals, 1)}
        defs={<KindPatterns chart={chart} count={kinds.length} />}
      >
        {(month, { x, width, y }) => {
          let below = 0
          return shown.map(({ code, counts, place }) => {
            const from = below
            below += heightOf(counts[month])
            if (below === from) return null
            const isHidden = counts[month] === 'fewerThan5'
            return (
              <rect
                key={code}
                x={x}
                width={width}
                y={y(below) + 1}
                height={Math.max(y(from) - y(below) - 1, 1)}
                className={isHidden ? styles.hidden : styles.edge}
                {...(!isHidden && { fill: `url(#${patternId(chart, place)})` })}
              />
            )
          })
        }}
      </ChartFrame>
      <ul aria-label="What the patterns mean" className={styles.legend}>
        {shown.map(({ code, label, place }) => (
          <li key={code} className={styles.entry}>
            <svg width="16" height="16" aria-hidden="true">
              <rect width="16" height="16" fill={`url(#${patternId(chart, place)})`} />
            </svg>
            {label}
          </li>
        ))}
        {anyHidden && (
          <li className={styles.entry}>
            <svg width="16" height="16" aria-hidden="true">
              <rect x="1" y="3" width="14" height="10" className={styles.hidden} />
            </svg>
            Fewer than 5: not drawn to size
          </li>
        )}
      </ul>
    </>
  )
}
