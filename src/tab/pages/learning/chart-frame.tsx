import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { HIGH_CONTRAST } from '../../theme/high-contrast.ts'
import { niceTop } from './nice-top.ts'
import { useWidth } from './use-width.ts'

const HEIGHT = 220
const LEFT = 32
const BOTTOM = 24
const TOP = 16
const LABEL_WIDTH = 76

const useStyles = makeStyles({
  // The height is set before the width is known, so that nothing moves.
  frame: { height: `${HEIGHT}px`, overflow: 'hidden' },
  grid: { stroke: tokens.colorNeutralStroke2, [HIGH_CONTRAST]: { stroke: 'GrayText' } },
  text: {
    fill: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    [HIGH_CONTRAST]: { fill: 'CanvasText' },
  },
})

export interface BarPlace {
  readonly x: number
  readonly width: number
  /** Where a number stands on the axis. */
  readonly y: (value: number) => number
}

interface Props {
  /** What the picture shows, for people who cannot see it. The numbers are in the table. */
  readonly label: string
  /** The columns from left to right, each in words and with a short label under its bar. */
  readonly columns: readonly { readonly label: string; readonly short: string }[]
  /** The highest number it has to hold. */
  readonly most: number
  readonly defs?: ReactNode
  /** The bar of one place. */
  readonly children: (column: number, place: BarPlace) => ReactNode
}

/** Axes and columns of a bar chart, as wide as there is room. */
export function ChartFrame({ label, columns, most, defs, children }: Props) {
  const styles = useStyles()
  const [frame, width] = useWidth<HTMLDivElement>()
  const top = niceTop(most)
  const step = ((width ?? 0) - LEFT) / Math.max(columns.length, 1)
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP)
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / Math.max(step, 1)))
  return (
    <div ref={frame} className={styles.frame}>
      {width !== null && (
        <svg role="img" aria-label={label} width={width} height={HEIGHT}>
          <defs>{defs}</defs>
          {[0, top / 2, top].map((value) => (
            <g key={value}>
              <line className={styles.grid} x1={LEFT} x2={width} y1={y(value)} y2={y(value)} />
              <text className={styles.text} x={LEFT - 6} y={y(value) + 4} textAnchor="end">
                {value}
              </text>
            </g>
          ))}
          {columns.map((column, place) => {
            const bar = Math.min(step * 0.64, 48)
            const x = LEFT + step * place + (step - bar) / 2
            return (
              <g key={column.label}>
                <title>{column.label}</title>
                {children(place, { x, width: bar, y })}
                {place % every === 0 && (
                  <text className={styles.text} x={x + bar / 2} y={HEIGHT - 6} textAnchor="middle">
                    {column.short}
                  </text>
                )}
              </g>
            )
          })}
        </svg>
      )}
    </div>
  )
}
