import { Field, makeStyles, Select } from '@fluentui/react-components'
import { href } from '../route/href.ts'

export const RANGES = [3, 6, 12] as const
export type Range = (typeof RANGES)[number]

/** Half a year shows a trend without the weight of an old one. */
const USUAL: Range = 6

export const rangeIn = (query: URLSearchParams): Range =>
  RANGES.find((range) => String(range) === query.get('months')) ?? USUAL

const useStyles = makeStyles({ picker: { width: '180px' } })

/** How far back the figures go; the address keeps it. */
export function RangePicker({ range }: { readonly range: Range }) {
  const styles = useStyles()
  return (
    <Field label="Period" className={styles.picker}>
      <Select
        value={String(range)}
        onChange={(_, { value }) =>
          window.location.replace(href.learning(new URLSearchParams({ months: value })))
        }
      >
        {RANGES.map((months) => (
          <option key={months} value={String(months)}>
            Last {months} months
          </option>
        ))}
      </Select>
    </Field>
  )
}
