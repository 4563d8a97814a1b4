import { isProposalEvent, proposalsAfter } from '../machinery/proposals.ts'
import type { Recorded } from '../machinery/record-kind.ts'
import { assertNever } from '../words/errors.ts'
import type { PersonId } from '../words/ids.ts'
import type { Instant } from '../words/time.ts'
import { chosen, mayBeDanger } from './answers.ts'
import { answeredAt } from './asking.ts'
import { withFeedback } from './feedback.ts'
import { saysGrave } from './harm.ts'
import type { Answer, Observation, ObservationEvent } from './types.ts'

/** The observation after one of its events. */
export function evolve(
  observation: Observation | undefined,
  recorded: Recorded<ObservationEvent>,
): Observation {
  const { due, ...event } = recorded.event
  const after = evolved(observation, { ...recorded, event })
  return due === undefined ? after : { ...after, due }
}

function evolved(
  observation: Observation | undefined,
  { event, at, by, seq, cause }: Recorded<ObservationEvent>,
): Observation {
  if (event.type === 'ObservationRaised') {
    const { kind, answers, mode, agency, office, sameDay } = event
    return {
      stage: 'awaitingTriage',
      reporter: by,
      reporterAgency: agency,
      ...(office ? { pastAgency: true } : {}),
      mode,
      raisedAt: at,
      kind,
      kindByReporter: kind,
      answers,
      additions: [],
      sameDay,
      route: { agency: office ?? agency, person: null },
      acknowledged: null,
      waitingSince: at,
      decisions: [],
      feedback: [],
    }
  }
  if (!observation) throw new TypeError('an observation begins with being raised')
  if (isProposalEvent(event))
    return {
      ...(event.type === 'ProposalAgreed'
        ? withAgreed(observation, event.proposal, by, at)
        : observation),
      proposals: proposalsAfter(observation.proposals ?? [], { event, at, by, seq, cause }),
    }
  switch (event.type) {
    case 'HarmSaid':
      return { ...observation, harm: event.harm }
    case 'ReporterAsked': {
      const { question } = event
      return { ...observation, questions: [...(observation.questions ?? []), { question, by, at }] }
    }
    case 'ObservationAddedTo': {
      const { text, answers, isReply } = event
      const asked = answers.some(({ question }) => question === 'dangerNow')
      return {
        ...observation,
        additions: [
          ...observation.additions,
          { at, text, answers, ...(isReply ? { isReply } : {}) },
        ],
        ...(isReply ? { questions: answeredAt(observation, at) } : {}),
        ...graveSince(observation, answers, at),
        sameDay: observation.sameDay || (asked && mayBeDanger(answers)),
      }
    }
    case 'ObservationBecameUrgent':
      // Worry is kept in the answer itself. Danger may stand in words that answer no question.
      return event.because === 'danger' ? { ...observation, sameDay: true } : observation
    case 'ObservationAcknowledged':
      return { ...observation, acknowledged: { by, at } }
    case 'ObservationReassigned':
      // Passing on starts a new wait. Otherwise the reporter would think somebody there has begun.
      return {
        ...observation,
        route: event.to,
        acknowledged: null,
        ...(event.heardAt === undefined ? {} : { heardAt: event.heardAt }),
      }
    case 'ObservationRecused':
      return {
        ...observation,
        route: event.to,
        recused: [...(observation.recused ?? []), by],
        acknowledged: observation.acknowledged?.by === by ? null : observation.acknowledged,
      }
    case 'KindCorrected':
      return { ...observation, kind: event.to }
    case 'ObservationDecided': {
      const { type: _type, closes, learning: _learning, due: _due, ...decided } = event
      const decision = { ...decided, by, at }
      const decisions = [...observation.decisions, decision]
      const { told: _told, lookedAgain: _looked, ...rest } = observation
      const told = rest.feedback.some((one) => one.at >= at) ? { told: false } : {}
      const stands = { ...rest, decision, decisions, ...told }
      return closes
        ? { ...stands, stage: 'closed', closed: { by, at } }
        : { ...stands, stage: 'underWay' }
    }
    case 'FeedbackGiven':
      return withFeedback(observation, { mode: event.mode, text: event.text, by, at })
    case 'LearningRecorded': {
      const { type: _type, ...learned } = event
      return { ...observation, learned }
    }
    case 'LearningNotHeld':
      // Only the history keeps it: those who triage decide what follows.
      return observation
    case 'ObservationClosed':
      if (observation.stage === 'awaitingTriage')
        throw new TypeError('an observation is decided before it is closed')
      return { ...observation, stage: 'closed', closed: { by, at } }
    case 'ObservationLookedAtAgain':
      return { ...observation, lookedAgain: true }
    case 'ObservationReopened': {
      if (observation.stage === 'awaitingTriage') return observation
      const { decision: _decision, ...rest } = observation
      return { ...rest, stage: 'awaitingTriage', acknowledged: null, waitingSince: at }
    }
    default:
      return assertNever(event)
  }
}

/** What the chair has agreed to. Only this can take back what was said of harm to a child. */
function withAgreed(
  observation: Observation,
  proposal: number,
  agreedBy: PersonId,
  agreedAt: Instant,
): Observation {
  const { proposals = [], agreed = [], graveSince: _, ...rest } = observation
  const one = proposals.find(({ number }) => number === proposal)
  if (!one) return observation
  const after = { ...observation, agreed: [...agreed, { ...one, agreedBy, agreedAt }] }
  if (one.command.type !== 'sayHarm') return after
  return { ...rest, agreed: after.agreed, harmAgreedAt: agreedAt }
}

/** See `graveSince` of an observation. */
const graveSince = (
  { harmAgreedAt }: Observation,
  answers: readonly Answer[],
  at: Instant,
): Pick<Observation, 'graveSince'> =>
  harmAgreedAt !== undefined && at <= harmAgreedAt && saysGrave(chosen(answers, 'harm'))
    ? { graveSince: true }
    : {}
