import { endOf } from '../words/office-hours.ts'
import type { Duty } from './duties.ts'
import type { Proposal } from './proposals.ts'
import { remindedUntilDone } from './rungs.ts'

/** A proposal waits for those who may agree until it lapses, never for who proposed it. */
export const proposalDuties = (
  proposals: readonly Proposal[] | undefined,
  about: Pick<Duty, 'holder' | 'agency' | 'of' | 'past' | 'notFor'>,
): readonly Duty[] =>
  (proposals ?? []).map(({ number, by, at, until }) => {
    const dates = { since: at, due: endOf(until) }
    return {
      ...about,
      ...dates,
      key: `agree:${number}`,
      person: null,
      rank: 1,
      notFor: [...new Set([...about.notFor, by])],
      rungs: remindedUntilDone(dates, 'holder'),
      lapses: true,
    }
  })
