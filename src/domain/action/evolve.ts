import type { Recorded } from '../machinery/record-kind.ts'
import { assertNever } from '../words/errors.ts'
import type { Action, ActionEvent } from './types.ts'

/** The action after one of its events. */
export function evolve(action: Action | undefined, recorded: Recorded<ActionEvent>): Action {
  const { due, ...event } = recorded.event
  const after = evolved(action, { ...recorded, event })
  return due === undefined ? after : { ...after, due }
}

/** Who gives it to themselves has taken it on. */
const givenTo = (owner: string, by: string) => (owner === by ? 'inProgress' : 'open')

function evolved(action: Action | undefined, { event, by, at }: Recorded<ActionEvent>): Action {
  if (event.type === 'ActionAssigned') {
    const { type: _type, ...assigned } = event
    return {
      ...assigned,
      stage: givenTo(assigned.owner, assigned.maker),
      madeAt: at,
      givenAt: at,
      earlier: [],
      updates: [],
      handedBack: null,
      stuck: null,
      done: null,
      check: null,
    }
  }
  if (!action) throw new TypeError('an action begins with being assigned')
  switch (event.type) {
    case 'ActionAccepted':
      return { ...action, stage: 'inProgress', handedBack: null }
    case 'ActionHandedBack':
      return { ...action, handedBack: { reason: event.reason, by, at } }
    case 'ActionUpdated':
      return { ...action, updates: [...action.updates, { text: event.text, by, at }] }
    case 'ActionStuck': {
      const { reason, helper } = event
      const before = action.stage === 'open' ? 'open' : 'inProgress'
      return { ...action, stage: 'stuck', stuck: { reason, helper, before, by, at } }
    }
    case 'ActionUnstuck':
      return { ...action, stage: action.stuck?.before ?? 'inProgress', stuck: null }
    case 'ActionDateChanged': {
      const { dueOn, reason } = event
      const earlier = [...action.earlier, { dueOn: action.dueOn, reason, by, at }]
      return { ...action, dueOn, earlier }
    }
    case 'ActionFinished': {
      const { did, evidence, shows } = event
      return { ...action, stage: 'done', done: { did, evidence, shows, by, at } }
    }
    case 'ActionChecked': {
      const { looks, looked, result } = event
      return {
        ...action,
        stage: 'checked',
        check: { looks, looked, result, missing: null, by, at },
      }
    }
    case 'ActionSentBack': {
      const { looks, looked, missing } = event
      const check = { looks, looked, result: 'notAccepted', missing, by, at } as const
      return { ...action, stage: 'inProgress', check }
    }
    case 'ActionHandedOver': {
      const { owner, agency } = event
      const given = { owner, agency, givenAt: at, handedBack: null, stuck: null }
      return { ...action, ...given, stage: givenTo(owner, by) }
    }
    default:
      return assertNever(event)
  }
}
