import type { z } from 'zod'
import { OPERATIONS } from '../contract/operations.ts'
import { BOARD_CHANGES, type BoardDetail } from '../contract/people.ts'
import { boardRecord } from '../domain/board/board.ts'
import type { BoardCommand, BoardSettings } from '../domain/board/types.ts'
import { allowedFor } from '../domain/machinery/allowed.ts'
import { DomainError } from '../domain/shared/errors.ts'
import { agencyId } from '../domain/shared/ids.ts'
import { officeHourAt } from '../domain/shared/office-hours.ts'
import { monthOf } from '../domain/shared/time.ts'
import type { Stored } from '../ports/records.ts'
import { changeBoard } from '../usecases/board/change-board.ts'
import { introduceMyself } from '../usecases/board/introduce-myself.ts'
import { whoIs } from '../usecases/board/who-is.ts'
import { getFigures } from '../usecases/get-figures.ts'
import { currentBoard } from '../usecases/records/context-now.ts'
import { BOARD_COMMANDS } from './board-commands.ts'
import { callerOf } from './caller.ts'
import type { Call, Handler } from './handler.ts'
import { handlerFor } from './handler.ts'
import { parseRequest } from './parse-request.ts'
import { presentBoard } from './present-board.ts'
import { presentFigures } from './present-figures.ts'
import { presentMe } from './present-me.ts'
import { presentPersonas } from './present-personas.ts'

// Somebody who changed their own duties is answered as what they are now.
function detailOf({ state, version }: Stored<BoardSettings>, { deps, caller }: Call): BoardDetail {
  const actor = whoIs(state, caller.account)
  const context = { now: deps.clock.now() }
  const view = boardRecord.viewOf(state, actor, context)
  if (!view) throw new DomainError('not-found', { what: 'board' })
  return presentBoard(view, version, allowedFor(boardRecord, state, actor, context))
}

const hereOf = ({ deps, localMode }: Call) => ({
  localMode,
  hour: officeHourAt(deps.calendar, deps.clock.now()),
})

interface Base {
  readonly version: number
  readonly submission: string
}

const change =
  <Body extends Base>(
    shape: z.ZodType<Body>,
    commandOf: (body: Body) => Exclude<BoardCommand, { type: 'open' }>,
  ): Handler =>
  async (call, sent) => {
    const { deps, caller } = call
    const body = parseRequest(shape, sent.body)
    const { version, submission } = body
    const command = commandOf(body)
    const changed = await changeBoard(deps, { command, actor: caller.actor, version, submission })
    return detailOf(changed, call)
  }

/** Handlers of the operations on people, the board and its figures, by the operation's name. */
export const BOARD_HANDLERS: Readonly<Record<string, Handler>> = {
  me: handlerFor(OPERATIONS.me, async (call) => presentMe(call.caller, hereOf(call))),
  introduceMyself: handlerFor(
    OPERATIONS.introduceMyself,
    async (call, { body: { agency, submission } }) => {
      const { deps } = call
      const { account, name } = call.caller
      await introduceMyself(deps, { account, name, agency: agencyId(agency), submission })
      const board = await currentBoard(deps)
      return presentMe(callerOf({ account, name }, board), hereOf(call))
    },
  ),
  personas: handlerFor(OPERATIONS.personas, async ({ caller }) => presentPersonas(caller.board)),
  figures: handlerFor(OPERATIONS.figures, async ({ deps, caller }, { query }) =>
    presentFigures(await getFigures(deps, query, caller.actor), monthOf(deps.clock.now())),
  ),
  getBoard: handlerFor(OPERATIONS.getBoard, async (call) => {
    const stored = await call.deps.board.current()
    if (!stored) throw new DomainError('not-found', { what: 'board' })
    return detailOf(stored, call)
  }),
  addAgencyOnBoard: change(BOARD_CHANGES.addAgency, BOARD_COMMANDS.addAgency),
  changeAgencyOnBoard: change(BOARD_CHANGES.changeAgency, BOARD_COMMANDS.changeAgency),
  addPersonOnBoard: change(BOARD_CHANGES.addPerson, BOARD_COMMANDS.addPerson),
  changePersonOnBoard: change(BOARD_CHANGES.changePerson, BOARD_COMMANDS.changePerson),
  appointOnBoard: change(BOARD_CHANGES.appoint, BOARD_COMMANDS.appoint),
  changeDeputyOnBoard: change(BOARD_CHANGES.changeDeputy, BOARD_COMMANDS.changeDeputy),
  endAppointmentOnBoard: change(BOARD_CHANGES.endAppointment, BOARD_COMMANDS.endAppointment),
  setContactsOnBoard: change(BOARD_CHANGES.setContacts, BOARD_COMMANDS.setContacts),
  chooseProfileOnBoard: change(BOARD_CHANGES.chooseProfile, BOARD_COMMANDS.chooseProfile),
}
