import { boardRecord } from '../../src/domain/board/board.ts'
import { personByAccount } from '../../src/domain/board/directory.ts'
import type { BoardCommand, BoardSettings } from '../../src/domain/board/types.ts'
import { allowedFor, naming } from '../../src/domain/machinery/allowed.ts'
import { dated } from '../../src/domain/machinery/dated.ts'
import { isKnown } from '../../src/domain/machinery/known.ts'
import { perform } from '../../src/domain/machinery/perform.ts'
import { openProposals } from '../../src/domain/machinery/proposals.ts'
import type { KindTypes, Recorded, RecordKind } from '../../src/domain/machinery/record-kind.ts'
import type { ObservationContext } from '../../src/domain/observation/needs.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { Observation, ObservationCommand } from '../../src/domain/observation/types.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import { DomainError } from '../../src/domain/words/errors.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import { dateOf, yearOf } from '../../src/domain/words/time.ts'
import { workingDaysBetween } from '../../src/domain/words/working-days.ts'
import type { Stored } from '../../src/ports/records.ts'
import type { Door } from '../../src/ports/trail.ts'
import type { Introduction } from '../../src/usecases/board/introduce-myself.ts'
import { whoIs } from '../../src/usecases/board/who-is.ts'
import type { RaiseRequest } from '../../src/usecases/observation/raise-observation.ts'
import type { Submission } from '../../src/usecases/records/handle-command.ts'
import { holidays } from '../domain/an-observation.ts'
import type { Kept, Model } from './model.ts'
import { boardIn, isBy } from './model.ts'

/** Good Friday, Easter Monday, and the days around the end of the year. */
export const CALENDAR = holidays(
  '2026-04-03',
  '2026-04-06',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
)

const SUBMISSIONS_REMEMBERED = 20

export const contextIn = (model: Model, now: Instant): ObservationContext => ({
  board: boardIn(model),
  now,
  calendar: CALENDAR,
})

export const changeObservationInModel = (
  model: Model,
  submission: Submission<ObservationCommand>,
  now: Instant,
): Stored<Observation> =>
  change(observationRecord, model.observations, submission, contextIn(model, now))

export const changeBoardInModel = (
  model: Model,
  submission: Submission<BoardCommand>,
  now: Instant,
): Stored<BoardSettings> => change(boardRecord, model.board, submission, { now })

/** @param savedAs the reference under which the store says it saved this report, if it did */
export function raiseInModel(
  model: Model,
  { kind, answers, submission, actor }: RaiseRequest,
  now: Instant,
  savedAs: string | undefined,
): Stored<Observation> {
  const key = `${actor.person}:${submission}`
  const earlier = model.observations.get(model.raised.get(key) ?? '')
  if (earlier) return earlier.stored
  const command = { type: 'raise', kind, answers } as const
  perform(observationRecord, undefined, command, actor, contextIn(model, now))
  const [, year] = /^OBS-(\d{4})-\d{4}$/.exec(savedAs ?? '') ?? []
  if (savedAs === undefined || year !== `${yearOf(now)}` || model.observations.has(savedAs))
    throw new DomainError('conflict', { what: `no report is kept as ${savedAs}` })
  model.raised.set(key, savedAs)
  return changeObservationInModel(
    model,
    { id: savedAs, command, actor, submission: key, isNew: true },
    now,
  )
}

export function introduceInModel(
  model: Model,
  { account, name, agency, submission }: Introduction,
  now: Instant,
): undefined {
  const board = boardIn(model)
  if (personByAccount(board, account)) return
  const actor = whoIs(board, account)
  const person = { ...account, id: actor.person, name, jobTitle: '', agency }
  changeBoardInModel(
    model,
    { id: 'board', command: { type: 'introduceMyself', person }, actor, submission },
    now,
  )
}

export interface ModelReading {
  readonly ref: string
  readonly actor: Actor
  readonly door: Door
  readonly cause: string
}

/** An observation as somebody sees it, and that they read it. */
export function readInModel(model: Model, { ref, actor, door, cause }: ModelReading, now: Instant) {
  const context = contextIn(model, now)
  const kept = model.observations.get(ref)
  const view = kept && observationRecord.viewOf(kept.stored.state, actor, context)
  if (!kept || !view) throw new DomainError('not-found', { what: 'observation' })
  if (view.seenAs === 'triager') {
    const id = `observation/${ref}`
    const before = model.readings.get(id) ?? []
    const reading = {
      seq: before.length + 1,
      at: now,
      by: actor.person,
      cause,
      event: { type: door },
    }
    model.readings.set(id, [...before, reading])
  }
  const waits = view.stage === 'awaitingTriage'
  return {
    ref,
    version: kept.stored.version,
    view,
    history: kept.history,
    proposals: openProposals(view.proposals, now),
    allowed: naming(allowedFor(observationRecord, kept.stored.state, actor, context), ref),
    waitedWorkingDays: waits
      ? workingDaysBetween(CALENDAR, dateOf(view.waitingSince), dateOf(now))
      : 0,
    board: context.board,
  }
}

/** What everybody may rely on when a record is changed, without a thought for how it is kept. */
function change<K extends KindTypes>(
  type: RecordKind<K>,
  records: Map<string, Kept<K['state'], K['event']>>,
  { id, command, actor, submission, version, isNew }: Submission<K['command']>,
  context: K['context'],
): Stored<K['state']> {
  const before = records.get(id)
  const stored = before?.stored
  if (isNew && stored) throw new DomainError('conflict', { what: id })
  if (!isNew) {
    const mine = stored?.causes.find(isBy(submission, actor.person))
    if (stored && mine) {
      if ((mine.action ?? command.type) !== command.type)
        throw new DomainError('conflict', { what: id })
      return stored
    }
    if (!stored || !isKnown(type, stored.state, actor, context))
      throw new DomainError('not-found', { what: type.kind })
    if (version !== undefined && version !== stored.version)
      throw new DomainError('conflict', { what: id })
  }
  const events = perform(type, stored?.state, command, actor, context).map(
    ({ event }): K['event'] => event,
  )
  if (events.length === 0 && stored) return stored
  const action = command.type
  return keep<K['state'], K['event']>(
    records,
    (state, recorded) => dated(type, state, recorded, context),
    { id, events, cause: submission, action, by: actor, at: context.now },
  )
}

interface Happened<Event> {
  readonly id: string
  readonly events: readonly Event[]
  readonly cause: string
  readonly action: string
  readonly by: Actor
  readonly at: Instant
}

/** Writes down what happened, as one version more. */
export function keep<State, Event>(
  records: Map<string, Kept<State, Event>>,
  become: (
    state: State | undefined,
    recorded: Recorded<Event>,
  ) => { readonly state: State; readonly recorded: Recorded<Event> },
  { id, events, cause, action, by: { person: by }, at }: Happened<Event>,
): Stored<State> {
  const before = records.get(id)
  const history = [...(before?.history ?? [])]
  let state = before?.stored.state
  for (const event of events) {
    const after = become(state, { seq: history.length + 1, at, by, cause, event })
    history.push(after.recorded)
    state = after.state
  }
  if (state === undefined) throw new Error('something that makes nothing')
  const causes = [...(before?.stored.causes ?? []), { submission: cause, by, action }]
  const stored = {
    id,
    version: (before?.stored.version ?? 0) + 1,
    events: history.length,
    state,
    causes: causes.slice(-SUBMISSIONS_REMEMBERED),
  }
  records.set(id, {
    stored,
    history,
    delivered: before?.delivered ?? 0,
  })
  return stored
}
