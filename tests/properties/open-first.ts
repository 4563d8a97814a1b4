import { boardRecord } from '../../src/domain/board/board.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import { SYSTEM } from '../../src/domain/words/actor.ts'
import { openBoard } from '../../src/usecases/board/change-board.ts'
import { enteredFirst, OPENING } from './board-content.ts'
import { same } from './compare.ts'
import type { KeptBoard, Model } from './model.ts'
import { copyOf } from './model.ts'
import { changeBoardInModel, keep } from './model-records.ts'
import type { Session } from './session.ts'
import { actorOf } from './session.ts'

/**
 * The first start, of two instances at the same moment, and then everybody entered: as one change,
 * for it is not this that is tried.
 */
export async function openFirst(session: Session): Promise<void> {
  const { world, clock, model } = session
  const opened = await Promise.all(
    [0, 1].map((instance) => openBoard({ board: world.stores(instance).board, clock }, OPENING)),
  )
  same('whether one of two opened the board', opened.toSorted(), [false, true])
  const [id, at] = [BOARD_ID, clock.now()]
  const submission = 'first-start'
  changeBoardInModel(model, { id, command: OPENING, actor: SYSTEM, submission, isNew: true }, at)
  const by = actorOf(session, OPENING.businessManager.id)
  const one = copyOf(model)
  for (const [index, command] of enteredFirst().entries())
    changeBoardInModel(one, { id, command, actor: by, submission: `entered-${index}` }, at)
  const before = keptIn(model).history.length
  const events = keptIn(one)
    .history.slice(before)
    .map(({ event }) => event)
  const [cause, action] = ['everybody-is-entered', 'addPerson']
  keep(
    model.board,
    (state, recorded) => ({ state: boardRecord.evolve(state, recorded), recorded }),
    { id, events, cause, action, by, at },
  )
  const { stored, history } = keptIn(model)
  const { state, causes } = stored
  await world.stores().board.save({ id, from: 1, state, causes, events: history.slice(before) })
}

function keptIn({ board }: Model): KeptBoard {
  const kept = board.get(BOARD_ID)
  if (!kept) throw new Error('the board was opened')
  return kept
}
