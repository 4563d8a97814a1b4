import type { LateMatter } from '../../../contract/late.ts'
import { dayOf } from '../../ui/dates.ts'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'

const daysLate = (days: number) => (days === 1 ? '1 working day late' : `${days} working days late`)

export const wasDue = ({ due, lateWorkingDays }: Pick<LateMatter, 'due' | 'lateWorkingDays'>) =>
  `was due ${dayOf(due)}${lateWorkingDays > 0 ? ` (${daysLate(lateWorkingDays)})` : ''}`

/** What is late about a record: since when, whose it is, and what can be done. */
export function WhatIsLate({ late }: { readonly late: readonly LateMatter[] }) {
  return late.map((one) => (
    <Panel
      key={`${one.matter} ${one.due}`}
      title={`Late: ${one.matter.charAt(0).toLowerCase()}${one.matter.slice(1)}`}
    >
      <Facts
        facts={[
          { term: 'Since when', value: `It ${wasDue(one)}` },
          { term: 'Who has it', value: one.heldBy },
          { term: 'What helps now', value: one.canDo },
        ]}
      />
    </Panel>
  ))
}
