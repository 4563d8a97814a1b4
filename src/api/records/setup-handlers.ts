import { OPERATIONS } from '../../contract/operations.ts'
import { personId } from '../../domain/words/ids.ts'
import { checkRecord } from '../../usecases/audit/check-record.ts'
import { listTrail } from '../../usecases/audit/list-trail.ts'
import { listNotDelivered } from '../../usecases/telling/list-not-delivered.ts'
import { presentNotDelivered } from '../present/not-delivered.ts'
import { presentChainState, presentTrail } from '../present/trail.ts'
import type { Handler } from './handler.ts'
import { handlerFor } from './handler.ts'

/** Handlers of the operations behind the page "Set-up", by the operation's name. */
export const SETUP_HANDLERS: Readonly<Record<string, Handler>> = {
  listTrail: handlerFor(
    OPERATIONS.listTrail,
    async ({ deps, caller }, { query: { person, size, after, ...asked } }) => {
      const by = person === undefined ? undefined : personId(person)
      const page = await listTrail(deps, { ...asked, by }, { size, after }, caller.actor)
      return presentTrail(page, caller.board)
    },
  ),
  checkChain: handlerFor(OPERATIONS.checkChain, async ({ deps, caller }, { query: { record } }) =>
    presentChainState(await checkRecord(deps, record, caller.actor)),
  ),
  listNotDelivered: handlerFor(OPERATIONS.listNotDelivered, async ({ deps, caller }) =>
    presentNotDelivered(await listNotDelivered(deps, caller.actor, caller.board), caller.board),
  ),
}
