import { BOARD_COMMANDS } from './api/board-commands.ts'
import type { BoardChange } from './contract/people.ts'
import { BOARD_CHANGES } from './contract/people.ts'
import { actorFor, holdersOf } from './domain/board/directory.ts'
import type { BoardCommand } from './domain/board/types.ts'
import { isRefusal } from './domain/shared/errors.ts'
import { changeBoard } from './usecases/board/change-board.ts'
import type { Deps } from './usecases/deps.ts'
import { currentBoard } from './usecases/records/context-now.ts'
import { sayRefusal } from './usecases/say-refusal.ts'

const isChange = (action: unknown): action is BoardChange =>
  typeof action === 'string' && Object.hasOwn(BOARD_CHANGES, action)

/** One entry of the file as a command, or the sentence why it is none. */
function commandIn(entry: unknown): Exclude<BoardCommand, { type: 'open' }> | string {
  const { action, ...content } = (entry ?? {}) as { readonly action?: unknown }
  if (!isChange(action))
    return `“action” has to be one of ${Object.keys(BOARD_CHANGES).join(', ')}.`
  // The version is whatever it is now, and each entry is a submission of its own.
  const parsed = BOARD_CHANGES[action].safeParse({ ...content, version: 1, submission: 'file' })
  if (!parsed.success)
    return `Check ${parsed.error.issues.map((issue) => issue.path.join('.') || 'the entry').join(', ')}.`
  // Each action's body goes to the command of the same action.
  const toCommand = BOARD_COMMANDS[action] as (
    body: unknown,
  ) => Exclude<BoardCommand, { type: 'open' }>
  return toCommand(parsed.data)
}

/**
 * Enters agencies, people and roles from a file, in its order, as the board's business manager:
 * what the set-up of a real board starts with. An entry that is refused is said, and the others are
 * made; the same file again is refused entry by entry and changes nothing.
 * @param changes a list of entries `{ action, … }` with what the API takes for that action
 */
export async function applyBoardFile(
  deps: Pick<Deps, 'board' | 'clock' | 'newId'>,
  changes: unknown,
  say: (line: string) => void,
): Promise<{ readonly made: number; readonly refused: number }> {
  if (!Array.isArray(changes)) throw new Error('The file has to hold a list of changes: [ … ]')
  let made = 0
  for (const [index, entry] of changes.entries()) {
    const command = commandIn(entry)
    const refusal = typeof command === 'string' ? command : await take(deps, command)
    if (refusal === undefined) made += 1
    else say(`Entry ${index + 1}: ${refusal}`)
  }
  return { made, refused: changes.length - made }
}

async function take(
  deps: Pick<Deps, 'board' | 'clock' | 'newId'>,
  command: Exclude<BoardCommand, { type: 'open' }>,
): Promise<string | undefined> {
  const board = await currentBoard(deps)
  const [manager] = holdersOf(board, 'businessManager')
  if (!manager) return 'The board has no business manager.'
  try {
    const actor = actorFor(board, manager)
    await changeBoard(deps, { command, actor, submission: deps.newId() })
    return undefined
  } catch (error) {
    if (!isRefusal(error)) throw error
    return sayRefusal(error)
  }
}
