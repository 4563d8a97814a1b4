import type { ObservationDetail, PassedOn } from '../../contract/observations.ts'
import { OPERATIONS } from '../../contract/operations.ts'
import { boardAt } from '../../domain/board/board-now.ts'
import { urgentWords } from '../../domain/board/urgent-words.ts'
import { isProposalAction, PROPOSAL_MOVES } from '../../domain/machinery/proposals.ts'
import { saysDanger } from '../../domain/observation/answers.ts'
import { wentTo } from '../../domain/observation/observation.ts'
import { sayRoute } from '../../domain/observation/saying.ts'
import type { ObservationCommand } from '../../domain/observation/types.ts'
import { OBSERVATION_MOVES } from '../../domain/observation/workflow.ts'
import { readRecord } from '../../domain/records.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import { DomainError, isRefusal } from '../../domain/words/errors.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import { agencyId } from '../../domain/words/ids.ts'
import { getHome } from '../../usecases/observation/get-home.ts'
import { listObservations } from '../../usecases/observation/list-observations.ts'
import { raiseObservation } from '../../usecases/observation/raise-observation.ts'
import { readObservation } from '../../usecases/observation/read-observation.ts'
import { getOutline, readOutline } from '../../usecases/observation/read-outline.ts'
import { listLate } from '../../usecases/reminding/list-late.ts'
import { readLate } from '../../usecases/reminding/read-late.ts'
import { presentLate, presentLateRecord } from '../present/late.ts'
import { presentObservation } from '../present/observation.ts'
import { presentAsked, presentOutline } from '../present/outline.ts'
import { presentRows } from '../present/row.ts'
import { presentWaiting } from '../present/waiting.ts'
import { changeHandlers, refIn } from './change-handlers.ts'
import type { Call, Handler } from './handler.ts'
import { handlerFor } from './handler.ts'

const refOf = (call: Call): RecordRef => refIn(call, 'observation')

const seen = async (
  { deps, caller }: Call,
  ref: string,
  urgent: string | null = null,
): Promise<ObservationDetail> =>
  presentObservation(await readObservation(deps, ref, caller.actor, 'tab'), urgent)

/**
 * What its sender must be told first, depending on what they sent (I1). The same as in the chat.
 */
const urgentAfter = ({ deps, caller }: Call, sent: Parameters<typeof saysDanger>[0]) =>
  saysDanger(sent) ? urgentWords(boardAt(caller.board, deps.calendar, deps.clock.now())) : null

/** Whether whoever oversees the board still sees that something about it is late. */
async function isStillLate({ deps, caller }: Call, ref: RecordRef): Promise<boolean> {
  try {
    return (await getOutline(deps, ref, caller.actor)).late.length > 0
  } catch (error) {
    if (!isRefusal(error, 'not-found')) throw error
    return false
  }
}

/** The answer after a change that took the observation out of the actor's sight. */
async function passedOn(
  call: Call,
  ref: RecordRef,
  command: ObservationCommand,
): Promise<PassedOn> {
  const { caller } = call
  const gone = (await isStillLate(call, ref))
    ? 'It stays under Late until what is late about it is done.'
    : 'It is not in your list any more.'
  // Commands of the machinery are taken for every kind and are not in its type.
  const type: string = command.type
  const says = isProposalAction(type)
    ? `${ref}: ${PROPOSAL_MOVES[type].done}`
    : command.type === 'reassign' || command.type === 'passOnLate'
      ? // As it was sent, not as it stands: where it went afterwards is not theirs to know.
        `You passed ${ref} on to ${sayRoute(caller.board, wentTo(command))}. ${gone}`
      : command.type === 'recuse' || command.type === 'reopen'
        ? `${ref}: ${OBSERVATION_MOVES[command.type].done}`
        : `Your change of ${ref} is kept, and somebody else has passed it on meanwhile. ${gone}`
  return { ref, passedOn: true, says }
}

/** Handlers of the operations on observations, by the operation's name. */
export const OBSERVATION_HANDLERS: Readonly<Record<string, Handler>> = {
  home: handlerFor(OPERATIONS.home, async ({ deps, caller }) => {
    const { waiting, mine, asked } = await getHome(deps, caller.actor)
    return {
      waiting: presentWaiting(waiting, caller.board),
      mine: presentRows(mine, caller.board, 'mine'),
      asked: presentAsked(asked, caller.board),
    }
  }),
  listObservations: handlerFor(
    OPERATIONS.listObservations,
    async ({ deps, caller }, { query: { view, order, size, after, ...filter } }) => {
      const found = await listObservations(
        deps,
        {
          view,
          order: order ?? (view === 'mine' ? 'newestFirst' : 'oldestFirst'),
          page: { size, after },
          stages: filter.stage,
          // A code that is on no list finds nothing.
          kinds: filter.kind as KindCode[] | undefined,
          agencies: filter.agency?.map(agencyId),
          from: filter.from,
          to: filter.to,
        },
        caller.actor,
      )
      return { ...presentRows(found, caller.board, view), next: found.next }
    },
  ),
  raiseObservation: handlerFor(
    OPERATIONS.raiseObservation,
    async (call, { body: { kind, answers, to, submission } }) => {
      const { deps, caller } = call
      const { actor } = caller
      // The workflow refuses a kind that is on no list, with a sentence.
      const request = { kind: kind as KindCode, answers, to, submission, actor }
      const { id } = await raiseObservation(deps, request)
      return seen(call, id, urgentAfter(call, { text: null, answers }))
    },
  ),
  getObservation: handlerFor(OPERATIONS.getObservation, async (call) => seen(call, refOf(call))),
  listLate: handlerFor(OPERATIONS.listLate, async ({ deps, caller }) =>
    presentLate(await listLate(deps, caller.actor)),
  ),
  getLate: handlerFor(OPERATIONS.getLate, async ({ deps, caller, ref = '' }) => {
    const named = readRecord(ref)
    if (!named) throw new DomainError('not-found', { what: 'record' })
    return presentLateRecord(await readLate(deps, named, caller.actor))
  }),
  getOutline: handlerFor(OPERATIONS.getOutline, async (call) =>
    presentOutline(await readOutline(call.deps, refOf(call), call.caller.actor)),
  ),
  ...changeHandlers('observation', {
    seen: (call, ref, command) =>
      seen(
        call,
        ref,
        command.type === 'add'
          ? urgentAfter(call, command)
          : command.type === 'reply'
            ? urgentAfter(call, { text: command.answer, answers: [] })
            : null,
      ),
    gone: passedOn,
  }),
}
