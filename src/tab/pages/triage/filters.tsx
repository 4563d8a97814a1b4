import { Field, makeStyles, tokens } from '@fluentui/react-components'
import type { Labelled, Named } from '../../../contract/common.ts'
import { Stage } from '../../../contract/observations.ts'
import { href } from '../../route/href.ts'
import { Select } from '../../ui/select.tsx'
import { STAGE_LABELS } from '../../ui/stage-badge.tsx'
import type { TriageFilter } from './triage-filter.ts'
import { triageFilter } from './triage-filter.ts'

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  whole: { gridColumnStart: 1, gridColumnEnd: 3 },
})

interface Props {
  readonly filter: TriageFilter
  readonly kinds: readonly Labelled[]
  readonly agencies: readonly Named[]
  /** Stays open beside the list. */
  readonly selected: string | null
}

/** Narrows the queue. The address keeps the choice. */
export function Filters({ filter, kinds, agencies, selected }: Props) {
  const styles = useStyles()
  const choose = (changed: Partial<Record<keyof TriageFilter, string>>) => {
    const next = new URLSearchParams({ ...filter, ...changed })
    const query = triageFilter.write(triageFilter.read(next))
    window.location.replace(
      selected === null ? href.triage(query) : href.observation(selected, query),
    )
  }
  return (
    <search className={styles.filters}>
      <Field label="Stage" size="small" className={styles.whole}>
        <Select
          size="small"
          value={filter.stage}
          onChange={(_, { value }) => choose({ stage: value })}
        >
          {Stage.options.map((stage) => (
            <option key={stage} value={stage}>
              {STAGE_LABELS[stage]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Kind" size="small" className={agencies.length > 1 ? undefined : styles.whole}>
        <Select
          size="small"
          value={filter.kind}
          onChange={(_, { value }) => choose({ kind: value })}
        >
          <option value="">All kinds</option>
          {kinds.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {agencies.length > 1 && (
        <Field label="Agency" size="small">
          <Select
            size="small"
            value={filter.agency}
            onChange={(_, { value }) => choose({ agency: value })}
          >
            <option value="">All agencies</option>
            {agencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </search>
  )
}
