import { holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Claim, Duty, Step } from '../machinery/duties.ts'
import { keyOfRole } from '../machinery/duties.ts'
import { proposalDuties } from '../machinery/proposal-duties.ts'
import { remindedUntilDone } from '../machinery/rungs.ts'
import { isKeptFromFollowing } from '../observation/following.ts'
import { keptAgenciesOf } from '../observation/kept-from.ts'
import type { Matter } from '../registered.ts'
import type { Actor } from '../words/actor.ts'
import { holds } from '../words/actor.ts'
import type { PersonId } from '../words/ids.ts'
import type { Instant } from '../words/time.ts'
import type { Review } from './types.ts'

/** What waits about a review, in words. */
export const REVIEW_MATTERS = {
  decide: { does: 'Commission the review, or decline it', is: 'A decision on a review' },
  lookAgain: {
    does: 'Answer the criteria anew, as something was not known',
    is: 'The criteria for a statutory review',
  },
  notify: {
    does: 'See that the incident is notified, and say when it was',
    is: 'A notification of an incident',
  },
  tellPanel: {
    does: 'See that the national panel is told, and say when it was',
    is: 'Word to the national panel',
  },
  agree: { does: 'Agree to declining the review, or say why not', is: 'An agreement' },
} as const satisfies Readonly<Record<string, Matter>>
type ReviewMatter = keyof typeof REVIEW_MATTERS

/** The chair decides. */
export const CHAIR = keyOfRole('chair', null)
/** The business manager sees to what goes outside, and agrees to what the chair declines. */
export const OFFICE = keyOfRole('businessManager', null)

const OFFICERS = { [CHAIR]: 'chair', [OFFICE]: 'businessManager' } as const

/** What waits about a review. */
export function reviewDuties(review: Review): readonly Duty[] {
  const { due = {}, agency, reporter, past, proposedAt } = review
  const about = {
    agency,
    of: reporter,
    past,
    notFor: [...(reporter === null ? [] : [reporter]), ...(review.recused ?? [])],
  }
  const duty = (key: ReviewMatter, holder: string, since: Instant): readonly Duty[] => {
    const { [key]: until } = due
    if (until === undefined) return []
    const dates = { since, due: until }
    const rungs = remindedUntilDone(dates)
    return [{ ...about, ...dates, key, holder, person: null, rank: 1, rungs }]
  }
  return [
    ...proposalDuties(review.proposals, { ...about, holder: OFFICE }),
    ...duty('decide', CHAIR, proposedAt),
    ...duty('lookAgain', CHAIR, review.criteria?.at ?? proposedAt),
    ...duty('notify', OFFICE, review.notifiable?.at ?? proposedAt),
    ...duty('tellPanel', OFFICE, review.decidedAt ?? proposedAt),
  ]
}

/** The keys that the chair and the business manager hold, but for what they must not know of. */
export function reviewClaims(actor: Actor, board: BoardSettings): readonly Claim[] {
  const exceptPast = keptAgenciesOf(board, actor.person)
  return Object.entries(OFFICERS)
    .filter(([, role]) => holds(actor, role))
    .map(([key]) => ({ key, only: null, except: [actor.person], exceptPast }))
}

/** Asks the chair or the business manager, then the other. Never somebody who must not know of it. */
export function reviewAskedAt(
  duty: Duty,
  step: Step,
  review: Review,
  board: BoardSettings,
): readonly PersonId[] {
  const holdersIn = (role: 'chair' | 'businessManager') =>
    holdersOf(board, role).filter(
      (person) => !duty.notFor.includes(person) && !isKeptFromFollowing(review, person, board),
    )
  const own = holdersIn(duty.holder === CHAIR ? 'chair' : 'businessManager')
  switch (step) {
    case 'holder':
      return own
    case 'deputy':
      return own.slice(1)
    case 'agencyLead':
      return []
    case 'businessManager':
    case 'chair':
      return holdersIn(step)
  }
}
