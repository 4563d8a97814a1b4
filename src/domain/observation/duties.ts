import { holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Claim, Duty, Rung, Step } from '../machinery/duties.ts'
import { keyOfPerson, keyOfRole } from '../machinery/duties.ts'
import { proposalDuties } from '../machinery/proposal-duties.ts'
import { remindedAtOnce, remindedOnce, remindedUntilDone } from '../machinery/rungs.ts'
import type { Actor } from '../words/actor.ts'
import { holds } from '../words/actor.ts'
import type { PersonId } from '../words/ids.ts'
import type { Instant } from '../words/time.ts'
import { openQuestions } from './asking.ts'
import { isKeptFrom } from './kept-from.ts'
import type { ObservationMatter } from './matters.ts'
import { askedOf, askedScope } from './outline.ts'
import { dangerAddedTo, duesNow, toldAt } from './promise.ts'
import { triagersOf } from './routing.ts'
import type { ScopeClause } from './scope.ts'
import { triageScope } from './scope.ts'
import type { Observation } from './types.ts'

/** The business manager and the chair, to whom a question was put. No standing role has this name. */
export const BOARD = keyOfRole('asked', null)

/** The chair, who agrees to what is proposed. */
export const SECOND = keyOfRole('second', null)

/** What waits about an observation. */
export function observationDuties(observation: Observation): readonly Duty[] {
  const { route, reporter, reporterAgency, pastAgency } = observation
  const triage = {
    holder: keyOfRole('triage', route.agency),
    person: route.person,
    agency: route.agency,
    of: reporter,
    past: pastAgency ? reporterAgency : null,
    notFor: [reporter, ...(observation.recused ?? [])],
    rank: 2,
  } as const
  const due = duesNow(observation)
  const duty = (
    key: ObservationMatter,
    since: Instant,
    rungs: (dates: Pick<Duty, 'since' | 'due'>) => readonly Rung[],
    further: Partial<Duty> = {},
  ): readonly Duty[] => {
    const until = due[key]
    if (until === undefined) return []
    const dates = { since, due: until }
    return [{ ...triage, key, ...dates, rungs: rungs(dates), ...further }]
  }
  const proposed = proposalDuties(observation.proposals, {
    ...triage,
    holder: SECOND,
  })
  const asked = openQuestions(observation).at(-1)
  // A favour: the reporter is reminded once, then the person who asked is told.
  const questioned = [
    ...duty('reply', asked?.at ?? '', remindedOnce, {
      holder: keyOfPerson(reporter),
      person: null,
      notFor: [],
      lapses: true,
    }),
    ...duty('unanswered', asked?.at ?? '', remindedOnce, {
      person: asked?.by ?? null,
      lapses: true,
    }),
  ]
  const { waitingSince } = observation
  if (observation.stage === 'awaitingTriage') {
    const isUrgent = observation.sameDay
    return [
      ...proposed,
      ...questioned,
      ...duty('decide', waitingSince, isUrgent ? remindedAtOnce : remindedUntilDone, {
        rank: isUrgent ? 0 : 1,
      }),
      // A triager who is told at once that a child may be at risk needs no second message.
      ...duty(
        'acknowledge',
        waitingSince,
        isUrgent ? () => [] : (dates) => remindedUntilDone(dates, 'agencyLead'),
        // Where both are due at once, lists show the decision.
        { ...(due['acknowledge'] === due['decide'] ? { isAside: true } : {}), rank: 1 },
      ),
    ]
  }
  const { decision } = observation
  const danger = dangerAddedTo(observation)
  const aside = danger ? ({ isAside: true } as const) : {}
  return [
    ...proposed,
    ...questioned,
    ...duty('readAdded', danger?.at ?? '', remindedAtOnce, { rank: 0 }),
    ...duty('tell', decision.at, remindedUntilDone, aside),
    ...duty('close', toldAt(observation) ?? decision.at, remindedUntilDone, aside),
    ...duty('answer', decision.at, remindedOnce, {
      holder: BOARD,
      person: null,
      rank: 1,
    }),
    ...duty('lookAgain', decision.at, remindedUntilDone),
  ]
}

/** A key, for those records of a scope's clause. */
export const claimFor = (
  key: string,
  { onlyReporters, exceptReporters, onlyPast, exceptPast }: ScopeClause,
): Claim => ({
  key,
  only: onlyReporters,
  except: exceptReporters,
  ...(onlyPast && { onlyPast }),
  ...(exceptPast && { exceptPast }),
})

/** Triagers may do what waits about a report: both follow from the same rule. */
export const observationClaims = (actor: Actor, board: BoardSettings): readonly Claim[] => [
  ...triageScope(actor, board).flatMap((clause) =>
    clause.agency === null ? [] : [claimFor(keyOfRole('triage', clause.agency), clause)],
  ),
  ...askedScope(actor, board).flatMap((clause) => [
    claimFor(BOARD, clause),
    ...(holds(actor, 'chair') ? [claimFor(SECOND, clause)] : []),
  ]),
]

/** Who is asked at a step, of those who may know of it. */
export function observationAskedAt(
  duty: Duty,
  step: Step,
  observation: Observation,
  board: BoardSettings,
): readonly PersonId[] {
  const may = (person: PersonId) =>
    !duty.notFor.includes(person) && !isKeptFrom(observation, person, board)
  if (duty.holder === SECOND) return step === 'holder' ? holdersOf(board, 'chair').filter(may) : []
  if (duty.holder === BOARD)
    // The chair decides.
    return [...new Set([...holdersOf(board, 'chair'), ...askedOf(observation, board)])].filter(may)
  if (duty.holder === keyOfPerson(observation.reporter))
    return step === 'holder' ? [observation.reporter] : []
  const triagers = triagersOf(observation, board)
  const among = (people: readonly PersonId[]) => people.filter((one) => triagers.includes(one))
  const { person } = duty
  const { agency } = observation.route
  const seniors = among(holdersOf(board, 'senior', agency))
  switch (step) {
    case 'holder':
      return [...new Set([...among(person === null ? [] : [person]), ...seniors, ...triagers])]
    case 'deputy':
      return [...new Set([...seniors, ...triagers])].slice(1)
    case 'agencyLead':
      return among(holdersOf(board, 'agencyLead', agency))
    case 'businessManager':
    case 'chair':
      return holdersOf(board, step).filter(may)
  }
}
