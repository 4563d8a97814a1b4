import { BOARD_CHANGES, type BoardChange } from '../../contract/changes.ts'
import { OPERATIONS } from '../../contract/operations.ts'
import { DomainError } from '../../domain/words/errors.ts'
import { agencyId } from '../../domain/words/ids.ts'
import { officeHourAt } from '../../domain/words/office-hours.ts'
import { monthOf } from '../../domain/words/time.ts'
import type { BoardChangeCommand } from '../../usecases/board/change-board.ts'
import { changeBoard } from '../../usecases/board/change-board.ts'
import { getBoardForm } from '../../usecases/board/get-board-form.ts'
import { introduceMyself } from '../../usecases/board/introduce-myself.ts'
import { listBoardChanges } from '../../usecases/board/list-board-changes.ts'
import { listRules } from '../../usecases/board/list-rules.ts'
import { getFigures } from '../../usecases/get-figures.ts'
import { currentBoard } from '../../usecases/records/context-now.ts'
import { seesAny } from '../../usecases/records/sees-any.ts'
import { presentOffered } from '../present/allowed.ts'
import { presentFigures } from '../present/figures.ts'
import { presentMe } from '../present/me.ts'
import { presentPersonas } from '../present/personas.ts'
import type { Caller } from '../server/caller.ts'
import { callerOf } from '../server/caller.ts'
import { parseRequest } from '../server/parse-request.ts'
import { detailOf } from './board-detail.ts'
import type { Call, Handler } from './handler.ts'
import { handlerFor } from './handler.ts'
import { SHEET_HANDLERS } from './sheet-handlers.ts'

const me = async ({ deps, localMode }: Call, caller: Caller) =>
  presentMe(caller, {
    localMode,
    hour: officeHourAt(deps.calendar, deps.clock.now()),
    seesActions: await seesAny(deps, 'action', caller.actor),
  })

const change =
  (action: BoardChange): Handler =>
  async (call, sent) => {
    const { deps, caller } = call
    const { version, submission, ...content } = parseRequest(BOARD_CHANGES[action], sent.body)
    // The request is made from the fields of the command. The workflow refuses codes that are on no
    // list, so the narrower types are true for every command that is carried out.
    const command = { type: action, ...content } as unknown as BoardChangeCommand
    const changed = await changeBoard(deps, { command, actor: caller.actor, version, submission })
    return detailOf(changed, call)
  }

/** Handlers of the operations on people, the board and its figures, by the operation's name. */
export const BOARD_HANDLERS: Readonly<Record<string, Handler>> = {
  me: handlerFor(OPERATIONS.me, (call) => me(call, call.caller)),
  introduceMyself: handlerFor(
    OPERATIONS.introduceMyself,
    async (call, { body: { agency, submission } }) => {
      const { deps } = call
      const { account, name } = call.caller
      await introduceMyself(deps, { account, name, agency: agencyId(agency), submission })
      const board = await currentBoard(deps)
      return me(call, callerOf({ account, name }, board))
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
  getBoardForm: handlerFor(
    OPERATIONS.getBoardForm,
    async ({ deps, caller }, { query: { action, of } }) => {
      const { version, offered, effects } = await getBoardForm(deps, action, of, caller.actor)
      const [form] = presentOffered([offered])
      if (!form) throw new TypeError('an offer that is presented as nothing')
      return { version, offered: form, effects: [...effects] }
    },
  ),
  ...SHEET_HANDLERS,
  listRules: handlerFor(OPERATIONS.listRules, async ({ deps, caller }) => ({
    parts: (await listRules(deps, caller.actor)).map(({ title, change, rows }) => ({
      title,
      change,
      rows: rows.map(({ what, is }) => ({ what, is })),
    })),
  })),
  listBoardChanges: handlerFor(
    OPERATIONS.listBoardChanges,
    async ({ deps, caller }, { query: { since } }) => ({
      rows: (await listBoardChanges(deps, since, caller.actor)).map(({ at, by, says }) => ({
        at,
        by,
        says,
      })),
    }),
  ),
  ...Object.fromEntries(
    Object.keys(BOARD_CHANGES).map((action) => [
      `${action}OnBoard`,
      change(action as BoardChange), // a key of the object it comes from
    ]),
  ),
}
