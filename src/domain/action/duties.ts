import { standInClaims, standInsFor } from '../activity/stand-ins.ts'
import { holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Claim, Dues, Duty, Step } from '../machinery/duties.ts'
import { claimOf, keyOfPerson, keyOfRole } from '../machinery/duties.ts'
import { remindedUntilDone } from '../machinery/rungs.ts'
import { claimFor } from '../observation/duties.ts'
import { isKeptFromFollowing } from '../observation/following.ts'
import { within } from '../observation/promise.ts'
import { triageScope } from '../observation/scope.ts'
import type { Matter } from '../registered.ts'
import type { Actor } from '../words/actor.ts'
import type { PersonId } from '../words/ids.ts'
import { endOf } from '../words/office-hours.ts'
import type { Instant, PlainDate } from '../words/time.ts'
import type { WorkingCalendar } from '../words/working-days.ts'
import { WEEKDAYS } from '../words/working-days.ts'
import type { Action } from './types.ts'
import { askedToCheck, isTheirWork } from './visibility.ts'

/** What waits about an action, in words. */
export const ACTION_MATTERS = {
  accept: { does: 'Accept it or hand it back', is: 'An answer whether it is taken on' },
  act: { does: 'Do what was agreed', is: 'An action' },
  help: { does: 'Help, so that it can go on', is: 'Help with an action' },
  giveAgain: { does: 'Hand it over to somebody', is: 'An action that was handed back' },
  check: { does: 'Check what was done', is: 'The check of an action' },
} as const satisfies Readonly<Record<string, Matter>>
type ActionMatter = keyof typeof ACTION_MATTERS

/** How many working days each takes. What is done takes until the day that was agreed. */
const TAKES = { accept: 5, giveAgain: 5, help: 5, check: 10 } as const

/** Since when each of what waits by a clock has waited. */
const beganAt = ({ stage, givenAt, handedBack, stuck, done }: Action) => ({
  ...(stage === 'open' && handedBack === null ? { accept: givenAt } : {}),
  ...(stage === 'open' && handedBack !== null ? { giveAgain: handedBack.at } : {}),
  ...(stage === 'stuck' && stuck !== null ? { help: stuck.at } : {}),
  ...(stage === 'done' && done !== null ? { check: done.at } : {}),
})

/** When what waits by a clock is due, by the calendar of now. */
export const actionDues = (action: Action, calendar: WorkingCalendar): Dues =>
  Object.fromEntries(
    Object.entries(beganAt(action)).map(([key, since]) => [
      key,
      within(calendar, since, TAKES[key as keyof typeof TAKES]), // its own key
    ]),
  )

/** Those who check what was done at an agency. No standing role has this name. */
const CHECK = 'check'

/** What waits about an action: to be taken on, done, helped with, handed over, checked. */
export function actionDuties(action: Action): readonly Duty[] {
  const { stage, owner, maker, agency, past, reporter, handedBack, stuck, done, dueOn } = action
  const began = beganAt(action)
  const due = action.due ?? actionDues(action, WEEKDAYS)
  const notFor = reporter === null ? [] : [reporter]
  const duty = (
    key: ActionMatter,
    since: Instant | undefined,
    until: Instant | undefined,
    person: PersonId,
  ): readonly Duty[] => {
    if (since === undefined || until === undefined) return []
    const dates = { since, due: until }
    const holder = keyOfPerson(person)
    const rungs = remindedUntilDone(dates)
    return [{ key, holder, person, rank: 1, ...dates, agency, of: null, past, notFor, rungs }]
  }
  const isToDo = stage === 'open' || stage === 'inProgress' || stage === 'stuck'
  const agreedAt = [action.givenAt, handedBack?.at, action.earlier.at(-1)?.at]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)
  return [
    ...duty('accept', began.accept, due['accept'], owner),
    ...duty('giveAgain', began.giveAgain, due['giveAgain'], maker),
    // What was handed back is nobody's but theirs who assigned it.
    ...(isToDo ? duty('act', agreedAt, endOf(dueOn), handedBack ? maker : owner) : []),
    ...(stuck ? duty('help', began.help, due['help'], stuck.helper) : []),
    ...(done
      ? duty('check', began.check, due['check'], done.by).map((one) => ({
          ...one,
          holder: keyOfRole(CHECK, agency),
          person: null,
          // Whoever did it does not check it.
          of: done.by,
          notFor: [...notFor, ...(owner === done.by ? [] : [owner])],
        }))
      : []),
  ]
}

/** Whoever would triage what the person who did it reports may check it: one rule for both. */
export const actionClaims = (
  actor: Actor,
  board: BoardSettings,
  today: PlainDate,
): readonly Claim[] => [
  claimOf(keyOfPerson(actor.person)),
  ...standInClaims(actor, board, today),
  ...triageScope(actor, board).flatMap((clause) =>
    clause.agency === null ? [] : [claimFor(keyOfRole(CHECK, clause.agency), clause)],
  ),
]

/** Who is asked at a step, of those who may know of it. Nobody is asked to check what they did. */
export function actionAskedAt(
  duty: Duty,
  step: Step,
  action: Action,
  board: BoardSettings,
  today: PlainDate,
): readonly PersonId[] {
  const isCheck = duty.person === null
  const may = (person: PersonId) =>
    !isKeptFromFollowing(action, person, board) && !(isCheck && isTheirWork(action, person))
  switch (step) {
    case 'holder':
      return isCheck
        ? askedToCheck(action, board)
        : [
            ...[duty.person].filter((one) => one !== null),
            ...standInsFor(duty, board, today),
          ].filter(may)
    case 'deputy':
      return isCheck ? askedToCheck(action, board).slice(1) : []
    case 'agencyLead':
      return holdersOf(board, step, action.agency).filter(may)
    case 'businessManager':
    case 'chair':
      return holdersOf(board, step).filter(may)
  }
}
