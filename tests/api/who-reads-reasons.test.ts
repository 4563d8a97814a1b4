import { expect, test } from 'vitest'
import { OBSERVATION_MOVES } from '../../src/domain/observation/workflow.ts'
import {
  businessManager,
  healthVisitor,
  police,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import { aChange, closed, decided, raised } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { runningApi } from './support/running-api.ts'

/** A record at which each action can be taken. */
const BEFORE: Readonly<Record<string, (api: RunningApi) => Promise<string>>> = {
  reassign: raised,
  passOnLate: async (api) => {
    const ref = await raised(api)
    api.clock.advance({ days: 14 })
    return ref
  },
  correctKind: raised,
  decide: raised,
  giveFeedback: decided,
  ask: raised,
  reopen: closed,
}

const OTHER_FIELDS: Readonly<Record<string, unknown>> = {
  to: { agency: police, person: null },
  agency: police,
  kind: 'practiceConcern',
  outcome: 'localLearning',
  setting: 'teamMeeting',
  scope: null,
  holder: 'deputy-nurse',
  holdBy: '2099-05-29',
  mode: 'tellWhatWasDone',
  nextReviewOn: null,
}

/** Every text that is typed into the form of an action, with what its field says about readers. */
const TEXTS = Object.entries(OBSERVATION_MOVES).flatMap(([action, move]) =>
  // What reporters write themselves they read anyway.
  'fields' in move && !(move.by as readonly string[]).includes('reporter')
    ? Object.entries(move.fields).flatMap(([name, field]) =>
        field.is === 'text'
          ? [{ action, name, says: `${field.label}. ${'help' in field ? field.help : ''}` }]
          : [],
      )
    : [],
)

test('the list of texts is the one that the workflow has', () => {
  expect(TEXTS.map(({ action, name }) => `${action} ${name}`)).toEqual([
    'reassign reason',
    'passOnLate reason',
    'correctKind reason',
    'ask question',
    'decide about',
    'decide reason',
    'decide words',
    'giveFeedback text',
    'reopen reason',
  ])
})

test.each(TEXTS)(
  'S13: who types the $name of $action is told whether its reporter reads it',
  async ({ action, name, says }) => {
    const api = await runningApi()
    const ref = await BEFORE[action]?.(api)
    const fields = Object.keys(
      (OBSERVATION_MOVES as Record<string, { fields?: object }>)[action]?.fields ?? {},
    )
    const written = `Only in ${name} of ${action}.`
    const content = Object.fromEntries(
      fields.map((field) => [
        field,
        OTHER_FIELDS[field] === undefined
          ? field === name
            ? written
            : 'Something else that is long enough.'
          : OTHER_FIELDS[field],
      ]),
    )
    const version = (await api.deps.records.observation.load(ref ?? ''))?.version ?? 0
    const path = `/api/observations/${ref}/${action}`
    const who = action === 'passOnLate' ? businessManager : seniorNurse
    const taken = await api.post(who, path, aChange(version, content))
    expect(taken.status).toBe(200)
    const { text } = await api.get(healthVisitor, `/api/observations/${ref}`)
    const isRead = !/does not see it/.test(says)
    expect(says).toMatch(
      isRead ? /reporter (will read|reads|can read|is told)|can read the reason/ : /reporter/,
    )
    expect(text.includes(written)).toBe(isRead)
    // The person who decides now reads why it came to them.
    const isPassedOn = action === 'reassign' || action === 'passOnLate'
    const triager = isPassedOn ? policeSergeant : seniorNurse
    expect((await api.get(triager, `/api/observations/${ref}`)).text).toContain(written)
  },
)
