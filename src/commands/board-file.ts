import type { BoardChange } from '../contract/changes.ts'
import { BOARD_CHANGES } from '../contract/changes.ts'
import { actorFor, holdersOf } from '../domain/board/directory.ts'
import { isRefusal } from '../domain/words/errors.ts'
import type { BoardChangeCommand } from '../usecases/board/change-board.ts'
import { changeBoard } from '../usecases/board/change-board.ts'
import type { Deps } from '../usecases/deps.ts'
import { currentBoard } from '../usecases/records/context-now.ts'
import { sayRefusal } from '../usecases/say-refusal.ts'

/** The parts of a file, in the order in which they are entered, and the action of each entry. */
const PARTS = {
  contacts: 'setContacts',
  agencies: 'addAgency',
  people: 'addPerson',
  appointments: 'appoint',
} as const satisfies Readonly<Record<string, BoardChange>>

interface Entry {
  /** Its place in the file: `people[3]`. */
  readonly at: string
  readonly action: unknown
  readonly content: object
}

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

const FORM = `The file has to hold { ${Object.keys(PARTS).join(', ')} }, or a list of changes: [ … ]`

/** The entries of a file: its parts, or a list of any changes, each with its action. */
function entriesIn(file: unknown): readonly Entry[] {
  if (Array.isArray(file))
    return file.map((entry: unknown, index) => {
      const { action, ...content } = isObject(entry) ? entry : {}
      return { at: `[${index}]`, action, content }
    })
  if (!isObject(file)) throw new Error(FORM)
  const unknown = Object.keys(file).filter((part) => !Object.hasOwn(PARTS, part))
  if (unknown.length > 0) throw new Error(`${FORM}. Take out ${unknown.join(', ')}.`)
  return Object.entries(PARTS).flatMap(([part, action]): readonly Entry[] => {
    const given = file[part]
    if (given === undefined) return []
    if (!Array.isArray(given)) return [{ at: part, action, content: isObject(given) ? given : {} }]
    return given.map((entry: unknown, index) => ({
      at: `${part}[${index}]`,
      action,
      content: isObject(entry) ? entry : {},
    }))
  })
}

const isChange = (action: unknown): action is BoardChange =>
  typeof action === 'string' && Object.hasOwn(BOARD_CHANGES, action)

/** An entry as a command, or the sentences that say what is wrong with it. */
function commandOf({ at, action, content }: Entry): BoardChangeCommand | readonly string[] {
  if (!isChange(action))
    return [`${at}.action: it has to be one of ${Object.keys(BOARD_CHANGES).join(', ')}.`]
  // Always the current version, and each entry is a submission of its own.
  const parsed = BOARD_CHANGES[action].safeParse({ ...content, version: 1, submission: 'file' })
  if (!parsed.success)
    return parsed.error.issues.map((issue) => {
      const place = [at, ...issue.path.map(String)].join('.')
      return issue.code === 'unrecognized_keys'
        ? `${place}: take out ${issue.keys.join(', ')}, which is not asked.`
        : `${place}: it is missing, or not of the kind that is asked.`
    })
  const { version: _version, submission: _submission, ...held } = parsed.data
  // The request is made from the fields of the command of the same action.
  return { type: action, ...held } as BoardChangeCommand
}

/**
 * Enters agencies, people and roles from a file, in its order, as the board's business manager. A
 * real board is set up with this. A refused entry is named with its place and field, and the others
 * are made. The same file again is refused entry by entry and changes nothing.
 */
export async function applyBoardFile(
  deps: Pick<Deps, 'board' | 'clock' | 'newId'>,
  file: unknown,
  say: (line: string) => void,
): Promise<{ readonly made: number; readonly refused: number }> {
  const entries = entriesIn(file)
  let made = 0
  for (const entry of entries) {
    const command = commandOf(entry)
    const wrong = 'type' in command ? await take(deps, command, entry.at) : command
    if (wrong.length === 0) made += 1
    for (const line of wrong) say(line)
  }
  return { made, refused: entries.length - made }
}

/** @returns why it was refused, each sentence with its place in the file */
async function take(
  deps: Pick<Deps, 'board' | 'clock' | 'newId'>,
  command: BoardChangeCommand,
  at: string,
): Promise<readonly string[]> {
  const board = await currentBoard(deps)
  const [manager] = holdersOf(board, 'businessManager')
  if (!manager) return [`${at}: the board has no business manager.`]
  try {
    await changeBoard(deps, { command, actor: actorFor(board, manager), submission: deps.newId() })
    return []
  } catch (error) {
    if (!isRefusal(error)) throw error
    return isRefusal(error, 'incomplete')
      ? error.details.missing.map(({ need, say }) => `${at}.${need}: ${say}`)
      : [`${at}: ${sayRefusal(error)}`]
  }
}
