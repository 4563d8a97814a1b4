import type { ObservationDetail } from '../../contract/observations.ts'
import { agencyOf, personOf } from '../../domain/board/directory.ts'
import { isProposalEvent } from '../../domain/machinery/proposals.ts'
import { columnsOf } from '../../domain/observation/columns.ts'
import { sayEvent } from '../../domain/observation/events.ts'
import { LEFT_TO_OTHERS } from '../../domain/observation/passing-on-moves.ts'
import { sayStandingSince } from '../../domain/observation/standing.ts'
import { sayPromised, waitsFor } from '../../domain/observation/waits.ts'
import {
  feedbackModes,
  observationKinds,
  triageOutcomes,
  worryScale,
} from '../../domain/taxonomies/lists.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import { presentOffered } from './allowed.ts'
import { presentAnswers } from './answers.ts'
import { presentAgency, presentCode, presentPerson } from './names.ts'
import { presentProposals } from './proposals.ts'
import { presentRecordRow } from './record.ts'

/** One observation as one person sees it. Only what is named here leaves. */
export function presentObservation(
  seen: SeenObservation,
  urgent: string | null = null,
): ObservationDetail {
  const { ref, version, view, history, board } = seen
  const columns = columnsOf(view)
  const by = (person: Parameters<typeof presentPerson>[1]) => presentPerson(board, person)
  return {
    ref,
    version,
    stage: view.stage,
    seenAs: view.seenAs,
    kind: presentCode(observationKinds, view.kind),
    kindByReporter: presentCode(observationKinds, view.kindByReporter),
    reporter: {
      ...by(view.reporter),
      jobTitle: personOf(board, view.reporter)?.jobTitle ?? '',
      agency: agencyOf(board, view.reporterAgency)?.name ?? '',
    },
    agency: presentAgency(board, view.route.agency),
    assignedTo: view.route.person === null ? null : by(view.route.person),
    sameDay: view.sameDay,
    worry: columns.worry === null ? null : presentCode(worryScale, columns.worry),
    raisedAt: view.raisedAt,
    waitingSince: view.waitingSince,
    waitedWorkingDays: seen.waitedWorkingDays,
    says: withPromise(seen, sayStandingSince(columns, history, board)),
    waits:
      view.seenAs === 'triager' && !seen.isLeftToOthers
        ? waitsFor(view, seen.now).map(({ does, due, isLate }) => ({ does, due, isLate }))
        : [],
    answers: presentAnswers(view.answers, view),
    questions: (view.questions ?? []).map((one) => ({
      question: one.question,
      at: one.at,
      by: by(one.by),
      isOpen: one.answeredAt === undefined,
    })),
    additions: view.additions.map(({ at, text, answers, isReply = false }) => ({
      at,
      text,
      isReply,
      answers: presentAnswers(answers, view),
    })),
    acknowledged: view.acknowledged && {
      at: view.acknowledged.at,
      by: by(view.acknowledged.by),
    },
    decisions: view.decisions.map((decision) => ({
      outcome: presentCode(triageOutcomes, decision.outcome),
      reason: decision.reason,
      words: decision.words,
      nextReviewOn: decision.nextReviewOn,
      at: decision.at,
      by: by(decision.by),
      tookWorkingDays: decision.tookWorkingDays,
    })),
    feedback: view.feedback.map((feedback) => ({
      mode: presentCode(feedbackModes, feedback.mode),
      text: feedback.text,
      at: feedback.at,
      by: by(feedback.by),
    })),
    closed: view.stage === 'closed' ? { at: view.closed.at, by: by(view.closed.by) } : null,
    // Counted anew: a gap would tell a reporter that something was done which they do not see.
    history: historyFor(view, history).map((recorded, index) => ({
      seq: index + 1,
      at: recorded.at,
      by: by(recorded.by),
      type: recorded.event.type,
      says: sayEvent(recorded.event, board, view.seenAs),
    })),
    proposals: presentProposals(seen.proposals, board),
    leftToOthers: seen.isLeftToOthers ? LEFT_TO_OTHERS : null,
    follows: seen.follows.map((row) => presentRecordRow(row.kind)(row)),
    allowed: presentOffered(seen.allowed),
    urgent,
  }
}

/** How it stands and, for its reporter, by when they hear what comes next. */
const withPromise = ({ view, now }: SeenObservation, stands: string): string =>
  view.seenAs === 'reporter' ? `${stands} ${sayPromised(view, now)}`.trim() : stands

/** A proposal is no decision yet. Its reporter hears of the decision. */
const historyFor = ({ seenAs }: SeenObservation['view'], history: SeenObservation['history']) =>
  seenAs === 'reporter' ? history.filter(({ event }) => !isProposalEvent(event)) : history
