import { agencyId } from '../words/ids.ts'
import { cleanText } from '../words/text.ts'
import type { Activity, ActivityCommand } from './types.ts'

type Correct = Extract<ActivityCommand, { type: 'correct' }>
type Recorded = Pick<Activity, 'heldOn' | 'type' | 'agencies' | 'learning' | 'evidence' | 'links'>

export const pointsOf = (rows: readonly { readonly point: string }[]) =>
  rows.map(({ point }) => point)

const filledIn = <One>(rows: readonly One[] | null | undefined): readonly One[] | null =>
  rows && rows.length > 0 ? rows : null

/** The record after a correction: what was left empty stays as it was. */
export function correctedBy(command: Correct, activity: Activity): Recorded {
  const type = command.activity ?? activity.type
  const agencies = filledIn(command.agencies)?.map(agencyId)
  const learning = filledIn(command.learning)
  return {
    heldOn: command.heldOn ?? activity.heldOn,
    type,
    agencies: agencies ? [...new Set([activity.agency, ...agencies])] : activity.agencies,
    learning: learning ? pointsOf(learning) : activity.learning,
    evidence:
      type === 'training' ? (command.evidence ?? activity.evidence ?? 'attendanceOnly') : null,
    links: [...new Set(filledIn(command.links) ?? activity.links)],
  }
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => cleanText(text) === other[at])

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  isSame([...one].sort(), [...other].sort())

/** Whether a correction would change nothing. */
export const isAsRecorded = (activity: Activity, after: Recorded): boolean =>
  activity.heldOn === after.heldOn &&
  activity.type === after.type &&
  activity.evidence === after.evidence &&
  isSameSet(activity.agencies, after.agencies) &&
  isSameSet(activity.links, after.links) &&
  isSame(after.learning, activity.learning)
