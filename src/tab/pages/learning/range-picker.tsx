import { Field, makeStyles } from '@fluentui/react-components'
import { PERIOD_LENGTHS } from '../../../contract/figures.ts'
import { href } from '../../route/href.ts'
import { Select } from '../../ui/select.tsx'

/** The quarters asked for: how many, and the last of them; without it, the one that ended last. */
export interface Range {
  readonly quarters: number
  readonly to?: string
}

interface Choice {
  readonly label: string
  readonly range: Range
}

const YEARS_BACK = 3

/** Up to now, and the calendar years that have ended. */
const choicesIn = (year: number): readonly Choice[] => [
  ...PERIOD_LENGTHS.map((quarters) => ({
    label: quarters === 1 ? 'Last quarter' : `Last ${quarters} quarters`,
    range: { quarters },
  })),
  ...Array.from({ length: YEARS_BACK }, (_, n) => year - 1 - n).map((past) => ({
    label: String(past),
    range: { quarters: 4, to: `${past}-12` },
  })),
]

const queryOf = ({ quarters, to }: Range) =>
  new URLSearchParams({ quarters: String(quarters), ...(to !== undefined && { to }) })

/** A year shows a trend without giving old numbers weight. */
const USUAL: Range = { quarters: 4 }

/** The range an address names, if it can be chosen. */
export function rangeIn(query: URLSearchParams, year: number): Range {
  const named = query.toString()
  return choicesIn(year).find(({ range }) => queryOf(range).toString() === named)?.range ?? USUAL
}

const useStyles = makeStyles({ picker: { width: '180px' } })

/** Chooses the quarters of the figures. The address keeps the choice. */
export function RangePicker({ range, year }: { readonly range: Range; readonly year: number }) {
  const styles = useStyles()
  return (
    <Field label="Period" className={styles.picker}>
      <Select
        value={queryOf(range).toString()}
        onChange={(_, { value }) =>
          window.location.replace(href.learning(new URLSearchParams(value)))
        }
      >
        {choicesIn(year).map((choice) => (
          <option key={choice.label} value={queryOf(choice.range).toString()}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
