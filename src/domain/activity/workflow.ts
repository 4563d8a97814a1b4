import type { ActivityTypeCode } from '../taxonomies/lists.ts'
import { AUDIT_MOVES } from './audit-moves.ts'
import { DUE, HELD, HOLDER, LEARNING, NO_NAMES, REASON, TYPE } from './fields.ts'
import type { ActivityMove } from './moves.ts'
import { byHolder, isAudit } from './moves.ts'
import type { Activity } from './types.ts'

const isNoAudit = (activity: Activity) => !isAudit(activity)

/** A correction starts empty: it changes what is filled in. */
const LEAVE = 'Leave it empty where it was right.'

const NO_AUDIT = {
  ...TYPE,
  ask: 'Choose what it was. An audit is planned first.',
  choices: () =>
    TYPE.choices().filter(({ value }) => !isAudit({ type: value as ActivityTypeCode })),
} as const

/** The workflow of a learning activity (S6), audits included (S7). */
export const ACTIVITY_MOVES = {
  record: {
    from: [],
    to: 'recorded',
    by: ['staff'],
    needs: [],
    gates: [],
    label: 'Record learning',
    send: 'Record it',
    done: 'Recorded. Thank you.',
    fields: {
      heldOn: HELD.heldOn,
      activity: NO_AUDIT,
      learning: HELD.learning,
      evidence: { ...HELD.evidence, when: { field: 'activity', oneOf: ['training'] } },
      agencies: HELD.agencies,
      links: HELD.links,
    },
  },
  plan: {
    from: [],
    to: 'planned',
    by: ['planner'],
    needs: [],
    gates: [],
    label: 'Plan one',
    send: 'Plan it',
    done: 'Planned. Who holds it is told.',
    fields: {
      activity: TYPE,
      about: {
        is: 'text',
        label: 'What should be looked at?',
        called: 'What should be looked at',
        ask: 'Write in a sentence or two what should be looked at.',
        help: NO_NAMES,
        atMost: 1000,
      },
      holder: HOLDER,
      dueOn: DUE,
    },
  },
  arise: { from: [], to: 'planned', by: ['system'], needs: [], gates: [] },
  hold: {
    from: ['planned'],
    to: 'recorded',
    ...byHolder,
    applies: isNoAudit,
    label: 'Record what people took from it',
    send: 'Record it',
    done: 'Recorded. Thank you.',
    fields: HELD,
  },
  replan: {
    from: ['planned', 'gathering'],
    to: null,
    ...byHolder,
    needs: ['canBeAsked'],
    label: 'Change who or when',
    send: 'Change it',
    done: 'Changed. Who holds it is told.',
    event: 'ActivityReplanned',
    fields: {
      holder: { ...HOLDER, starts: ({ holder }: Activity) => holder },
      dueOn: DUE,
      reason: REASON,
    },
  },
  correct: {
    from: ['recorded'],
    to: null,
    ...byHolder,
    needs: ['correction'],
    label: 'Correct what was recorded',
    send: 'Correct it',
    done: 'Corrected. What was recorded before stays in the history.',
    fields: {
      heldOn: { ...HELD.heldOn, help: LEAVE, optional: true },
      activity: { ...NO_AUDIT, help: LEAVE, optional: true },
      learning: {
        ...LEARNING,
        help: `${LEAVE} Else write all of them. ${NO_NAMES}`,
        atLeast: 0,
        optional: true,
      },
      evidence: {
        ...HELD.evidence,
        help: `For training only. ${LEAVE}`,
      },
      agencies: { ...HELD.agencies, help: `${LEAVE} Else choose all that took part.` },
      links: { ...HELD.links, help: `${LEAVE} Else write all of them.` },
      reason: { ...REASON, label: 'What was wrong?', help: NO_NAMES },
    },
  },
  ...AUDIT_MOVES,
  notHeld: {
    from: ['planned', 'gathering'],
    to: 'notHeld',
    ...byHolder,
    // The product, where another decision was made about the report it follows from.
    by: [...byHolder.by, 'system'],
    label: 'It will not be held',
    send: 'Say so',
    done: 'Noted. Whoever waits for it is told, with the reason.',
    event: 'ActivityNotHeld',
    fields: {
      reason: {
        ...REASON,
        help: 'Where it follows from somebody’s report, its reporter reads this. Leave out names.',
      },
    },
  },
} as const satisfies Readonly<Record<string, ActivityMove>>
