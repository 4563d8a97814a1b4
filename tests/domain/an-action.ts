import type { Action, ActionCommand } from '../../src/domain/action/types.ts'
import type { RecordRef } from '../../src/domain/words/ids.ts'
import { communityTrust, officeManager, policeSergeant, seniorNurse, trustLead } from './a-board.ts'

const SINCE = '2026-03-20T09:00:00.000Z'

/** An action of the community trust that its lead assigned to the senior. */
export const anAction = (overrides: Partial<Action> = {}): Action => ({
  stage: 'inProgress',
  what: 'Put the check on the clinic list.',
  change: 'Every letter is read aloud before it goes.',
  finding: null,
  owner: seniorNurse,
  agency: communityTrust,
  maker: trustLead,
  madeAt: SINCE,
  givenAt: SINCE,
  dueOn: '2026-05-29',
  earlier: [],
  origin: null,
  reporter: null,
  past: null,
  updates: [],
  handedBack: null,
  stuck: null,
  done: null,
  check: null,
  ...overrides,
})

export const aDoneAction = (overrides: Partial<Action> = {}): Action =>
  anAction({
    stage: 'done',
    done: {
      did: 'It is on the list.',
      evidence: ['document'],
      shows: 'The list of every clinic.',
      by: seniorNurse,
      at: '2026-03-26T09:00:00.000Z',
    },
    ...overrides,
  })

/** One with which the police sergeant can help. */
export const aStuckAction = (overrides: Partial<Action> = {}): Action =>
  anAction({
    stage: 'stuck',
    stuck: {
      reason: 'Nobody may change the list.',
      helper: policeSergeant,
      before: 'inProgress',
      by: seniorNurse,
      at: '2026-03-26T09:00:00.000Z',
    },
    ...overrides,
  })

/** For each action a command that brings everything it needs. */
export const ACTION_COMPLETE: {
  readonly [Type in ActionCommand['type']]: Extract<ActionCommand, { readonly type: Type }>
} = {
  assign: {
    type: 'assign',
    what: 'Put the check on the clinic list.',
    change: 'Every letter is read aloud before it goes.',
    owner: seniorNurse,
    dueOn: '2026-05-29',
  },
  arise: {
    type: 'arise',
    what: 'Put the check on the clinic list.',
    change: null,
    finding: 'Half of the letters had been read aloud.',
    owner: policeSergeant,
    agency: communityTrust,
    dueOn: '2026-06-30',
    maker: trustLead,
    origin: 'LRN-2026-0007' as RecordRef,
    reporter: null,
    past: null,
  },
  accept: { type: 'accept' },
  handBack: { type: 'handBack', reason: 'I do not run the clinics any more.' },
  update: { type: 'update', text: 'Two of four clinics have it.' },
  reportStuck: {
    type: 'reportStuck',
    reason: 'Nobody may change the list.',
    helper: policeSergeant,
  },
  unstick: { type: 'unstick', text: 'The list is open now.' },
  changeDate: { type: 'changeDate', dueOn: '2026-07-20', reason: 'The clinics move in June.' },
  finish: {
    type: 'finish',
    did: 'It is on the list.',
    evidence: ['document'],
    shows: 'The list of every clinic.',
  },
  check: {
    type: 'check',
    looks: ['sample'],
    looked: 'Ten letters of last week: each is marked as read aloud.',
    result: 'asAsked',
    missing: null,
  },
  handOver: { type: 'handOver', owner: officeManager, reason: 'The senior has another post.' },
}
