import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components'
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending'
import type { Figures } from '../../contract/figures.ts'
import { monthName, monthShort } from '../ui/dates.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { countText } from './count-text.ts'
import { CountedHow } from './counted-how.tsx'
import { DecisionsChart } from './decisions-chart.tsx'
import { FiguresTable } from './figures-table.tsx'
import { MixChart } from './mix-chart.tsx'
import type { Tile } from './tiles.tsx'
import { Tiles } from './tiles.tsx'

const useStyles = makeStyles({ says: { margin: 0, maxWidth: '75ch' } })

const daysText = (days: number | null) =>
  days === null ? 'Too few to say' : `${days} working ${days === 1 ? 'day' : 'days'}`

const tilesOf = ({ total, mix, medianWorkingDays }: Figures): readonly Tile[] => [
  {
    name: 'Reports',
    value: countText(total),
    says: 'More reports are a good sign: people feel able to speak up.',
  },
  {
    name: 'Good practice, good outcomes and typical cases',
    value: mix.appreciativePercent === null ? 'Too few to say' : `${mix.appreciativePercent}%`,
    says: 'A board learns from what goes well, not only from what goes wrong.',
  },
  {
    name: 'Time to a decision',
    value: daysText(medianWorkingDays),
    says: 'Half of the decisions took this long or less.',
  },
]

/** The figures of a range, each with a picture, a sentence and a table. */
export function FiguresView({ figures }: { readonly figures: Figures }) {
  const styles = useStyles()
  const { kinds, months, mix, decisions, says, countedHow, total } = figures
  if (total === 0)
    return (
      <EmptyState
        icon={<DataTrendingRegular />}
        says="Nothing was raised in this time. Choose a longer one, or tell people that they can speak up."
      />
    )
  return (
    <>
      {mix.warning !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{mix.warning}</MessageBarBody>
        </MessageBar>
      )}
      <Tiles tiles={tilesOf(figures)} />
      <Panel title="What people tell us">
        <p className={styles.says}>{says.mix}</p>
        <MixChart kinds={kinds} months={months} />
        <FiguresTable
          caption="Reports of each kind by month"
          columns={['Kind', ...months.map(monthShort), 'All']}
          rows={kinds.map(({ label, counts, total: all }) => ({
            name: label,
            cells: [...counts.map(countText), countText(all)],
          }))}
        />
        <CountedHow text={countedHow.mix} />
      </Panel>
      <Panel title="Time to a decision">
        <p className={styles.says}>{says.decisions}</p>
        <DecisionsChart decisions={decisions} />
        <FiguresTable
          caption="Decisions by month, and how long the middle one took"
          columns={['Month', 'Decided', 'Working days']}
          rows={decisions.map(({ month, decided, medianWorkingDays }) => ({
            name: monthName(month),
            cells: [
              countText(decided),
              medianWorkingDays === null ? '–' : String(medianWorkingDays),
            ],
          }))}
        />
        <CountedHow text={countedHow.decisions} />
      </Panel>
    </>
  )
}
