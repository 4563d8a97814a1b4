import { plansActivities } from '../activity/activity.ts'
import { personOf } from '../board/directory.ts'
import type { PlainAction } from '../machinery/fields/kinds.ts'
import type { RecordKind } from '../machinery/record-kind.ts'
import type { RecordContext } from '../registered.ts'
import type { Actor } from '../words/actor.ts'
import { holds, SYSTEM } from '../words/actor.ts'
import { assertNever } from '../words/errors.ts'
import type { AgencyId, PersonId } from '../words/ids.ts'
import { dateOf } from '../words/time.ts'
import { isForLeads } from './dates.ts'
import { actionDues } from './duties.ts'
import { evolve } from './evolve.ts'
import type { ActionNeed, ActionParty } from './moves.ts'
import { ACTION_NEEDS } from './needs.ts'
import type { Action, ActionCommand, ActionEvent, ActionStage, ActionView } from './types.ts'
import { checkersOf, leadsOfAction, orStandIns, viewOfAction } from './visibility.ts'
import { ACTION_MOVES } from './workflow.ts'

function partiesOf(
  actor: Actor,
  action: Action | undefined,
  { board, now }: RecordContext,
): readonly ActionParty[] {
  if (actor === SYSTEM) return ['system']
  const { person } = actor
  if (!personOf(board, person)?.active) return []
  const planner = plansActivities(actor) ? (['planner'] as const) : []
  if (!action) return planner
  const today = dateOf(now)
  const actsFor = (one: PersonId) => orStandIns(action, one, board, today).includes(person)
  const isOwner = actsFor(action.owner)
  const isLead = leadsOfAction(action, board).includes(person)
  const is: Readonly<Record<Exclude<ActionParty, 'planner' | 'system'>, boolean>> = {
    owner: isOwner,
    maker: action.maker === person,
    helper: action.stuck !== null && actsFor(action.stuck.helper),
    agencyLeads: isLead,
    businessManager: holds(actor, 'businessManager'),
    dater: isForLeads(action, today) ? isLead : isOwner && action.handedBack === null,
    checker: checkersOf(action, board).includes(person),
  }
  // By the type of the table.
  return [...planner, ...(Object.keys(is) as (keyof typeof is)[]).filter((party) => is[party])]
}

function decide(
  command: Exclude<ActionCommand, { type: PlainAction<typeof ACTION_MOVES> }>,
  _action: Action | undefined,
  { board }: RecordContext,
  { person, agency }: Actor,
): readonly ActionEvent[] {
  /** Where somebody works; else where they are asked from. */
  const agencyOf = (owner: PersonId, otherwise: AgencyId | null): AgencyId | undefined =>
    personOf(board, owner)?.agency ?? otherwise ?? undefined
  switch (command.type) {
    case 'arise': {
      const { type: _type, agency: from, ...assigned } = command
      return [
        { type: 'ActionAssigned', ...assigned, agency: agencyOf(assigned.owner, from) ?? from },
      ]
    }
    case 'assign': {
      const { what, change, owner, dueOn } = command
      const at = agencyOf(owner, agency)
      if (at === undefined) return []
      const made = { what, change, owner, dueOn, agency: at, maker: person }
      const alone = { finding: null, origin: null, reporter: null, past: null }
      return [{ type: 'ActionAssigned', ...made, ...alone }]
    }
    case 'handOver': {
      const { owner, reason } = command
      const at = agencyOf(owner, agency)
      return at === undefined ? [] : [{ type: 'ActionHandedOver', owner, agency: at, reason }]
    }
    case 'check': {
      const { looks, looked, result, missing } = command
      return result === 'notAccepted'
        ? [{ type: 'ActionSentBack', looks, looked, missing: missing ?? '' }]
        : [{ type: 'ActionChecked', looks, looked, result }]
    }
    default:
      return assertNever(command)
  }
}

/** An action as a record: see `RecordKind`. */
export interface ActionTypes {
  readonly stage: ActionStage
  readonly party: ActionParty
  readonly need: ActionNeed
  readonly state: Action
  readonly command: ActionCommand
  readonly event: ActionEvent
  readonly context: RecordContext
  readonly view: ActionView
}

export const actionRecord: RecordKind<ActionTypes> = {
  kind: 'action',
  moves: ACTION_MOVES,
  likely: {
    open: ['accept', 'handOver'],
    inProgress: ['finish'],
    stuck: ['unstick'],
    done: ['check'],
    checked: [],
  },
  needs: ACTION_NEEDS,
  partiesOf,
  decide,
  evolve,
  duesOf: (action, { calendar }) => actionDues(action, calendar),
  viewOf: viewOfAction,
}
