import { holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Claim, Duty, Step } from '../machinery/duties.ts'
import { claimOf, keyOfPerson } from '../machinery/duties.ts'
import { remindedUntilDone } from '../machinery/rungs.ts'
import { isKeptFromFollowing } from '../observation/following.ts'
import type { Matter } from '../registered.ts'
import type { Actor } from '../words/actor.ts'
import type { PersonId } from '../words/ids.ts'
import { endOf } from '../words/office-hours.ts'
import type { PlainDate } from '../words/time.ts'
import { openActions } from './moves.ts'
import type { Activity } from './types.ts'

/** What waits about a learning activity, in words. */
export const ACTIVITY_MATTERS = {
  hold: { does: 'Hold it and record it, or say why not', is: 'A learning activity' },
  act: { does: 'Do what was agreed', is: 'An action of an audit' },
} as const satisfies Readonly<Record<string, Matter>>

/** What waits about a learning activity: to be held, and what an audit agreed. */
export function activityDuties(activity: Activity): readonly Duty[] {
  const { stage, holder, madeAt, dueOn, agency, reporter, past } = activity
  const duty = (key: string, person: PersonId, day: PlainDate): Duty => {
    const dates = { since: madeAt, due: endOf(day) }
    return {
      key,
      holder: keyOfPerson(person),
      person,
      rank: 1,
      ...dates,
      agency,
      of: null,
      past,
      notFor: reporter === null ? [] : [reporter],
      rungs: remindedUntilDone(dates, 'agencyLead'),
    }
  }
  return [
    ...(stage === 'planned' && dueOn !== null ? [duty('hold', holder, dueOn)] : []),
    ...openActions(activity).map(({ number, owner, dueOn: day }) =>
      duty(`act:${number}`, owner, day),
    ),
  ]
}

export const activityClaims = ({ person }: Actor): readonly Claim[] => [
  claimOf(keyOfPerson(person)),
]

/** Asks its holder and the leads of its agency. Nobody else sees it. */
export function activityAskedAt(
  { person }: Duty,
  step: Step,
  { agency, reporter, past }: Activity,
  board: BoardSettings,
): readonly PersonId[] {
  const may = (one: PersonId) => !isKeptFromFollowing({ reporter, past }, one, board)
  if (step === 'holder') return person !== null && may(person) ? [person] : []
  return step === 'agencyLead' ? holdersOf(board, 'agencyLead', agency).filter(may) : []
}
