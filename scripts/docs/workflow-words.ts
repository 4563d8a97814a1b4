import type { ActionNeed, ActionParty } from '../../src/domain/action/moves.ts'
import type { ActionStage } from '../../src/domain/action/types.ts'
import type { ActivityNeed, ActivityParty } from '../../src/domain/activity/moves.ts'
import type { ActivityStage } from '../../src/domain/activity/types.ts'
import { CONFLICTING_ROLES } from '../../src/domain/board/needs.ts'
import { ROLE_LABELS } from '../../src/domain/board/saying.ts'
import type { BoardNeed, BoardParty } from '../../src/domain/board/workflow.ts'
import type { ObservationNeed, ObservationParty } from '../../src/domain/observation/moves.ts'
import type { ObservationStage } from '../../src/domain/observation/types.ts'
import type { ReviewNeed, ReviewParty } from '../../src/domain/review/moves.ts'
import type { ReviewStage } from '../../src/domain/review/types.ts'

type Words<Code extends string> = Readonly<Record<Code, string>>

/** The codes of the workflow tables in words. One that is left out does not compile. */
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
    chair: 'the chair',
    overseer: 'the business manager where it is late',
    askedChair: 'the chair where a statutory question was put to them',
    system: 'the product itself',
  } satisfies Words<ObservationParty>,
  needs: {
    kind: 'one of the eight kinds',
    answers: 'an answer to every required question of the kind',
    readers: 'readers past the own agency, where it is to go past it',
    addition: 'words, or an answer that was left out',
    additionsRead: 'everything that was added has been read',
    mayDecideAlone: 'that a second person agrees',
    maySayAlone: 'that a second person agrees to harm being taken back',
    isTakenThere: 'somebody else is asked there',
    somebodyElse: 'somebody else is left who can decide it',
    feedbackGiven: 'the reporter has been told what was done since the last decision',
  } satisfies Words<ObservationNeed>,
} as const

export const ACTIVITY_WORDS = {
  stages: {
    planned: 'planned',
    gathering: 'gathering (audit)',
    findings: 'findings (audit)',
    recorded: 'recorded',
    notHeld: 'not held',
    closed: 'closed (audit)',
  } satisfies Words<ActivityStage>,
  parties: {
    staff: 'anybody the board has entered',
    planner: 'a senior, an agency lead or the business manager',
    holder: 'who holds it',
    lead: 'who planned it; the seniors and leads of its agency',
    owner: 'who has to do something about a finding that an earlier version recorded',
    system: 'the product itself, after a decision on an observation',
  } satisfies Words<ActivityParty>,
  needs: {
    findings: 'for each finding what will be done, by whom and by when, or why nothing will',
    canBeAsked: 'whoever is asked may know of it',
    correction: 'at least one thing that is other than it was recorded',
  } satisfies Words<ActivityNeed>,
} as const

export const ACTION_WORDS = {
  stages: {
    open: 'waits for its owner',
    inProgress: 'under way',
    stuck: 'stuck',
    done: 'done, its owner says',
    checked: 'checked by somebody else',
  } satisfies Words<ActionStage>,
  parties: {
    planner: 'a senior, an agency lead or the business manager',
    owner: 'its owner, or who stands in for them',
    maker: 'who assigned it',
    helper: 'who was named as able to help',
    agencyLeads: 'the seniors and leads of its agency, but its owner',
    businessManager: 'the business manager',
    dater:
      'its owner for the first two times and while its day has not passed; after that the seniors and leads of its agency',
    checker:
      'the seniors and leads of its agency and the business manager, but its owner and whoever did it',
    system: 'the product itself, after the findings of an audit',
  } satisfies Words<ActionParty>,
  needs: {
    canBeAsked: 'whoever is asked may know of it',
    somebodyElse: 'somebody who does not do it already',
    anotherDay: 'a day other than the one it is due on',
    moreThanTraining: 'more than a training record',
  } satisfies Words<ActionNeed>,
} as const

export const REVIEW_WORDS = {
  stages: {
    proposed: 'proposed',
    commissioned: 'set up',
    notProceeding: 'not going ahead',
  } satisfies Words<ReviewStage>,
  parties: {
    proposer: 'a senior, an agency lead, the business manager or the chair',
    chair: 'the chair',
    businessManager: 'the business manager',
    agencyLead: 'the lead of its agency, for a single-agency or appreciative review of their own',
    system: 'the product itself, after a decision on an observation',
  } satisfies Words<ReviewParty>,
  needs: {
    lookAgain: 'a day to look again at what is not known and could change the answer',
    somebodyElse: 'somebody else than who answered that the criteria are met',
    departure: 'a reason where it is other than the score suggests, and only there',
    testsAnswered: 'both tests answered under the profile of now, where its type needs them',
    fitsCriteria: 'a review that the law asks for, where the criteria are met or may be',
    assessed: 'an assessment of how much review fits, as things stand',
    mayBeDeclined: 'the criteria not met, and answered where a statutory review was asked for',
    noStatutoryQuestion: 'that no statutory review was asked for',
  } satisfies Words<ReviewNeed>,
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
    ownId: 'an id of one’s own is well formed, and not the product’s',
    boardName: 'a name',
    contacts: 'every line of the contacts; a telephone number where people ring',
    newAgency: 'an id that is new, if it has one',
    freeName: 'a name that no other agency has',
    notTheOffice: 'not the board office',
    account: 'ids of an account of Microsoft Entra that nobody else has',
    introduction: 'a name, an account nobody else has, and an agency that is there and open',
    workplace: 'an agency that is open, or where they work already',
    successor: 'somebody else',
    appointmentFits: 'an appointment that is there, and a deputy who does not hold the role',
    noConflict: CONFLICTING_ROLES.map(
      ([a, b]) => `nobody is ${ROLE_LABELS[a].toLowerCase()} and ${ROLE_LABELS[b].toLowerCase()}`,
    ).join(', '),
    keepsBusinessManager: 'somebody is business manager afterwards',
    lines: 'what each of its changes needs',
  } satisfies Words<BoardNeed>,
} as const
