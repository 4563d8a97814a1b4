import type { BoardNeed, BoardParty } from '../../src/domain/board/workflow.ts'
import type { ObservationNeed, ObservationParty } from '../../src/domain/observation/moves.ts'
import type { ObservationStage } from '../../src/domain/observation/types.ts'

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
  } satisfies Words<ObservationParty>,
  needs: {
    kind: 'one of the eight kinds',
    answers: 'an answer to every required question of the kind',
    readers: 'readers past the own agency, where it is to go past it',
    addition: 'words, or an answer that was left out',
    additionsRead: 'everything that was added has been read',
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
    contacts: 'every line of the contacts',
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
