import { makeStyles } from '@fluentui/react-components'
import type { Figures } from '../../../contract/figures.ts'
import { Panel } from '../../ui/panel.tsx'
import { CountedHow } from './counted-how.tsx'
import { FiguresTable } from './figures-table.tsx'

const useStyles = makeStyles({ says: { margin: 0, maxWidth: '75ch' } })

const percent = (share: number | null) => (share === null ? '–' : `${share}%`)
const days = (count: number | null) => String(count ?? '–')

/** Whether reporters heard when they were promised to. */
export function TimesPanel({ quarters, times }: Pick<Figures, 'quarters' | 'times'>) {
  const styles = useStyles()
  const { onTimePercent, firstWord, decision } = times
  return (
    <Panel title="Was it on time?">
      <p className={styles.says}>{times.says}</p>
      <FiguresTable
        caption="Share of decisions on time, and working days until the reporter heard, by quarter of the first decision"
        columns={['What', ...quarters.map(({ short }) => short)]}
        rows={[
          { name: 'Decided on time, at least', cells: onTimePercent.map(percent), isSum: true },
          { name: 'First word: half within', cells: firstWord.half.map(days) },
          { name: 'First word: nine in ten within', cells: firstWord.nineInTen.map(days) },
          { name: 'Decision: half within', cells: decision.half.map(days) },
          { name: 'Decision: nine in ten within', cells: decision.nineInTen.map(days) },
        ]}
      />
      <CountedHow text={times.countedHow} />
    </Panel>
  )
}
