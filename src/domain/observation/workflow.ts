import type { Move } from '../shared/record.ts'
import type { ObservationAction, ObservationStage } from './types.ts'

/**
 * What somebody is to an observation. `triager`: the seniors and leads of the agency it was routed
 * to, never its own reporter; the business manager where nobody is left.
 */
export type ObservationParty = 'staff' | 'reporter' | 'triager' | 'businessManager' | 'chair'

export type ObservationNeed =
  | 'kind'
  | 'answers'
  | 'addition'
  | 'destination'
  | 'reason'
  | 'otherKind'
  | 'outcome'
  | 'decisionReason'
  | 'words'
  | 'reviewDate'
  | 'feedback'
  | 'feedbackGiven'

/** The workflow of an observation. Guards, buttons, the API and the documentation come from it. */
export const OBSERVATION_MOVES = {
  raise: {
    from: [],
    to: 'awaitingTriage',
    by: ['staff'],
    needs: ['kind', 'answers'],
    gates: [],
  },
  add: {
    from: ['awaitingTriage', 'underWay'],
    to: null,
    by: ['reporter'],
    needs: ['addition'],
    gates: [],
  },
  acknowledge: { from: ['awaitingTriage'], to: null, by: ['triager'], needs: [], gates: [] },
  reassign: {
    from: ['awaitingTriage'],
    to: null,
    by: ['triager', 'businessManager'],
    needs: ['destination', 'reason'],
    gates: [],
  },
  correctKind: {
    from: ['awaitingTriage'],
    to: null,
    by: ['triager'],
    needs: ['otherKind', 'reason'],
    gates: [],
  },
  decide: {
    from: ['awaitingTriage', 'underWay'],
    to: 'underWay',
    by: ['triager'],
    needs: ['outcome', 'decisionReason', 'words', 'reviewDate'],
    gates: [],
  },
  giveFeedback: {
    from: ['underWay'],
    to: null,
    by: ['triager'],
    needs: ['feedback'],
    gates: [],
  },
  close: {
    from: ['underWay'],
    to: 'closed',
    by: ['triager'],
    needs: [],
    gates: ['feedbackGiven'],
  },
  reopen: {
    from: ['closed'],
    to: 'awaitingTriage',
    by: ['triager', 'businessManager', 'chair'],
    needs: ['reason'],
    gates: [],
  },
} as const satisfies Record<
  ObservationAction,
  Move<ObservationStage, ObservationParty, ObservationNeed>
>
