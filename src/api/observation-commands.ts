import type { z } from 'zod'
import type { OBSERVATION_CHANGES, ObservationChange } from '../contract/observations.ts'
import { agencyId, personId } from '../domain/shared/ids.ts'
import type { FeedbackModeCode, KindCode, OutcomeCode } from '../domain/taxonomies/lists.ts'
import type { ObservationChangeCommand } from '../usecases/observation/change-observation.ts'

type ObservationBody<Action extends ObservationChange> = z.output<
  (typeof OBSERVATION_CHANGES)[Action]
>

// Codes arrive as text. The workflow's needs refuse one that is on no list, with a sentence, so the
// narrower types of `kind`, `outcome` and `mode` are true wherever a command is carried out.
export const OBSERVATION_COMMANDS: {
  readonly [Action in ObservationChange]: (
    body: ObservationBody<Action>,
  ) => Extract<ObservationChangeCommand, { type: Action }>
} = {
  add: ({ text, answers }) => ({ type: 'add', text, answers }),
  acknowledge: () => ({ type: 'acknowledge' }),
  reassign: ({ to, reason }) => ({
    type: 'reassign',
    to: { agency: agencyId(to.agency), person: to.person === null ? null : personId(to.person) },
    reason,
  }),
  correctKind: ({ kind, reason }) => ({ type: 'correctKind', kind: kind as KindCode, reason }),
  decide: ({ outcome, reason, words, nextReviewOn }) => ({
    type: 'decide',
    outcome: outcome as OutcomeCode,
    reason,
    words,
    nextReviewOn,
  }),
  giveFeedback: ({ mode, text }) => ({
    type: 'giveFeedback',
    mode: mode as FeedbackModeCode,
    text,
  }),
  close: () => ({ type: 'close' }),
  reopen: ({ reason }) => ({ type: 'reopen', reason }),
}
