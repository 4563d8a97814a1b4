import { Badge } from '@fluentui/react-components'
import type { Stage } from '../../contract/observations.ts'

export const STAGE_LABELS = {
  awaitingTriage: 'Waiting for a decision',
  underWay: 'Under way',
  closed: 'Closed',
} as const satisfies Record<Stage, string>

const COLOURS = {
  awaitingTriage: 'brand',
  underWay: 'informative',
  closed: 'subtle',
} as const satisfies Record<Stage, string>

/** Where an observation stands, in words. The colour only repeats them. */
export function StageBadge({ stage }: { readonly stage: Stage }) {
  return (
    <Badge appearance="tint" color={COLOURS[stage]}>
      {STAGE_LABELS[stage]}
    </Badge>
  )
}
