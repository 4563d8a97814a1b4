import { ConfigProblem } from './config-problem.ts'
import { brokenRules } from './rules.ts'
import type { Given, SettingName } from './settings.ts'
import { factsOf, SETTING_NAMES, settings } from './settings.ts'

interface InBothModes {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly dataDir: string
  /** Address of a MongoDB server, with its password; `null` for the embedded store. */
  readonly mongodbUri: string | null
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug'
}

export interface LocalConfig extends InBothModes {
  readonly mode: 'local'
  /** The board that a first start makes. */
  readonly board: 'demo' | 'empty'
  /** `null` when it is off. */
  readonly playground: { readonly port: number } | null
}

export type BotConfig =
  | {
      readonly appType: 'SingleTenant'
      readonly appId: string
      readonly tenantId: string
      readonly appPassword: string
    }
  | { readonly appType: 'UserAssignedMSI'; readonly appId: string; readonly tenantId: string }

export interface ProductionConfig extends InBothModes {
  readonly mode: 'production'
  /** Scheme and host, without a slash at the end. */
  readonly publicUrl: string
  /** For links into Teams. */
  readonly teamsAppId: string
  readonly bot: BotConfig
  readonly entra: {
    readonly tabClientId: string
    /** Tenant ids in lower case, at least one. The bot uses the same list. */
    readonly allowedTenants: readonly string[]
    /** Whether people with an account of another tenant may use it. */
    readonly allowGuests: boolean
  }
  readonly metricsToken: string | null
  /** What opens the board on the first start; `null` once it is open. */
  readonly firstStart: {
    readonly boardName: string
    readonly businessManager: {
      readonly tenantId: string
      readonly objectId: string
      readonly name: string
    }
  } | null
}

export type Config = LocalConfig | ProductionConfig

/**
 * The settings, checked and typed. The only reader of the environment.
 * @throws ConfigProblem with everything that is wrong
 */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const { given, problems } = readSettings(env)
  const isSet = (name: SettingName) => textOf(env, name) !== undefined
  const all = [...problems, ...brokenRules({ given, isSet, env })]
  if (all.length > 0) throw new ConfigProblem(all)
  return frozen(given.MODE === 'production' ? productionConfig(given) : localConfig(given))
}

/**
 * Where everything is kept, for commands that use only the store.
 * @throws ConfigProblem with what is wrong about these settings
 */
export function storeConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Pick<Config, 'dataDir' | 'mongodbUri'> {
  const { given, problems } = readSettings(env, ['DATA_DIR', 'MONGODB_URI'])
  if (problems.length > 0) throw new ConfigProblem(problems)
  return { dataDir: there(given, 'DATA_DIR'), mongodbUri: given.MONGODB_URI ?? null }
}

const textOf = (env: Readonly<Record<string, string | undefined>>, name: SettingName) =>
  env[name]?.trim() || undefined

// One by one, so that a wrong setting does not hide problems between the others.
function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly SettingName[] = SETTING_NAMES,
) {
  const problems: string[] = []
  const read = names.flatMap((name) => {
    const { success, data } = settings.shape[name].safeParse(textOf(env, name))
    if (success) return [[name, data] as const]
    problems.push(`\`${name}\` is not ${factsOf(name).wanted}. ${factsOf(name).fix}`)
    return []
  })
  // True entry by entry: each value was read by the schema of its own name.
  return { given: Object.fromEntries(read) as Given, problems }
}

/** A setting that the rules guarantee. */
function there<Name extends SettingName>(given: Given, name: Name): NonNullable<Given[Name]> {
  const value = given[name]
  if (value === undefined) throw new TypeError(`no rule makes sure of ${name}`)
  return value as NonNullable<Given[Name]> // not undefined, as was just seen; never null
}

const inBothModes = (given: Given): InBothModes => ({
  host: there(given, 'HOST'),
  port: there(given, 'PORT'),
  dataDir: there(given, 'DATA_DIR'),
  mongodbUri: given.MONGODB_URI ?? null,
  logLevel: there(given, 'LOG_LEVEL'),
})

const localConfig = (given: Given): LocalConfig => ({
  mode: 'local',
  ...inBothModes(given),
  board: there(given, 'LOCAL_BOARD'),
  playground: given.PLAYGROUND === 'on' ? { port: there(given, 'PLAYGROUND_PORT') } : null,
})

function productionConfig(given: Given): ProductionConfig {
  const { FIRST_BUSINESS_MANAGER: businessManager, BOARD_NAME: boardName } = given
  return {
    mode: 'production',
    ...inBothModes(given),
    publicUrl: there(given, 'PUBLIC_URL'),
    teamsAppId: there(given, 'TEAMS_APP_ID'),
    bot: botConfig(given),
    entra: {
      tabClientId: there(given, 'TAB_CLIENT_ID'),
      allowedTenants: there(given, 'ALLOWED_TENANTS'),
      allowGuests: given.ALLOW_GUESTS === 'on',
    },
    metricsToken: given.METRICS_TOKEN ?? null,
    firstStart: businessManager && boardName ? { boardName, businessManager } : null,
  }
}

function botConfig(given: Given): BotConfig {
  const ids = { appId: there(given, 'BOT_APP_ID'), tenantId: there(given, 'BOT_TENANT_ID') }
  const appType = there(given, 'BOT_APP_TYPE')
  return appType === 'SingleTenant'
    ? { appType, ...ids, appPassword: there(given, 'BOT_APP_PASSWORD') }
    : { appType, ...ids }
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}
