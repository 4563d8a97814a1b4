import { personOf } from '../board/directory.ts'
import type { PlainAction } from '../machinery/fields/kinds.ts'
import type { Recorded, RecordKind } from '../machinery/record-kind.ts'
import type { RecordContext } from '../registered.ts'
import type { Actor } from '../words/actor.ts'
import { SYSTEM } from '../words/actor.ts'
import { assertNever } from '../words/errors.ts'
import { agencyId } from '../words/ids.ts'
import { correctedBy, pointsOf } from './correction.ts'
import type { ActivityNeed, ActivityParty } from './moves.ts'
import { openActions } from './moves.ts'
import { ACTIVITY_NEEDS } from './needs.ts'
import type {
  Activity,
  ActivityCommand,
  ActivityEvent,
  ActivityStage,
  ActivityView,
} from './types.ts'
import { leadsOf, viewOfActivity } from './visibility.ts'
import { ACTIVITY_MOVES } from './workflow.ts'

const PLANNERS = ['senior', 'agencyLead', 'businessManager']

/** Whether somebody holds a role whose work is to plan learning. */
export const plansActivities = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.some(({ role }) => PLANNERS.includes(role))

function partiesOf(
  actor: Actor,
  activity: Activity | undefined,
  { board }: RecordContext,
): readonly ActivityParty[] {
  if (actor === SYSTEM) return ['system']
  const { person } = actor
  if (!personOf(board, person)?.active) return []
  const isLead = activity && [activity.maker, ...leadsOf(board, activity.agency)].includes(person)
  return [
    'staff',
    ...(plansActivities(actor) ? ['planner' as const] : []),
    ...(activity?.holder === person ? ['holder' as const] : []),
    ...(isLead ? ['lead' as const] : []),
    ...(activity && openActions(activity).some(({ owner }) => owner === person)
      ? ['owner' as const]
      : []),
  ]
}

function decide(
  command: Exclude<ActivityCommand, { type: PlainAction<typeof ACTIVITY_MOVES> }>,
  activity: Activity | undefined,
  _context: RecordContext,
  { person, agency }: Actor,
): readonly ActivityEvent[] {
  switch (command.type) {
    case 'arise': {
      const { type: _type, ...planned } = command
      return [{ type: 'ActivityPlanned', ...planned }]
    }
    case 'plan': {
      if (agency === null) return []
      const { about, holder, dueOn } = command
      const planned = { activity: command.activity, about, holder, dueOn, agency, maker: person }
      return [{ type: 'ActivityPlanned', ...planned, reporter: null, past: null, origin: null }]
    }
    case 'record':
    case 'hold': {
      const { heldOn, evidence = null, links, learning, agencies } = command
      const made = command.type === 'record' && agency !== null
      return [
        {
          type: 'ActivityRecorded',
          ...(made ? { activity: command.activity, agency } : {}),
          heldOn,
          evidence,
          links,
          learning: pointsOf(learning),
          agencies: (agencies ?? []).map(agencyId),
        },
      ]
    }
    case 'correct': {
      if (!activity) return []
      const { heldOn, type, agencies, learning, evidence, links } = activity
      const before = { heldOn, type, agencies, learning, evidence, links }
      const after = correctedBy(command, activity)
      return [{ type: 'ActivityCorrected', reason: command.reason, before, after }]
    }
    case 'recordFindings':
      return [
        {
          type: 'AuditFindingsRecorded',
          grade: command.grade,
          findings: command.findings,
          assigns: true,
        },
      ]
    case 'closeAudit':
      return [{ type: 'AuditClosed', heldOn: command.heldOn, learning: pointsOf(command.learning) }]
    default:
      return assertNever(command)
  }
}

const begun = (
  { by, at }: Recorded<ActivityEvent>,
  made: Pick<Activity, 'stage' | 'type' | 'agency'> & Partial<Activity>,
): Activity => ({
  agencies: [made.agency],
  maker: by,
  holder: by,
  madeAt: at,
  dueOn: null,
  heldOn: null,
  about: '',
  learning: [],
  evidence: null,
  links: [],
  origin: null,
  reporter: null,
  past: null,
  audit: null,
  notHeldBecause: null,
  ...made,
})

function evolve(activity: Activity | undefined, recorded: Recorded<ActivityEvent>): Activity {
  const { event, by, at } = recorded
  if (event.type === 'ActivityPlanned') {
    const { type: _type, activity: type, ...planned } = event
    return begun(recorded, { stage: 'planned', type, ...planned })
  }
  if (event.type === 'ActivityRecorded') {
    const { type: _type, activity: type, agency, agencies, evidence, links, ...held } = event
    const before =
      activity ?? (type && agency && begun(recorded, { stage: 'recorded', type, agency }))
    if (!before) throw new TypeError('a learning activity of no type or agency')
    return {
      ...before,
      ...held,
      stage: 'recorded',
      agencies: [...new Set([before.agency, ...agencies])],
      evidence: before.type === 'training' ? (evidence ?? 'attendanceOnly') : null,
      links: links ?? [],
    }
  }
  if (!activity) throw new TypeError('a learning activity begins with being planned or recorded')
  const audit = activity.audit ?? { theme: '', standard: '', sample: 0, findings: [], grade: null }
  switch (event.type) {
    case 'ActivityReplanned':
      return { ...activity, holder: event.holder, dueOn: event.dueOn }
    case 'ActivityCorrected':
      return { ...activity, ...event.after }
    case 'ActivityNotHeld':
      return { ...activity, stage: 'notHeld', notHeldBecause: event.reason }
    case 'AuditStarted': {
      const { type: _type, ...begins } = event
      return { ...activity, stage: 'gathering', audit: { ...audit, ...begins } }
    }
    case 'AuditFindingsRecorded': {
      const assigned = event.assigns ? ({ assigned: true } as const) : {}
      const found = event.findings.map((finding) => ({ ...finding, ...assigned, done: null }))
      return {
        ...activity,
        stage: 'findings',
        audit: { ...audit, findings: found, grade: event.grade },
      }
    }
    case 'AuditClosed':
      return { ...activity, stage: 'closed', heldOn: event.heldOn, learning: event.learning }
    case 'AuditActionDone': {
      const done = { text: event.text, by, at }
      const found = audit.findings.map((finding, index) =>
        String(index + 1) === event.finding ? { ...finding, done } : finding,
      )
      return { ...activity, audit: { ...audit, findings: found } }
    }
    default:
      return assertNever(event)
  }
}

/** A learning activity as a record: see `RecordKind`. */
export interface ActivityTypes {
  readonly stage: ActivityStage
  readonly party: ActivityParty
  readonly need: ActivityNeed
  readonly state: Activity
  readonly command: ActivityCommand
  readonly event: ActivityEvent
  readonly context: RecordContext
  readonly view: ActivityView
}

export const activityRecord: RecordKind<ActivityTypes> = {
  kind: 'activity',
  moves: ACTIVITY_MOVES,
  likely: {
    planned: ['hold', 'startAudit'],
    gathering: ['recordFindings'],
    findings: ['closeAudit'],
    recorded: [],
    notHeld: [],
    closed: ['finishAction'],
  },
  needs: ACTIVITY_NEEDS,
  partiesOf,
  decide,
  evolve,
  viewOf: viewOfActivity,
}
