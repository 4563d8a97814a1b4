import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ConfigProblem } from './config-problem.ts'
import { parseSettings } from './settings-file.ts'

type Environment = Record<string, string | undefined>

const BESIDE_PACKAGE = path.join(import.meta.dirname, '..', '..')

/** Templates that come with the program. Nothing reads them. */
const TEMPLATES = new Set(['.env.example', '.env.local'])

const isBlank = (text: string | undefined) => text === undefined || text.trim() === ''

/**
 * Takes the settings of the file into the environment. What is set there already wins.
 * @param folder where `.env` is looked for unless `SETTINGS_FILE` names another file
 * @throws ConfigProblem when the file exists and cannot be read whole, or has nearly the right name
 */
export function takeSettings(env: Environment = process.env, folder = BESIDE_PACKAGE): void {
  const named = env['SETTINGS_FILE']?.trim() || undefined
  const name = named ?? '.env'
  const bytes = bytesOf(named === undefined ? path.join(folder, '.env') : path.resolve(named), name)
  if (bytes === undefined) {
    if (named !== undefined)
      throw new ConfigProblem([
        `\`SETTINGS_FILE\` names a file that is not there. Set it to the file with the settings, or leave it out.`,
      ])
    if (isBlank(env['MODE'])) refuseLookAlikes(folder)
    return
  }
  for (const [setting, value] of Object.entries(parseSettings(bytes, name)))
    if (isBlank(env[setting])) env[setting] = value
}

function bytesOf(file: string, name: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    // A link that leads nowhere stands for somebody's settings, which cannot be read.
    if (code === 'ENOENT' && !lstatSync(file, { throwIfNoEntry: false })) return undefined
    throw new ConfigProblem([
      `\`${name}\` is there and cannot be read (${code}). It has to be a file that the account which starts the program may read; delete it if nothing is to be read from it.`,
    ])
  }
}

/** A settings file under another name would not be read, and local mode would start instead. */
function refuseLookAlikes(folder: string): void {
  const found = ['.', 'env']
    .flatMap((inner) =>
      namesIn(path.join(folder, inner)).map((name) => path.posix.join(inner, name)),
    )
    .filter((name) => /(^|\/)\.env(\.[\w-]+)*$/i.test(name))
    .filter((name) => !TEMPLATES.has(path.posix.basename(name)))
  if (found.length === 0) return
  throw new ConfigProblem([
    `There is no \`.env\`, and ${found.map((name) => `\`${name}\``).join(' and ')} would be left unread. Rename it to \`.env\` beside \`package.json\`, or say in \`SETTINGS_FILE\` where it is. To start without it, set \`MODE=local\`.`,
  ])
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // an installation may come without the folder of templates
  }
}
