import { traceOf } from '../api/server/log-defect.ts'
import { isRefusal } from '../domain/words/errors.ts'
import { sayToOperator } from '../usecases/say-unavailable.ts'

/**
 * Errors whose message is written for the operator. By name, so that asking about MongoDB's does
 * not load MongoDB.
 */
const FOR_PEOPLE = [
  'ConfigProblem',
  'StoreProblem',
  'MongoProblem',
  'CopyProblem',
  'HeadsProblem',
  'ListenProblem',
  'PlaygroundProblem',
  'StartProblem',
]

const RIGHTS = 'This account has no right to it. Give it the right, then try again.'
const NO_ROOM = 'There is no room left. Free some space, then try again.'
const NO_FOLDER =
  'Something that is no folder is where a folder has to be. Move it away, then try again.'
const NO_FILE = 'A folder is where a file has to be. Move it away, then try again.'
const TOO_MANY =
  'This account has too many files open. Raise its limit (`ulimit -n`), then try again.'

/** Refusals of the operating system, and what to do about each. */
const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: RIGHTS,
  EPERM: RIGHTS,
  EROFS: 'It lies where nothing can be written. Mount it writable, or choose another place.',
  ENOSPC: NO_ROOM,
  EDQUOT: NO_ROOM,
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  EISDIR: NO_FILE,
  ERR_FS_EISDIR: NO_FILE,
  ENOENT: 'It is not there. Put it back, or run `npm ci` if it belongs to the program.',
  ENAMETOOLONG: 'Its name is too long. Choose a shorter one.',
  ELOOP: 'It is a link that leads to itself. Put it right, then try again.',
  EIO: 'The disk could not be read or written. Have it checked, then try again.',
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
}

/**
 * Says what stopped a command. Unforeseen errors are not quoted: they may hold what people wrote.
 */
export function sayProblem(error: unknown): string {
  if (error instanceof Error && FOR_PEOPLE.includes(error.name)) return error.message
  if (isRefusal(error, 'unavailable')) return sayToOperator(error.details.why)
  const refused = saySystem(error)
  if (refused !== undefined) return refused
  const { cause = 'something that is no error', at = [] } = traceOf(error)
  return [`This is a defect of the program: ${cause}.`, ...at].join('\n  ')
}

function saySystem(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined
  const { code, syscall } = error
  const place = 'dest' in error ? error.dest : 'path' in error ? error.path : undefined
  const what = typeof place === 'string' ? place : 'something this program needs'
  const say = SYSTEM[String(code)] ?? 'Look up the code, put it right, then try again.'
  return `The system refused ${what} (${code}, ${syscall}). ${say}`
}
