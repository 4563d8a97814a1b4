import type { Activity, ActivityCommand } from '../../src/domain/activity/types.ts'
import type { RecordRef } from '../../src/domain/words/ids.ts'
import {
  communityTrust,
  policeOfficer,
  policeSergeant,
  schoolNurse,
  seniorNurse,
  trustLead,
} from './a-board.ts'

/** A team meeting of the community trust that the senior planned for the lead. */
export const anActivity = (overrides: Partial<Activity> = {}): Activity => ({
  stage: 'planned',
  type: 'teamMeeting',
  agency: communityTrust,
  agencies: [communityTrust],
  maker: seniorNurse,
  holder: trustLead,
  madeAt: '2026-03-20T09:00:00.000Z',
  dueOn: '2026-05-29',
  heldOn: null,
  about: 'How letters are checked before they go out.',
  learning: [],
  evidence: null,
  links: [],
  origin: null,
  reporter: null,
  past: null,
  audit: null,
  notHeldBecause: null,
  ...overrides,
})

export const aFinding = {
  finding: 'Half of the letters had been read aloud.',
  action: 'Put the check on the clinic list.',
  change: 'Every letter is read aloud.',
  owner: policeSergeant,
  dueOn: '2026-06-30',
  noActionBecause: null,
  done: null,
} as const

export const anAudit = (overrides: Partial<Activity> = {}): Activity =>
  anActivity({
    stage: 'findings',
    type: 'multiAgencyAudit',
    audit: {
      theme: 'Letters',
      standard: 'Every letter is read aloud first',
      sample: 40,
      findings: [aFinding],
      grade: 'partlyMet',
    },
    ...overrides,
  })

const { done: _done, ...finding } = aFinding
const learning = [{ point: 'Read the address aloud' }]

/** For each action a command that brings everything it needs. */
export const ACTIVITY_COMPLETE: {
  readonly [Type in ActivityCommand['type']]: Extract<ActivityCommand, { readonly type: Type }>
} = {
  record: {
    type: 'record',
    heldOn: '2026-03-26',
    activity: 'supervision',
    learning,
    agencies: null,
    links: ['OBS-2026-0042'],
  },
  plan: {
    type: 'plan',
    activity: 'huddle',
    about: 'How the handover went.',
    holder: trustLead,
    dueOn: '2026-04-10',
  },
  arise: {
    type: 'arise',
    activity: 'supervision',
    agency: communityTrust,
    reporter: null,
    past: null,
    maker: seniorNurse,
    holder: trustLead,
    dueOn: '2026-04-10',
    about: 'How the handover went.',
    origin: 'OBS-2026-0042' as RecordRef,
  },
  hold: {
    type: 'hold',
    heldOn: '2026-03-26',
    learning,
    evidence: null,
    agencies: null,
    links: null,
  },
  correct: {
    type: 'correct',
    heldOn: '2026-03-25',
    activity: null,
    learning: null,
    evidence: null,
    agencies: ['police'],
    links: null,
    reason: 'The police took part.',
  },
  replan: {
    type: 'replan',
    holder: seniorNurse,
    dueOn: '2026-06-30',
    reason: 'The team meets again in June.',
  },
  startAudit: { type: 'startAudit', theme: 'Letters', standard: 'Read aloud first', sample: 40 },
  recordFindings: { type: 'recordFindings', grade: 'partlyMet', findings: [finding] },
  closeAudit: { type: 'closeAudit', heldOn: '2026-03-26', learning },
  finishAction: { type: 'finishAction', finding: '1', text: 'It is on the list.' },
  notHeld: { type: 'notHeld', reason: 'The team has been dissolved.' },
}

/** Somebody who is nothing to it; and who only has something to do about a finding. */
export const others = { bystander: policeOfficer, colleague: schoolNurse, owner: policeSergeant }
