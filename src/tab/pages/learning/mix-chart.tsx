import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Figures } from '../../../contract/figures.ts'
import { HIGH_CONTRAST } from '../../theme/high-contrast.ts'
import { ChartFrame } from './chart-frame.tsx'
import { KindPatterns, patternId } from './kind-patterns.tsx'
import type { StackPart } from './stack-of.ts'
import { stackOf } from './stack-of.ts'

// Every hidden count has the same height, so that the picture gives nothing away.
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
  together: {
    fill: tokens.colorNeutralBackground5,
    stroke: tokens.colorNeutralForeground2,
    [HIGH_CONTRAST]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  hidden: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground2,
    strokeDasharray: '3 2',
    [HIGH_CONTRAST]: { stroke: 'CanvasText' },
  },
  edge: { stroke: tokens.colorNeutralBackground1, [HIGH_CONTRAST]: { stroke: 'CanvasText' } },
})

const heightOf = ({ count }: StackPart) => count ?? HIDDEN_HEIGHT

type Props = Pick<Figures, 'quarters' | 'all' | 'groups'>

/** How many of each kind were raised in each quarter, stacked. */
export function MixChart({ quarters, all, groups }: Props) {
  const styles = useStyles()
  const chart = useId()
  const kinds = groups.flatMap((group) => group.kinds)
  const stacks = quarters.map((_, quarter) => stackOf({ all, groups }, quarter))
  const parts = stacks.flat()
  const tops = stacks.map((stack) => stack.reduce((sum, part) => sum + heightOf(part), 0))
  const isTogether = ({ kind, count }: StackPart) => kind === null && count !== null
  const styleOf = (part: StackPart) => {
    if (part.count === null) return styles.hidden
    return part.kind === null ? styles.together : styles.edge
  }
  const drawn = (part: StackPart) =>
    part.kind !== null && { fill: `url(#${patternId(chart, part.kind)})` }
  return (
    <>
      <ChartFrame
        label="Bar chart of the kinds by quarter. The table below it has the numbers."
        columns={quarters}
        most={Math.max(...tops, 1)}
        defs={<KindPatterns chart={chart} count={kinds.length} />}
      >
        {(quarter, { x, width, y }) => {
          let below = 0
          return stacks[quarter]?.map((part) => {
            const from = below
            below += heightOf(part)
            return (
              <rect
                key={part.key}
                x={x}
                width={width}
                y={y(below) + 1}
                height={Math.max(y(from) - y(below) - 1, 1)}
                className={styleOf(part)}
                {...drawn(part)}
              />
            )
          })
        }}
      </ChartFrame>
      <ul aria-label="What the patterns mean" className={styles.legend}>
        {kinds.map(({ code, label }, place) => (
          <li key={code} className={styles.entry}>
            <svg width="16" height="16" aria-hidden="true">
              <rect width="16" height="16" fill={`url(#${patternId(chart, place)})`} />
            </svg>
            {label}
          </li>
        ))}
        {parts.some(isTogether) && (
          <li className={styles.entry}>
            <svg width="16" height="16" aria-hidden="true">
              <rect x="1" y="1" width="14" height="14" className={styles.together} />
            </svg>
            Several kinds together
          </li>
        )}
        {parts.some(({ count }) => count === null) && (
          <li className={styles.entry}>
            <svg width="16" height="16" aria-hidden="true">
              <rect x="1" y="3" width="14" height="10" className={styles.hidden} />
            </svg>
            Hidden: not drawn to size
          </li>
        )}
      </ul>
    </>
  )
}
