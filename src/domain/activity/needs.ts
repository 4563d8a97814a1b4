import type { Check } from '../machinery/record-kind.ts'
import { isKeptFromFollowing } from '../observation/following.ts'
import type { RecordContext } from '../registered.ts'
import type { PersonId } from '../words/ids.ts'
import { correctedBy, isAsRecorded } from './correction.ts'
import type { ActivityNeed } from './moves.ts'
import type { Activity, ActivityCommand } from './types.ts'

type ActivityCheck = Check<{ command: ActivityCommand; state: Activity; context: RecordContext }>

/** What follows from a finding: something one person does by a day, or why nothing does (S7). */
const findings: ActivityCheck = (command) =>
  command?.type !== 'recordFindings'
    ? []
    : command.findings.flatMap(({ action, change, owner, dueOn, noActionBecause }, index) => {
        const isGiven = (one: string | null) => typeof one === 'string' && one !== ''
        const follows = [action, owner, dueOn].map(isGiven)
        const some = follows.includes(true) || isGiven(change)
        const whole = !follows.includes(false)
        const none = isGiven(noActionBecause)
        if ((whole && !none) || (none && !some)) return []
        const what = 'what will be done, by whom and by when'
        const [field, say] = !some
          ? ['noActionBecause', `${what}, or why nothing will.`]
          : none
            ? [
                'noActionBecause',
                'either what will be done, or why nothing will: empty one of them.',
              ]
            : ['action', `${what}: all three.`]
        return [{ need: `findings.${index}.${field}`, say: `Say of finding ${index + 1} ${say}` }]
      })

/** A correction must change at least one thing. */
const correction: ActivityCheck = (command, activity) =>
  command?.type !== 'correct' ||
  !activity ||
  !isAsRecorded(activity, correctedBy(command, activity))
    ? []
    : [{ need: 'correction', say: 'Fill in what was wrong, as it should be: at least one thing.' }]

/**
 * Nobody is asked who must not know of the report it follows from. Everybody is on the list all the
 * same, and why somebody cannot be asked is not said: who is missing would tell who wrote it.
 */
const canBeAsked: ActivityCheck = (command, activity, { board }) => {
  if (!activity || !command) return []
  const asked: readonly (readonly [need: string, person: PersonId | null])[] =
    command.type === 'replan'
      ? [['holder', command.holder]]
      : command.type === 'recordFindings'
        ? command.findings.map(({ owner }, index) => [`findings.${index}.owner`, owner])
        : []
  return asked.flatMap(([need, person]) =>
    person !== null && isKeptFromFollowing(activity, person, board)
      ? [{ need, say: 'This person cannot be asked now. Choose somebody else.' }]
      : [],
  )
}

export const ACTIVITY_NEEDS: Readonly<Record<ActivityNeed, ActivityCheck>> = {
  findings,
  correction,
  canBeAsked,
}
