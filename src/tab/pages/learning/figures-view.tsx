import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending'
import type { Counted, Figures } from '../../../contract/figures.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { countText, totalText } from './count-text.ts'
import { CountedHow } from './counted-how.tsx'
import { DecisionsChart } from './decisions-chart.tsx'
import type { TableRow } from './figures-table.tsx'
import { FiguresTable } from './figures-table.tsx'
import { MixChart } from './mix-chart.tsx'
import type { Tile } from './tiles.tsx'
import { Tiles } from './tiles.tsx'
import { TimesPanel } from './times-panel.tsx'

const useStyles = makeStyles({
  says: { margin: 0, maxWidth: '75ch' },
  notYet: { margin: 0, color: tokens.colorNeutralForeground2 },
})

const daysText = (days: number | null) =>
  days === null ? 'Too few to say' : `${days} working ${days === 1 ? 'day' : 'days'}`

const tilesOf = ({ all, mix, decisions }: Figures): readonly Tile[] => [
  {
    name: 'Reports',
    value: totalText(all.total),
    says: 'More reports are a good sign: people feel able to speak up.',
  },
  {
    name: 'Good practice, good outcomes and typical cases',
    value: mix.appreciativePercent === null ? 'Too few to say' : `${mix.appreciativePercent}%`,
    says: 'A board learns from what goes well, not only from what goes wrong.',
  },
  {
    name: 'Time to a decision',
    value: daysText(decisions.overall),
    says: 'Half of the decisions took this long or less.',
  },
]

const cellsOf = ({ counts, total }: Pick<Counted, 'counts' | 'total'>) => [
  ...counts.map(countText),
  totalText(total),
]

const mixRows = ({ groups, all }: Figures): readonly TableRow[] => [
  ...groups.flatMap((group) => [
    { name: group.label, cells: cellsOf(group), isSum: true },
    ...group.kinds.map((kind) => ({ name: kind.label, cells: cellsOf(kind) })),
  ]),
  { name: 'All', cells: cellsOf(all), isSum: true },
]

/** The figures of a period, each with a picture, a sentence and a table. */
export function FiguresView({ figures }: { readonly figures: Figures }) {
  const styles = useStyles()
  const { quarters, all, groups, mix, decisions, activities, says, countedHow } = figures
  if (all.total.count === 0 && !all.total.orMore)
    return (
      <EmptyState
        icon={<DataTrendingRegular />}
        says={`Nothing was raised in this time. ${says.notYet} Tell people that they can speak up.`}
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
        <p className={styles.notYet}>{says.notYet}</p>
        <MixChart quarters={quarters} all={all} groups={groups} />
        <FiguresTable
          caption="Reports of each kind by quarter"
          columns={['Kind', ...quarters.map(({ short }) => short), 'All']}
          rows={mixRows(figures)}
        />
        <CountedHow text={countedHow.mix} />
      </Panel>
      <Panel title="Time to a decision">
        <p className={styles.says}>{says.decisions}</p>
        <DecisionsChart quarters={quarters} decisions={decisions} />
        <FiguresTable
          caption="How long the middle decision of each quarter took"
          columns={['Quarter', 'Working days']}
          rows={quarters.map(({ label }, quarter) => ({
            name: label,
            cells: [String(decisions.medianWorkingDays[quarter] ?? '–')],
          }))}
        />
        <CountedHow text={countedHow.decisions} />
      </Panel>
      <TimesPanel quarters={quarters} times={figures.times} />
      <Panel title="Learning activities">
        <FiguresTable
          caption="Supervision, meetings, training and audits that were held, by quarter"
          columns={['Type', ...quarters.map(({ short }) => short), 'All']}
          rows={[
            { name: 'All', ...activities.all },
            ...activities.types.map(({ label, ...counted }) => ({ name: label, ...counted })),
          ].map(({ name, counts, total }) => ({
            name,
            cells: [...counts.map(countText), totalText(total)],
          }))}
        />
        <CountedHow text={activities.countedHow} />
      </Panel>
    </>
  )
}
