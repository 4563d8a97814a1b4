import { z } from 'zod'
import { A_GUID, Guid, GuidList, HttpsOrigin, Port, Secret, SomePerson, Words } from './shapes.ts'

/** What people read about a setting: in the reference, the example file and every problem. */
export interface SettingFacts {
  /** What it is for, as one or two sentences. */
  readonly meaning: string
  /** What a good value is; finishes "`X` is not …". */
  readonly wanted: string
  /** What to do when it is missing or wrong, as a sentence. */
  readonly fix: string
  /** The mode that reads it. */
  readonly mode: 'both' | 'local' | 'production'
  /** Must be there in its mode. */
  readonly needed?: true
  readonly example: string
  /** Must be kept out of files that others can read. */
  readonly secret?: true
}

const settingFacts = z.registry<SettingFacts>()

/** Every setting, by the name of its environment variable. An empty one counts as not set. */
export const settings = z.object({
  SETTINGS_FILE: z.string().optional().register(settingFacts, {
    meaning:
      'The file that the other settings are read from, where it is not `.env` beside `package.json`. Counts in the environment only.',
    wanted: 'the path of a file',
    fix: 'Set it to the file with the settings, or leave it out.',
    mode: 'both',
    example: '/etc/learning-loop.env',
  }),
  MODE: z.enum(['local', 'production']).default('local').register(settingFacts, {
    meaning:
      'Which of the two ways to run: `local` for looking and developing, on this machine only and without sign-in; `production` behind Teams and TLS, with every request checked.',
    wanted: '`local` or `production`',
    fix: 'Set it to `local` for trying things out, or to `production`.',
    mode: 'both',
    example: 'local',
  }),
  HOST: z
    .string()
    .regex(/^[a-z0-9.:-]+$/i)
    .default('127.0.0.1')
    .register(settingFacts, {
      meaning:
        'The address the server listens on. Local mode takes a loopback address only, because anybody who reached it could act as anyone.',
      wanted: 'an address or a host name',
      fix: 'Set it to 127.0.0.1, or in production to the address the proxy in front of it uses.',
      mode: 'both',
      example: '127.0.0.1',
    }),
  PORT: Port.prefault('3978').register(settingFacts, {
    meaning: 'The port the server listens on. 0 takes any port that is free.',
    wanted: 'a whole number from 0 to 65535',
    fix: 'Set it to a port such as 3978.',
    mode: 'both',
    example: '3978',
  }),
  DATA_DIR: Words.default('./data').register(settingFacts, {
    meaning:
      'The folder that keeps everything the product stores. Only the account that runs the server should be able to read it.',
    wanted: 'a folder of at most 200 characters',
    fix: 'Set it to a folder such as ./data.',
    mode: 'both',
    example: './data',
  }),
  MONGODB_URI: z
    .string()
    .max(2000)
    .regex(/^mongodb(\+srv)?:\/\/[^\s/]+(\/[^\s]*)?$/)
    .optional()
    .register(settingFacts, {
      meaning:
        'The MongoDB server that keeps everything, with the name of the database as its path: for several instances of the program, or where a database is kept already. Left out, everything is kept in a file in `DATA_DIR`.',
      wanted: 'an address that begins with mongodb:// or mongodb+srv://',
      fix: 'Set it to an address such as mongodb://127.0.0.1:27017/learning-loop, or leave it out.',
      mode: 'both',
      example: 'mongodb://127.0.0.1:27017/learning-loop',
      secret: true,
    }),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info').register(settingFacts, {
    meaning:
      'The least serious entry that is logged. No level logs what people wrote, who they are or a token.',
    wanted: '`error`, `warn`, `info` or `debug`',
    fix: 'Set it to `info`.',
    mode: 'both',
    example: 'info',
  }),
  LOCAL_BOARD: z.enum(['demo', 'empty']).default('demo').register(settingFacts, {
    meaning:
      'The board that a first start makes: `demo` with invented people and a year of reports, `empty` with a business manager alone, to set a board up from nothing. A store that has a board keeps it.',
    wanted: '`demo` or `empty`',
    fix: 'Set it to `demo`, or to `empty` to set a board up yourself.',
    mode: 'local',
    example: 'empty',
  }),
  PLAYGROUND: z.enum(['on', 'off']).default('on').register(settingFacts, {
    meaning: 'Whether the Agents Playground, a chat in the browser, is started beside the server.',
    wanted: '`on` or `off`',
    fix: 'Set it to `on` or `off`.',
    mode: 'local',
    example: 'on',
  }),
  PLAYGROUND_PORT: Port.refine((port) => port > 0)
    .prefault('56150')
    .register(settingFacts, {
      meaning: 'The port of the Playground.',
      wanted: 'a whole number from 1 to 65535',
      fix: 'Set it to a port such as 56150.',
      mode: 'local',
      example: '56150',
    }),
  PUBLIC_URL: HttpsOrigin.optional().register(settingFacts, {
    meaning:
      "Where people and Teams reach the server, without a path. Links in messages and the audience of the tab's tokens come from it.",
    wanted: 'an https address without a path',
    fix: 'Set it to the public address, such as https://loop.board.example.',
    mode: 'production',
    needed: true,
    example: 'https://loop.board.example',
  }),
  TEAMS_APP_ID: Guid.optional().register(settingFacts, {
    meaning:
      "The id of the app in Teams, for links that open the tab: the one the organisation's catalogue shows, or the one of the manifest where the app is uploaded by hand.",
    wanted: A_GUID,
    fix: 'Set it to the id of the app that Teams shows.',
    mode: 'production',
    needed: true,
    example: 'f3a6c1d2-0b44-4e57-8a19-2c7d5e6f7081',
  }),
  BOT_APP_ID: Guid.optional().register(settingFacts, {
    meaning: 'The client id of the bot, from its Azure Bot resource.',
    wanted: A_GUID,
    fix: "Set it to the bot's client id.",
    mode: 'production',
    needed: true,
    example: '1b9e6f0c-53a1-4c8e-9d42-7f60a1c2b3d4',
  }),
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).optional().register(settingFacts, {
    meaning:
      'How the bot proves who it is: `SingleTenant` with a password, `UserAssignedMSI` with the managed identity of the machine it runs on.',
    wanted: '`SingleTenant` or `UserAssignedMSI`',
    fix: 'Set it to the app type that the Azure Bot resource shows.',
    mode: 'production',
    needed: true,
    example: 'SingleTenant',
  }),
  BOT_TENANT_ID: Guid.optional().register(settingFacts, {
    meaning: 'The Entra tenant the bot is registered in.',
    wanted: A_GUID,
    fix: "Set it to the tenant id of the bot's registration.",
    mode: 'production',
    needed: true,
    example: '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69',
  }),
  BOT_APP_PASSWORD: Secret.optional().register(settingFacts, {
    meaning:
      "The bot's client secret. Needed with `BOT_APP_TYPE=SingleTenant`, refused with `UserAssignedMSI`.",
    wanted: 'a client secret of your own',
    fix: "Set it to the value of the bot's client secret.",
    mode: 'production',
    example: '(the secret)',
    secret: true,
  }),
  ALLOWED_TENANTS: GuidList.optional().register(settingFacts, {
    meaning:
      'The Entra tenants whose people may use the product, with commas between them. Everybody else is refused, in the chat and in the tab.',
    wanted: 'a list of the GUIDs of organisations, with commas between them',
    fix: 'Set it to the tenant ids of the organisations on the board.',
    mode: 'production',
    needed: true,
    example: '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69,0d9c8b7a-6f5e-4d3c-8b2a-190817263544',
  }),
  TAB_CLIENT_ID: Guid.optional().register(settingFacts, {
    meaning: 'The client id of the Entra app that the tab signs in with.',
    wanted: A_GUID,
    fix: "Set it to the client id of the tab's Entra app.",
    mode: 'production',
    needed: true,
    example: 'a7d4e2b1-9c38-4f60-b5d7-3e8f1a2c4d5b',
  }),
  METRICS_TOKEN: Secret.min(16).optional().register(settingFacts, {
    meaning:
      'What the monitoring sends as bearer token to read `/metrics`. Without it production does not serve them.',
    wanted: 'a token of your own of at least 16 characters',
    fix: 'Set it to a long random text, or leave it out.',
    mode: 'production',
    example: '(a long random text)',
    secret: true,
  }),
  ALLOW_GUESTS: z.enum(['on', 'off']).default('off').register(settingFacts, {
    meaning:
      'Whether guests of the tenants in `ALLOWED_TENANTS` may use the product: people whose account is at home elsewhere. See [operating.md](operating.md#guests) for how a guest is known.',
    wanted: '`on` or `off`',
    fix: 'Set it to `off`, or to `on` where guests work for the board.',
    mode: 'production',
    example: 'off',
  }),
  BOARD_NAME: Words.optional().register(settingFacts, {
    meaning:
      'The name of the board. Needed for the first start in production; later the store knows it.',
    wanted: 'a name of at most 200 characters',
    fix: 'Set it to the name of the board.',
    mode: 'production',
    example: 'Anyshire Safeguarding Children Board',
  }),
  FIRST_BUSINESS_MANAGER: SomePerson.optional().register(settingFacts, {
    meaning:
      'The first business manager as `tenant id/object id/name`: the one person who can enter everybody else. Needed for the first start in production.',
    wanted: 'a tenant id, an object id and a name with `/` between them',
    fix: 'Set it to the ids and the name of the first business manager.',
    mode: 'production',
    example:
      '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69/58b1f0c7-2d3e-4a69-9b84-7c6d5e4f3a21/Business manager 1',
  }),
})

export type SettingName = keyof typeof settings.shape
/** The settings as they were read; one that is missing or wrong is not there. */
export type Given = Partial<z.output<typeof settings>>

// The keys of the schema above.
export const SETTING_NAMES = Object.keys(settings.shape) as readonly SettingName[]

/** What people read about a setting. */
export function factsOf(name: SettingName): SettingFacts {
  const facts = settingFacts.get(settings.shape[name])
  if (!facts) throw new TypeError(`nothing is written about the setting ${name}`)
  return facts
}
