import { Label, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { z } from 'zod'
import type { Personas } from '../../contract/people.ts'
import { Select } from '../ui/select.tsx'

type People = z.output<typeof Personas>['people']

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThick} dashed ${tokens.colorPaletteMarigoldBorder2}`,
    fontSize: tokens.fontSizeBase200,
  },
  pick: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    maxWidth: '100%',
  },
  label: { whiteSpace: 'nowrap' },
  select: { maxWidth: '24rem' },
})

interface Props {
  readonly person: string
  readonly people: People
  readonly onChoose: (person: string) => void
}

/** Says on every screen that this is local mode, and as whom. Another person is one choice away. */
export function ActAsBar({ person, people, onChoose }: Props) {
  const styles = useStyles()
  const id = useId()
  const acting = people.find((one) => one.id === person)
  const choices = acting ? people : [{ id: person, name: person, says: '' }, ...people]
  return (
    <section aria-label="Local mode" className={styles.bar}>
      <span>
        Local mode: acting as <strong>{acting?.name ?? person}</strong>
      </span>
      <div className={styles.pick}>
        <Label htmlFor={id} size="small" className={styles.label}>
          Act as
        </Label>
        <Select
          id={id}
          size="small"
          className={styles.select}
          value={person}
          onChange={(_, { value }) => onChoose(value)}
        >
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.says === '' ? one.name : `${one.name}, ${one.says}`}
            </option>
          ))}
        </Select>
      </div>
    </section>
  )
}
