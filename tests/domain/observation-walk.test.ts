import { describe, expect, test } from 'vitest'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { Observation, ObservationAction } from '../../src/domain/observation/types.ts'
import {
  aBoard,
  actorOf,
  boardChair,
  boardMember,
  communityTrust,
  deputyNurse,
  formerSenior,
  healthVisitor,
  identityCustodian,
  lawyer,
  officeDeputy,
  officeManager,
  policeSergeant,
  recordsAuditor,
  school,
  schoolNurse,
  seniorNurse,
  teacher,
  trustLead,
  without,
} from './a-board.ts'
import {
  aClosedObservation,
  aContext,
  aDecidedObservation,
  anObservation,
  COMPLETE,
  NOW,
} from './an-observation.ts'
import { aNewcomer, refusalOf } from './spec.ts'

const board = aBoard()
/** Its reporter was asked something. */
const questions = [{ question: 'Which clinic was it?', by: seniorNurse, at: NOW }]
const toTrust = {
  questions,
  reporter: healthVisitor,
  route: { agency: communityTrust, person: null },
}
/** Nobody triages for the school, so it falls to the board office. */
const toSchool = { questions, reporter: teacher, route: { agency: school, person: null } }
const officeGone = without(board, officeManager, officeDeputy)
const reporterGone = without(board, healthVisitor)

/** The columns of the list below, in its order: who somebody is, to which observation. */
const PEOPLE = {
  'the reporter': { actor: actorOf(healthVisitor), of: toTrust, board },
  'the senior of the agency': { actor: actorOf(seniorNurse), of: toTrust, board },
  'the deputy of the senior': { actor: actorOf(deputyNurse), of: toTrust, board },
  'the agency lead': { actor: actorOf(trustLead), of: toTrust, board },
  'the senior of another agency': { actor: actorOf(policeSergeant), of: toTrust, board },
  'a senior who is the reporter': {
    actor: actorOf(seniorNurse),
    of: { ...toTrust, reporter: seniorNurse },
    board,
  },
  'the business manager': { actor: actorOf(officeManager), of: toTrust, board },
  'the business manager where nobody triages': {
    actor: actorOf(officeManager),
    of: toSchool,
    board,
  },
  'a business manager who is the reporter': {
    actor: actorOf(officeManager),
    of: { ...toSchool, reporter: officeManager },
    board,
  },
  'the chair': { actor: actorOf(boardChair), of: toTrust, board },
  'the chair where nobody else is left': {
    actor: actorOf(boardChair, officeGone),
    of: toSchool,
    board: officeGone,
  },
  'a chair who is the reporter': {
    actor: actorOf(boardChair),
    of: { ...toSchool, reporter: boardChair },
    board,
  },
  'a board member': { actor: actorOf(boardMember), of: toTrust, board },
  'the legal adviser': { actor: actorOf(lawyer), of: toTrust, board },
  'the custodian': { actor: actorOf(identityCustodian), of: toTrust, board },
  'the auditor': { actor: actorOf(recordsAuditor), of: toTrust, board },
  'a colleague of the reporter': { actor: actorOf(schoolNurse), of: toTrust, board },
  'a senior who has left': { actor: actorOf(formerSenior), of: toTrust, board },
  'a reporter who has left': {
    actor: actorOf(healthVisitor, reporterGone),
    of: toTrust,
    board: reporterGone,
  },
  'somebody nobody has entered': { actor: aNewcomer, of: toTrust, board },
} as const

const MARKS = {
  y: 'done',
  r: 'not-your-role',
  n: 'not-possible-now',
  m: 'incomplete',
  '.': 'not-found',
} as const

/**
 * Who may do what, from the board's own description and not from the code: `y` may, `r` it is not
 * their part, `n` it is, but not now, `m` something is missing that no
 * command can bring, `.` they learn nothing of it. One column for each of PEOPLE.
 */
const BY_HAND = `
nothing        raise         y y y y y y  y y y  y y y  y y y y  y r r r

awaitingTriage raise         n n n n . n  . n n  . n n  . . . .  . . r .
awaitingTriage add           y r r r . y  . r y  . r y  . . . .  . . y .
awaitingTriage reply         y r r r . y  . r y  . r y  . . . .  . . y .
awaitingTriage acknowledge   r y y y . r  . y r  . y r  . . . .  . . r .
awaitingTriage reassign      r y y y . r  . y r  . y r  . . . .  . . r .
awaitingTriage passOnLate    r r r r . r  . r r  . r r  . . . .  . . r .
awaitingTriage recuse        r y y y . r  . y r  . m r  . . . .  . . r .
awaitingTriage correctKind   r y y y . r  . y r  . y r  . . . .  . . r .
awaitingTriage sayHarm       r y y y . r  . y r  . y r  . . . .  . . r .
awaitingTriage ask           r y y y . r  . y r  . y r  . . . .  . . r .
awaitingTriage decide        r y y y . r  . y r  . y r  . . . .  . . r .
awaitingTriage giveFeedback  r n n n . r  . n r  . n r  . . . .  . . r .
awaitingTriage close         r n n n . r  . n r  . n r  . . . .  . . r .
awaitingTriage lookAgain     r n n n . r  . n r  . n r  . . . .  . . r .
awaitingTriage noteLearning  r r r r . r  . r r  . r r  . . . .  . . r .
awaitingTriage noteNotHeld   r r r r . r  . r r  . r r  . . . .  . . r .
awaitingTriage reopen        r n n n . r  . n r  . n r  . . . .  . . r .

underWay       raise         n n n n . n  . n n  . n n  . . . .  . . r .
underWay       add           y r r r . y  . r y  . r y  . . . .  . . y .
underWay       reply         y r r r . y  . r y  . r y  . . . .  . . y .
underWay       acknowledge   r n n n . r  . n r  . n r  . . . .  . . r .
underWay       reassign      r n n n . r  . n r  . n r  . . . .  . . r .
underWay       passOnLate    r r r r . r  . r r  . r r  . . . .  . . r .
underWay       recuse        r y y y . r  . y r  . m r  . . . .  . . r .
underWay       correctKind   r n n n . r  . n r  . n r  . . . .  . . r .
underWay       sayHarm       r y y y . r  . y r  . y r  . . . .  . . r .
underWay       ask           r y y y . r  . y r  . y r  . . . .  . . r .
underWay       decide        r y y y . r  . y r  . y r  . . . .  . . r .
underWay       giveFeedback  r y y y . r  . y r  . y r  . . . .  . . r .
underWay       close         r y y y . r  . y r  . y r  . . . .  . . r .
underWay       lookAgain     r y y y . r  . y r  . y r  . . . .  . . r .
underWay       noteLearning  r r r r . r  . r r  . r r  . . . .  . . r .
underWay       noteNotHeld   r r r r . r  . r r  . r r  . . . .  . . r .
underWay       reopen        r n n n . r  . n r  . n r  . . . .  . . r .

closed         raise         n n n n . n  . n n  . n n  . . . .  . . r .
closed         add           n r r r . n  . r n  . r n  . . . .  . . n .
closed         reply         n r r r . n  . r n  . r n  . . . .  . . n .
closed         acknowledge   r n n n . r  . n r  . n r  . . . .  . . r .
closed         reassign      r n n n . r  . n r  . n r  . . . .  . . r .
closed         passOnLate    r r r r . r  . r r  . r r  . . . .  . . r .
closed         recuse        r n n n . r  . n r  . n r  . . . .  . . r .
closed         correctKind   r n n n . r  . n r  . n r  . . . .  . . r .
closed         sayHarm       r n n n . r  . n r  . n r  . . . .  . . r .
closed         ask           r n n n . r  . n r  . n r  . . . .  . . r .
closed         decide        r n n n . r  . n r  . n r  . . . .  . . r .
closed         giveFeedback  r n n n . r  . n r  . n r  . . . .  . . r .
closed         close         r n n n . r  . n r  . n r  . . . .  . . r .
closed         lookAgain     r y y y . r  . y r  . y r  . . . .  . . r .
closed         noteLearning  r r r r . r  . r r  . r r  . . . .  . . r .
closed         noteNotHeld   r r r r . r  . r r  . r r  . . . .  . . r .
closed         reopen        r y y y . r  . y r  . y r  . . . .  . . r .
`

const STATES = {
  nothing: () => undefined,
  awaitingTriage: anObservation,
  underWay: aDecidedObservation,
  closed: aClosedObservation,
} as const
type State = keyof typeof STATES

const who = Object.keys(PEOPLE) as readonly (keyof typeof PEOPLE)[] // its keys, by its type

const rows = BY_HAND.trim()
  .split(/\n+/)
  .map((line) => {
    const [state, action, ...marks] = line.split(/\s+/)
    // what is written above, checked by the test that looks for every state and action in it
    return { state: state as State, action: action as ObservationAction, marks }
  })

/** What becomes of a complete command, as somebody meets it: first whether they see anything. */
function outcomeFor(person: keyof typeof PEOPLE, state: State, action: ObservationAction) {
  const { actor, of, board } = PEOPLE[person]
  const context = aContext({ board })
  const observation: Observation | undefined = STATES[state](of)
  if (observation && !observationRecord.viewOf(observation, actor, context)) return 'not-found'
  const run = () => perform(observationRecord, observation, COMPLETE[action], actor, context)
  try {
    expect(run()).toHaveLength(1)
    return 'done'
  } catch {
    return refusalOf(run).code
  }
}

describe('who may do what with an observation', () => {
  test('the list written by hand has every action in every state, for everybody', () => {
    const actions = Object.keys(COMPLETE)
    const inStages = ['awaitingTriage', 'underWay', 'closed'].flatMap((state) =>
      actions.map((action) => `${state} ${action}`),
    )
    expect(rows.map(({ state, action }) => `${state} ${action}`)).toEqual([
      'nothing raise',
      ...inStages,
    ])
    expect(rows.filter(({ marks }) => marks.length !== who.length)).toEqual([])
  })

  test.each(rows)('$action, where it stands at $state', ({ state, action, marks }) => {
    // a mark that is none of these is no outcome, so it fails the comparison
    const expected = who.map((person, at) => [person, MARKS[marks[at] as keyof typeof MARKS]])
    const actual = who.map((person) => [person, outcomeFor(person, state, action)])
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected))
  })

  test.each(who)('%s is offered exactly what would be done', (person) => {
    const { actor, of, board } = PEOPLE[person]
    const context = aContext({ board })
    const stages = ['awaitingTriage', 'underWay', 'closed'] as const
    const offered = stages.map((state) => {
      const observation = STATES[state](of)
      return observationRecord.viewOf(observation, actor, context)
        ? allowedFor(observationRecord, observation, actor, context)
            .filter(({ missing }) => missing.length === 0)
            .map(({ action }) => action)
        : []
    })
    const done = stages.map((state) =>
      rows
        .filter((row) => row.state === state && outcomeFor(person, state, row.action) === 'done')
        .map(({ action }) => action),
    )
    expect(offered).toEqual(done)
  })
})
