import { makeStyles, tokens } from '@fluentui/react-components'
import type { Figures } from '../../contract/figures.ts'
import { ChartFrame } from './chart-frame.tsx'

const useStyles = makeStyles({
  bar: { fill: tokens.colorBrandStroke1 },
  value: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
})

/** How many working days the middle decision of each month took. */
export function DecisionsChart({ decisions }: Pick<Figures, 'decisions'>) {
  const styles = useStyles()
  return (
    <ChartFrame
      label="Bar chart of working days to a decision by month. The table below it has the numbers."
      months={decisions.map(({ month }) => month)}
      most={Math.max(...decisions.map(({ medianWorkingDays }) => medianWorkingDays ?? 0), 1)}
    >
      {(month, { x, width, y }) => {
        const days = decisions[month]?.medianWorkingDays ?? null
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
