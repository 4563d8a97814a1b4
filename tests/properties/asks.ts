import { KINDS } from '../../src/domain/records.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import type { BoardChangeCommand } from '../../src/usecases/board/change-board.ts'
import { changeBoard } from '../../src/usecases/board/change-board.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { makeRecord } from '../../src/usecases/records/make-record.ts'
import { readRecord } from '../../src/usecases/records/read-record.ts'
import type { Ask } from './ask.ts'
import { sendingOf } from './commands.ts'
import type { Session } from './session.ts'
import { contextIn, kindOf, nthOf, storeOf, THE_BOARD } from './session.ts'
import type { StepOf } from './steps.ts'

// What people ask of the product about records and about the board.

/** Makes an ask that can be made again later, by the same person or by another. */
function sent(session: Session, actor: Actor, by: (actor: Actor) => Ask): Ask {
  session.sent.push({ person: actor.person, by })
  return by(actor)
}

const newSubmission = ({ sent: { length } }: Session) => `submission-${length + 1}`

const sayCommand = (command: object) => JSON.stringify(command).slice(0, 150)

/** @param people how many send it, so that some send the same */
export async function makeAsk(session: Session, step: StepOf<'make'>, people = 100): Promise<Ask> {
  const { submission, faults } = step
  const kind = nthOf(KINDS, step.content >> 5) ?? 'observation'
  const filled = { ...step, person: step.person % people }
  const { actor, command } = await sendingOf(session, kind, undefined, filled)
  const id = submission === null ? newSubmission(session) : `report-${submission}`
  return sent(session, actor, (by) => ({
    action: command.type,
    says: `${by.person} (${id}): ${sayCommand(command)}`,
    faults,
    // Made from a row of its kind.
    of: (deps) => makeRecord(deps, kind, { command: command as never, submission: id, actor: by }),
  }))
}

export async function changeAsks(
  session: Session,
  step: StepOf<'change' | 'board'>,
): Promise<readonly Ask[]> {
  const about = step.do === 'board' ? THE_BOARD : nthOf(session.made, step.record)
  if (!about) return []
  const { kind, id } = about
  const { actor, command } = await sendingOf(session, kind, id, step)
  const stands = (await storeOf(session.other, about).load(id))?.version ?? 0
  const version = step.version === null ? {} : { version: stands + step.version }
  const also = { submission: newSubmission(session), ...version }
  const asking = (by: Actor): Ask => ({
    action: command.type,
    says: `${by.person} on ${id} (${JSON.stringify(also)}): ${sayCommand(command)}`,
    about,
    faults: step.faults,
    namesVersion: step.version !== null,
    // Made from a row of its kind, of the board but for opening it.
    of: (deps) =>
      kind === 'board'
        ? changeBoard(deps, { command: command as BoardChangeCommand, actor: by, ...also })
        : changeRecord(deps, kind, { id, command: command as never, actor: by, ...also }),
  })
  return [sent(session, actor, asking)]
}

export async function againAsks(
  session: Session,
  { earlier, by, faults }: StepOf<'again'>,
): Promise<readonly Ask[]> {
  const known = nthOf(session.sent, earlier)
  if (!known) return []
  const { actorOf, actorAt } = await contextIn(session)
  const one = known.by(by === null ? actorOf(known.person) : actorAt(by))
  return [{ ...one, says: `${one.says}, as before`, faults }]
}

export async function readAsks(
  session: Session,
  { record, person, door, times, faults }: StepOf<'read'>,
): Promise<readonly Ask[]> {
  const about = nthOf(session.made, record)
  if (!about) return []
  const { kind, id } = about
  const stored = await storeOf(session.other, about).load(id)
  const context = await contextIn(session)
  const readers = context.actors.filter(
    (actor) => stored && kindOf(kind).viewOf(stored.state, actor, context),
  )
  // One in four is anybody.
  const actor = (person % 4 > 0 && nthOf(readers, person)) || context.actorAt(person)
  const one: Ask = {
    action: 'read',
    says: `${actor.person} reads ${id} by ${door}`,
    about,
    faults,
    of: (deps) => readRecord(deps, kind, id, actor, door),
  }
  return Array.from({ length: times }, () => one)
}
