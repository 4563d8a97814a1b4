import { isLate, matterOf } from '../machinery/duties.ts'
import type { Instant } from '../words/time.ts'
import { dateOf, sayDate, sayDay } from '../words/time.ts'
import { observationDuties } from './duties.ts'
import { OBSERVATION_MATTERS } from './matters.ts'
import type { Observation } from './types.ts'

// Every date names its duty, in the same words everywhere.

/** One thing that waits, in words. */
export interface Wait {
  /** What its holder does: “Decide”. */
  readonly does: string
  readonly due: Instant
  readonly isLate: boolean
}

/** These wait for the board, not for those who triage. */
export const PUT_TO_BOARD: readonly string[] = ['answer', 'agree']

/** What is put to whoever raised it. */
export const PUT_TO_REPORTER: readonly string[] = ['reply']

/** What waits for whoever triages it, by when it is due. */
export const waitsFor = (observation: Observation, now: Instant): readonly Wait[] =>
  observationDuties(observation)
    .filter(
      ({ key, isAside }) =>
        !isAside && ![...PUT_TO_BOARD, ...PUT_TO_REPORTER].includes(matterOf(key)),
    )
    .map(({ key, due }) => ({
      does: OBSERVATION_MATTERS[matterOf(key) as keyof typeof OBSERVATION_MATTERS].does, // its own key
      due,
      isLate: isLate({ due }, now),
    }))
    .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))

/** One of them as a sentence. */
export const sayWait = ({ does, due, isLate: late }: Wait): string =>
  late
    ? `${does}: late, it was due on ${sayDay(dateOf(due))}.`
    : `${does} by ${sayDay(dateOf(due))}.`

/** All of them as sentences; '' when nothing waits. */
export const sayWaits = (waits: readonly Wait[]): string => waits.map(sayWait).join(' ')

/** One of them as a fact for a card or page. */
export const factOfWait = ({ does, due, isLate: late }: Wait) => ({
  title: `${does} by`,
  value: `${sayDate(dateOf(due))}${late ? ' (late)' : ''}`,
})

/** What its reporter was promised, and by when they hear it; '' when nothing is open. */
export function sayPromised(observation: Observation, now: Instant): string {
  const waits = observationDuties(observation)
  const say = (key: string, by: string, was: string) =>
    waits
      .filter((duty) => duty.key === key && !(key === 'acknowledge' && duty.isAside))
      .map(({ due }) => {
        const day = sayDay(dateOf(due))
        return due < now
          ? `${was} by ${day}, and it is late: whoever looks at it is reminded.`
          : `${by} by ${day}.`
      })
  return [
    ...say('acknowledge', 'You hear that somebody has it', 'You were to hear that somebody has it'),
    ...say('decide', 'You hear a decision', 'You were to hear a decision'),
    ...say('tell', 'You hear what was done', 'You were to hear what was done'),
  ].join(' ')
}
