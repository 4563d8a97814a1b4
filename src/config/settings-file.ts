import { ConfigProblem } from './config-problem.ts'
import { likelyMeant } from './likely-meant.ts'

// Node's own reader of such files skips what it cannot read. A lost line may be the one that
// switches a protection on. So this one refuses anything that is not plainly a setting.

const LINE_END = /\r\n|[\n\r\u2028\u2029]/
const NOTHING = /^\s*(#.*)?$/
const SETTING = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=(.*)$/
const QUOTED = /^(["'`])(.*?)\1(?:\s+#.*)?$/
const COMMENT_BEHIND = /(?:^|\s)#.*$/

type Values = Readonly<Record<string, string>>

/**
 * The settings in a file.
 * @param name what a problem calls the file
 * @throws ConfigProblem with the number of each line that is no setting; the line may hold a secret
 */
export function parseSettings(bytes: Uint8Array, name: string): Values {
  const problems: string[] = []
  const values = new Map<string, string>()
  for (const [index, line] of textOf(bytes, name).split(LINE_END).entries()) {
    if (NOTHING.test(line)) continue
    const read = readLine(line, values)
    if (typeof read === 'string') problems.push(`Line ${index + 1} of \`${name}\` ${read}`)
    else values.set(read.name, read.value)
  }
  if (problems.length > 0) throw new ConfigProblem(problems)
  if (values.size === 0)
    throw new ConfigProblem([
      `\`${name}\` is there and has no setting in it. Write the settings into it, or delete it.`,
    ])
  return Object.fromEntries(values)
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes) // takes a mark away, too
    if (!text.includes('\0')) return text
  } catch {
    // Not UTF-8: its writer must save it again in any case.
  }
  throw new ConfigProblem([
    `\`${name}\` is not UTF-8 text. Save it as UTF-8 in your editor; Windows calls it “UTF-8” or “UTF-8 with BOM”, not “Unicode” or “UTF-16”.`,
  ])
}

/** Names that Node and the system read. They may stand in the file. */
const OF_THE_SYSTEM =
  /^(?:NODE_\w+|UV_\w+|SSL_CERT_\w+|TZ|LANG|LC_\w+|NO_COLOR|FORCE_COLOR|(?:https?|no|all)_proxy)$/i

/** A setting, or what is wrong with the line. */
function readLine(
  line: string,
  before: ReadonlyMap<string, string>,
): { readonly name: string; readonly value: string } | string {
  const [, name, written = ''] = SETTING.exec(line) ?? []
  if (name === undefined)
    return 'is no setting. Write `NAME=value`, or begin the line with `#` if it is a comment.'
  if (before.has(name)) return 'sets again what is set above it. Keep one of the two lines.'
  if (name === 'SETTINGS_FILE')
    return 'names another file of settings. `SETTINGS_FILE` counts in the environment only.'
  const meant = likelyMeant(name)
  // A name that nothing reads switches nothing on, though its writer believes it does.
  if (meant !== name && !OF_THE_SYSTEM.test(name))
    return `sets something that is no setting.${meant ? ` Did you mean \`${meant}\`?` : ' Take the line out, or see docs/configuration.md for the name.'}`
  const value = unquoted(written.trim())
  return value === undefined
    ? 'begins with a quotation mark and does not end with the same one. Put the whole value between two of them, on one line.'
    : { name, value }
}

function unquoted(written: string): string | undefined {
  if (!/^["'`]/.test(written)) return written.replace(COMMENT_BEHIND, '').trimEnd()
  return QUOTED.exec(written)?.[2]
}
