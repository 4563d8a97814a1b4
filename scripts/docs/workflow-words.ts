import type { BoardNeed, BoardParty } from '../../src/domain/board/workflow.ts'
import type { ObservationNotice } from '../../src/domain/observation/telling.ts'
import type { ObservationEvent, ObservationStage } from '../../src/domain/observation/types.ts'
import type { ObservationNeed, ObservationParty } from '../../src/domain/observation/workflow.ts'

type Words<Code extends string> = Readonly<Record<Code, string>>

/** The codes of the workflow tables in words: one that is left out does not compile. */
export const OBSERVATION_WORDS = {
  stages: {
    awaitingTriage: 'waits for a decision',
    underWay: 'decided, under way',
    closed: 'closed',
  } satisfies Words<ObservationStage>,
  parties: {
    staff: 'anybody the board has entered',
    reporter: 'its reporter',
    triager: 'whoever triages it',
    businessManager: 'the business manager',
    chair: 'the chair',
  } satisfies Words<ObservationParty>,
  needs: {
    kind: 'one of the eight kinds',
    answers: 'an answer to every required question of the kind',
    addition: 'words, or an answer that was left out',
    destination: 'another agency, or somebody who triages there',
    reason: 'a reason',
    otherKind: 'another kind than it has',
    outcome: 'one of the outcomes',
    decisionReason: 'a reason of at least 20 characters (S13)',
    words: 'the sentence the reporter will read, without gaps',
    reviewDate: 'a review date, if any, from today on',
    feedback: 'what the reporter should hear, and which kind of feedback it is',
    feedbackGiven: 'the reporter has been told what was done since the last decision',
  } satisfies Words<ObservationNeed>,
} as const

export const BOARD_WORDS = {
  stages: { open: 'open' },
  parties: {
    system: 'the product at its first start',
    staff: 'anybody the board has entered',
    newcomer: 'somebody nobody has entered',
    businessManager: 'the business manager',
    chair: 'the chair',
  } satisfies Words<BoardParty>,
  needs: {
    boardName: 'a name',
    contacts: 'all three contacts',
    newAgency: 'a name, a type of the list and a new id',
    knownAgency: 'an agency that is there, with a name and a type',
    newPerson: 'a name, and an account nobody else has',
    knownPerson: 'a person who is there, with a name and an account of their own',
    workplace: 'an agency that is there and open',
    appointmentFits: 'a holder and a deputy who have not left, and the agency the role is for',
    noConflict: 'nobody who guards identities is senior, agency lead or chair',
    knownAppointment: 'an appointment that is there',
    keepsBusinessManager: 'somebody is business manager afterwards',
    reason: 'a reason',
  } satisfies Words<BoardNeed>,
} as const

export const EVENT_WORDS = {
  ObservationRaised: 'it was raised',
  ObservationAddedTo: 'the reporter added something',
  ObservationBecameUrgent: 'what was added makes it more pressing',
  ObservationAcknowledged: 'somebody started on it',
  ObservationReassigned: 'it was passed on',
  KindCorrected: 'the kind was corrected',
  ObservationDecided: 'it was decided',
  FeedbackGiven: 'feedback was given',
  ObservationClosed: 'it was closed',
  ObservationReopened: 'it was opened again',
} as const satisfies Words<ObservationEvent['type']>

export const NOTICE_WORDS = {
  triage: 'a card with what may be done about it',
  acknowledged: 'that somebody senior has started',
  decided: 'the decision and its reason',
  feedback: 'what was done',
  closed: 'that it is closed',
  reopened: 'that it is looked at again',
} as const satisfies Words<ObservationNotice>
