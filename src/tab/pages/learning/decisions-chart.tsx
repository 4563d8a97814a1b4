import { makeStyles, tokens } from '@fluentui/react-components'
import type { Figures } from '../../../contract/figures.ts'
import { HIGH_CONTRAST } from '../../theme/high-contrast.ts'
import { ChartFrame } from './chart-frame.tsx'

const useStyles = makeStyles({
  bar: { fill: tokens.colorBrandStroke1, [HIGH_CONTRAST]: { fill: 'CanvasText' } },
  value: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    [HIGH_CONTRAST]: { fill: 'CanvasText' },
  },
})

/** How many working days the median decision of each quarter took. */
export function DecisionsChart({ quarters, decisions }: Pick<Figures, 'quarters' | 'decisions'>) {
  const styles = useStyles()
  const { medianWorkingDays } = decisions
  return (
    <ChartFrame
      label="Bar chart of working days to a decision by quarter. The table below it has the numbers."
      columns={quarters}
      most={Math.max(...medianWorkingDays.map((days) => days ?? 0), 1)}
    >
      {(quarter, { x, width, y }) => {
        const days = medianWorkingDays[quarter] ?? null
        return (
          <>
            {days !== null && (
              <rect
                className={styles.bar}
                x={x}
                width={width}
                y={y(days)}
                height={Math.max(y(0) - y(days), 2)}
              />
            )}
            <text
              className={styles.value}
              x={x + width / 2}
              y={(days === null ? y(0) : y(days)) - 4}
              textAnchor="middle"
            >
              {days ?? '–'}
            </text>
          </>
        )
      }}
    </ChartFrame>
  )
}
