import { BOARD_ID } from '../../src/domain/board/types.ts'
import { allowedFor } from '../../src/domain/machinery/allowed.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import { changeBoard } from '../../src/usecases/board/change-board.ts'
import { introduceMyself } from '../../src/usecases/board/introduce-myself.ts'
import { newcomerId } from '../../src/usecases/board/who-is.ts'
import { raiseObservation } from '../../src/usecases/observation/raise-observation.ts'
import { readObservation } from '../../src/usecases/observation/read-observation.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import type { Ask, Tried } from './ask.ts'
import { boardCommandOf, NEWCOMERS } from './board-content.ts'
import type { ChangeAction } from './content.ts'
import { answersOf, CHANGE_ACTIONS, commandOf } from './content.ts'
import { boardIn, nthOf, observationIn } from './model.ts'
import {
  changeBoardInModel,
  changeObservationInModel,
  contextIn,
  introduceInModel,
  raiseInModel,
  readInModel,
} from './model-records.ts'
import type { Session } from './session.ts'
import { actorOf, personFor, refOf } from './session.ts'
import type {
  AgainStep,
  BoardStep,
  ChangeStep,
  IntroduceStep,
  RaiseStep,
  ReadStep,
  Version,
} from './steps.ts'

const VERSIONS: Readonly<Record<Version, number | undefined>> = {
  none: undefined,
  right: 0,
  stale: -1,
  ahead: 1,
}

/** The version that somebody says they were looking at. */
function versionOf(version: Version, now: number): { readonly version?: number } {
  const off = VERSIONS[version]
  return off === undefined ? {} : { version: now + off }
}

const sayVersion = (version: Version) => (version === 'none' ? '' : ` (${version} version)`)

/** Makes an ask that can be made again later, by the same person or by another. */
function sent(session: Session, actor: Actor, by: (actor: Actor) => Ask): Ask {
  session.sent.push({ person: actor.person, by })
  return by(actor)
}

const newSubmission = ({ sent: { length } }: Session) => `submission-${length + 1}`

export function raiseAsk(session: Session, { who, content, submission, faults }: RaiseStep): Ask {
  const id = submission === null ? newSubmission(session) : `report-${submission}`
  const answers = answersOf(content)
  const { kind } = content
  return sent(session, actorOf(session, personFor(session, who)), (actor) => ({
    action: 'raise',
    says: `${actor.person} raises ${kind} (${id})`,
    about: null,
    faults,
    of: (deps) => raiseObservation(deps, { kind, answers, submission: id, actor }),
    by: (one, tried) =>
      raiseInModel(one, { kind, answers, submission: id, actor }, tried.at, savedBy(tried)),
  }))
}

/** The reference under which it was saved, if it was. */
function savedBy({ effects }: Tried): string | undefined {
  const saved = effects.find(({ name }) => name === 'observations.save')?.gave
  return typeof saved === 'object' && saved !== null && 'id' in saved ? String(saved.id) : undefined
}

export function changeAsk(session: Session, step: ChangeStep, ref: string): Ask {
  const { who, content, version, faults } = step
  const { state, version: stands } = observationIn(session.model, ref).stored
  const actor = actorOf(session, personFor(session, who, ref))
  const context = contextIn(session.model, session.clock.now())
  const command = commandOf(actionOf(session, step, ref, actor), content, context, state)
  const submission = newSubmission(session)
  const also = versionOf(version, stands)
  return sent(session, actor, (by) => ({
    action: command.type,
    says: `${by.person}: ${command.type} ${ref}${sayVersion(version)} (${submission})`,
    about: ref,
    faults,
    namesVersion: version !== 'none',
    of: (deps) =>
      changeRecord(deps, 'observation', { id: ref, command, actor: by, submission, ...also }),
    by: (one, { at }) =>
      changeObservationInModel(one, { id: ref, command, actor: by, submission, ...also }, at),
  }))
}

function actionOf(session: Session, { action }: ChangeStep, ref: string, actor: Actor) {
  if (typeof action === 'string') return action
  const { state } = observationIn(session.model, ref).stored
  const context = contextIn(session.model, session.clock.now())
  const allowed = allowedFor(observationRecord, state, actor, context).filter(
    ({ missing }) => missing.length === 0,
  )
  const name = nthOf(allowed, action)?.action
  const known = CHANGE_ACTIONS.find((one) => one === name)
  return known ?? nthOf<ChangeAction>(CHANGE_ACTIONS, action) ?? 'add'
}

export function boardAsk(session: Session, step: BoardStep): Ask {
  const { who, action, content, version, faults } = step
  // The one thing about the board that its office does not do.
  const as = who.as === 'office' && action === 'chooseProfile' ? 'chair' : who.as
  const actor = actorOf(session, personFor(session, { ...who, as }))
  const board = boardIn(session.model)
  const command = boardCommandOf(action, content, board)
  const submission = newSubmission(session)
  const stands = session.model.board.get(BOARD_ID)?.stored.version ?? 0
  const also = versionOf(version, stands)
  return sent(session, actor, (by) => ({
    action,
    says: `${by.person}: ${action}${sayVersion(version)} (${submission}): ${sayCommand(command)}`,
    about: BOARD_ID,
    faults,
    namesVersion: version !== 'none',
    of: (deps) => changeBoard(deps, { command, actor: by, submission, ...also }),
    by: (one, { at }) =>
      changeBoardInModel(one, { id: BOARD_ID, command, actor: by, submission, ...also }, at),
  }))
}

function sayCommand({ type: _type, ...content }: object & { readonly type: string }): string {
  const text = JSON.stringify(content)
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

export function introduceAsk(
  session: Session,
  { newcomer, agency: nth, faults }: IntroduceStep,
): readonly Ask[] {
  const account = nthOf(NEWCOMERS, newcomer)
  const agency = nthOf(boardIn(session.model).agencies, nth)?.id
  if (!account || !agency) return []
  const introduction = { account, name: 'A newcomer', agency, submission: newSubmission(session) }
  const introduced = sent(session, actorOf(session, newcomerId(account)), () => ({
    action: 'introduceMyself',
    says: `${newcomerId(account)} introduces themselves at ${agency}`,
    about: BOARD_ID,
    faults,
    of: (deps) => introduceMyself(deps, introduction),
    by: (one, { at }) => introduceInModel(one, introduction, at),
  }))
  return [introduced]
}

export function againAsk(session: Session, { earlier, by, faults }: AgainStep): readonly Ask[] {
  const known = nthOf(session.sent, earlier)
  if (!known) return []
  const person = by === 'the same' ? known.person : personFor(session, by)
  const ask = known.by(actorOf(session, person))
  return [{ ...ask, says: `${ask.says}, as before`, faults }]
}

export function readAsks(
  session: Session,
  { record, who, door, times, faults }: ReadStep,
): readonly Ask[] {
  const ref = refOf(session, record)
  if (ref === undefined) return []
  const actor = actorOf(session, personFor(session, who, ref))
  const one: Ask = {
    action: 'read',
    says: `${actor.person} reads ${ref} by ${door}`,
    about: ref,
    faults,
    of: (deps) => readObservation(deps, ref, actor, door),
    by: (kept, { at, id }) => readInModel(kept, { ref, actor, door, cause: id }, at),
  }
  return Array.from({ length: times }, () => one)
}
