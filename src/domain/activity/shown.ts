import type { BoardSettings } from '../board/types.ts'
import { sayAgency, sayPerson } from '../observation/saying.ts'
import type { ShownFact, ShownRecord, ShownRow } from '../registered.ts'
import {
  activityStates,
  activityTypes,
  auditGrades,
  labelOf,
  trainingEvidence,
} from '../taxonomies/lists.ts'
import { sayDate } from '../words/time.ts'
import type { ActivityRow } from './columns.ts'
import type { Activity, Finding } from './types.ts'

const fact = (label: string, value: string | null | undefined): readonly ShownFact[] =>
  !value ? [] : [{ label, value }]

/** A finding and what follows from it, line by line. */
function findingLines(
  { finding, action, change, owner, dueOn, noActionBecause, done }: Finding,
  board: BoardSettings,
): readonly string[] {
  if (action === null || owner === null || dueOn === null)
    return [finding, `No action because: ${noActionBecause ?? ''}`]
  return [
    finding,
    `${action} (${sayPerson(board, owner)}, by ${sayDate(dueOn)})`,
    ...(change ? [`What will be different: ${change}`] : []),
    ...(done ? [`Done, ${sayPerson(board, done.by)}: ${done.text}`] : []),
  ]
}

/** All that card and page show of a learning activity. Only what is named here leaves. */
export function showActivity(activity: Activity, board: BoardSettings): ShownRecord {
  const { type, stage, holder, dueOn, heldOn, agencies, audit, about, learning } = activity
  const evidence = activity.evidence && labelOf(trainingEvidence, activity.evidence)
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [{ heading, lines }]
  return {
    title: labelOf(activityTypes, type),
    stage: labelOf(activityStates, stage),
    facts: [
      ...fact('Who holds it', sayPerson(board, holder)),
      ...fact('By when', heldOn === null && dueOn !== null ? sayDate(dueOn) : null),
      ...fact('Held on', heldOn && sayDate(heldOn)),
      ...fact('Agencies', agencies.map((id) => sayAgency(board, id)).join(', ')),
      ...fact('What shows that it worked', evidence),
      ...fact('Standard', audit?.standard),
      ...fact('Sample', audit && String(audit.sample)),
      ...fact('Is the standard met?', audit?.grade ? labelOf(auditGrades, audit.grade) : null),
    ],
    sections: [
      ...section('What should be looked at', about === '' ? [] : [about]),
      ...section('Theme', audit && audit.theme !== about ? [audit.theme] : []),
      ...(audit?.findings ?? []).flatMap((finding, index) =>
        section(`Finding ${index + 1}`, findingLines(finding, board)),
      ),
      ...section('What others can take from it', learning),
      ...section('Why it was not held', activity.notHeldBecause ? [activity.notHeldBecause] : []),
    ],
    links: [...(activity.origin === null ? [] : [activity.origin]), ...activity.links],
  }
}

/** One line of a list. Holds nothing anybody wrote. */
export const showActivityRow = (
  { type, stage, agency, holder, day, heldMonth }: ActivityRow,
  board: BoardSettings,
): ShownRow => ({
  title: labelOf(activityTypes, type),
  stage: labelOf(activityStates, stage),
  says: `${sayPerson(board, holder)}, ${sayAgency(board, agency)}: ${heldMonth === null ? 'by' : 'on'} ${sayDate(day)}`,
})
