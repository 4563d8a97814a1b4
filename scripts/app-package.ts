import schema from '@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.schema.json' with {
  type: 'json',
}
import ajvDraft04, { type ErrorObject } from 'ajv-draft-04'
import ajvFormats from 'ajv-formats'
import { zipSync } from 'fflate'
import { PNG } from 'pngjs'

/** What stops the package from being made, and what to do about it. */
interface Problem {
  what: string
  fix: string
}

/** The values that differ from one installation to the next. */
const SETTINGS = {
  TEAMS_APP_ID: {
    kind: 'guid',
    meaning: 'the id this app keeps in Teams (make up any GUID, once)',
  },
  BOT_APP_ID: { kind: 'guid', meaning: 'the client id of the bot, from its Azure Bot resource' },
  TAB_CLIENT_ID: { kind: 'guid', meaning: 'the client id of the Entra app the tab signs in with' },
  PUBLIC_HOST: { kind: 'host', meaning: 'the host name at which people reach the server' },
} as const

type SettingName = keyof typeof SETTINGS
type PackageSettings = Record<SettingName, string>
type IconName = 'color' | 'outline'

/** For a package that is only to be looked at: no Teams anywhere knows these. */
export const MADE_UP_SETTINGS: PackageSettings = {
  TEAMS_APP_ID: '00000000-0000-4000-8000-000000000001',
  BOT_APP_ID: '00000000-0000-4000-8000-000000000002',
  TAB_CLIENT_ID: '00000000-0000-4000-8000-000000000003',
  PUBLIC_HOST: 'learning-loop.example',
}

const SHAPES = {
  guid: {
    pattern: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
    wanted: 'a GUID such as 1b9e6f0c-53a1-4c8e-9d42-7f60a1c2b3d4',
  },
  host: {
    pattern: /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
    wanted: 'a host name such as loop.board.example, without https:// and without a path',
  },
} as const

/**
 * Takes the settings out of an environment. With none of them set it answers the made-up ones;
 * with some of them it is a problem, since a package half of which is made up installs and fails.
 * A value that is refused is answered as the made-up one, so that its fault is told only once.
 */
export function readSettings(env: Record<string, string | undefined>): {
  settings: PackageSettings
  madeUp: boolean
  problems: Problem[]
} {
  const names = Object.keys(SETTINGS) as SettingName[] // the keys of the constant above
  const given = names.map((name) => ({ name, value: env[name]?.trim() ?? '' }))
  const settings = { ...MADE_UP_SETTINGS }
  const madeUp = given.every(({ value }) => value === '')
  if (madeUp) return { settings, madeUp, problems: [] }

  const problems: Problem[] = []
  for (const { name, value } of given) {
    const { kind, meaning } = SETTINGS[name]
    const { pattern, wanted } = SHAPES[kind]
    if (value === '') {
      problems.push({
        what: `${name} is missing, and others of the package's settings are set.`,
        fix: `Set it to ${meaning}, or set none of ${names.join(', ')} for a local build.`,
      })
    } else if (!pattern.test(value)) {
      problems.push({ what: `${name} is not ${wanted}.`, fix: `Set it to ${meaning}.` })
    } else {
      settings[name] = value
    }
  }
  return { settings, madeUp, problems }
}

const PLACEHOLDER = /\$\{\{\s*(\w*)\s*\}\}/g

/** Puts the settings where the template has `${{NAME}}`. An unknown name stays as it is. */
export function fillManifest(template: string, settings: PackageSettings): string {
  const values: Record<string, string | undefined> = { ...settings }
  return template.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = values[name]
    return value === undefined ? placeholder : JSON.stringify(value).slice(1, -1)
  })
}

// Both packages are CommonJS: what their types call the default is a property of the import.
const validator = new ajvDraft04.default({ allErrors: true, strict: false })
ajvFormats.default(validator)
const fitsSchema = validator.compile<Manifest>(schema)

function schemaProblem(error: ErrorObject, manifest: unknown): Problem {
  const where = error.instancePath || 'the manifest itself'
  const found = error.instancePath
    .split('/')
    .slice(1)
    // JSON.parse made it, so anything that is not an object or array ends the path
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], manifest)
  const says = (what: string, fix: string): Problem => ({ what: `${where}: ${what}.`, fix })
  switch (error.keyword) {
    case 'additionalProperties':
      return says(
        `"${error.params.additionalProperty}" is not a property of a Teams manifest 1.25`,
        'Take it out, or correct its spelling.',
      )
    case 'required':
      return says(`"${error.params.missingProperty}" is missing`, 'Add it.')
    case 'maxLength':
      return says(
        `${String(found).length} characters, and at most ${error.params.limit} are allowed`,
        'Shorten it.',
      )
    case 'enum':
      return says(
        `${JSON.stringify(found)} is not one of the allowed values`,
        `Use one of: ${error.params.allowedValues.join(', ')}.`,
      )
    default:
      return says(
        `${error.message ?? error.keyword}, but it is ${JSON.stringify(found)}`,
        'Correct the value.',
      )
  }
}

interface Manifest {
  icons: Record<IconName, string>
  bots?: { botId: string }[]
  composeExtensions?: { botId?: string }[]
  validDomains?: string[]
  webApplicationInfo?: { id: string; resource?: string }
}

const ICON_FILES = { color: 'color.png', outline: 'outline.png' } as const

/** What the schema cannot say, because it looks at one value at a time. */
function agreementProblems(manifest: Manifest): Problem[] {
  const problems: Problem[] = []
  const domains = manifest.validDomains ?? []
  const links = JSON.stringify({ ...manifest, $schema: undefined })
  const hosts = [...links.matchAll(/"(?:https?|api):\/\/([^/"]+)/g)]
  for (const host of new Set(hosts.map(([, host = '']) => host))) {
    if (domains.includes(host)) continue
    problems.push({
      what: `The manifest leads to ${host}, which is not in /validDomains.`,
      fix: 'Use the public host for it, or add the host to /validDomains.',
    })
  }
  if (/"http:\/\//.test(links)) {
    problems.push({ what: 'An address begins with http://.', fix: 'Use https:// for it.' })
  }
  const bot = manifest.bots?.[0]?.botId
  for (const { botId } of manifest.composeExtensions ?? []) {
    if (botId === bot) continue
    problems.push({
      what: '/composeExtensions/0/botId is not the bot of this app.',
      fix: 'Give it the same id as /bots/0/botId: one server answers both.',
    })
  }
  const { id = '', resource } = manifest.webApplicationInfo ?? {}
  if (resource && !resource.endsWith(`/${id}`)) {
    problems.push({
      what: '/webApplicationInfo/resource does not end with its id.',
      fix: 'Write api://, the public host, / and the id, as the Entra app has it.',
    })
  }
  for (const name of ['color', 'outline'] as const) {
    if (manifest.icons[name] === ICON_FILES[name]) continue
    problems.push({
      what: `/icons/${name} is not ${ICON_FILES[name]}, and the package holds no other picture.`,
      fix: `Write ${ICON_FILES[name]}.`,
    })
  }
  return problems
}

/** Everything that is wrong with a filled manifest; without a network. */
export function manifestProblems(text: string): Problem[] {
  const unfilled = [...new Set([...text.matchAll(PLACEHOLDER)].map(([all]) => all))]
  if (unfilled.length > 0) {
    return unfilled.map((placeholder) => ({
      what: `${placeholder} has no value.`,
      fix: `Use one of ${Object.keys(SETTINGS).join(', ')}, or add a setting of that name.`,
    }))
  }
  let manifest: unknown
  try {
    manifest = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return [{ what: `The manifest is not JSON: ${error.message}.`, fix: 'Correct it there.' }]
  }
  if (!fitsSchema(manifest)) {
    return (fitsSchema.errors ?? []).map((error) => schemaProblem(error, manifest))
  }
  return agreementProblems(manifest)
}

function readPng(bytes: Uint8Array): PNG | undefined {
  try {
    return PNG.sync.read(Buffer.from(bytes))
  } catch {
    return undefined // pngjs throws a plain Error for everything that is not a PNG
  }
}

const REDRAW = 'Draw it again: node scripts/draw-icons.ts.'

/** Everything that is wrong with the icons. Neither the schema nor Microsoft's tools look at them. */
export function iconProblems(icons: Record<IconName, Uint8Array>): Problem[] {
  const sizes = { color: 192, outline: 32 } as const
  return (['color', 'outline'] as const).flatMap((name): Problem[] => {
    const file = ICON_FILES[name]
    const png = readPng(icons[name])
    if (!png) return [{ what: `${file} is not a PNG picture.`, fix: REDRAW }]
    const problems: Problem[] = []
    const size = sizes[name]
    if (png.width !== size || png.height !== size) {
      const found = `${png.width} × ${png.height}`
      problems.push({ what: `${file} is ${found}, and must be ${size} × ${size}.`, fix: REDRAW })
    }
    if (name === 'outline') problems.push(...outlineProblems(png))
    return problems
  })
}

function outlineProblems({ data }: PNG): Problem[] {
  let coloured = 0
  let clear = 0
  let drawn = 0
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue, alpha] = data.subarray(at, at + 4)
    if (alpha === 0) clear++
    else if (red === 255 && green === 255 && blue === 255) drawn++
    else coloured++
  }
  const problems: Problem[] = []
  if (coloured > 0) {
    const what = `outline.png has ${coloured} pixels that are neither white nor transparent.`
    problems.push({ what, fix: REDRAW })
  }
  if (clear === 0) problems.push({ what: 'outline.png has no transparent pixel.', fix: REDRAW })
  if (drawn + coloured === 0) problems.push({ what: 'outline.png is empty.', fix: REDRAW })
  return problems
}

/** The package: three files at the top, and the same bytes for the same files on every day. */
export function zipOf(manifest: string, icons: Record<IconName, Uint8Array>): Uint8Array {
  return zipSync(
    {
      'manifest.json': new TextEncoder().encode(manifest),
      [ICON_FILES.color]: icons.color,
      [ICON_FILES.outline]: icons.outline,
    },
    // Without a zone: a zip keeps local time, and fflate reads the date by the local clock.
    { level: 9, mtime: '2026-01-01T00:00:00' },
  )
}
