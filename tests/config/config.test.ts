import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { ConfigProblem } from '../../src/config/config-problem.ts'

const PRODUCTION = {
  MODE: 'production',
  PUBLIC_URL: 'https://loop.board.example/',
  TEAMS_APP_ID: 'f3a6c1d2-0b44-4e57-8a19-2c7d5e6f7081',
  BOT_APP_ID: '1B9E6F0C-53A1-4C8E-9D42-7F60A1C2B3D4',
  BOT_APP_TYPE: 'SingleTenant',
  BOT_TENANT_ID: '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69',
  BOT_APP_PASSWORD: 'a-secret-of-the-bot',
  ALLOWED_TENANTS: '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69, 0D9C8B7A-6f5e-4d3c-8b2a-190817263544',
  TAB_CLIENT_ID: 'a7d4e2b1-9c38-4f60-b5d7-3e8f1a2c4d5b',
}

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigProblem) {
      for (const problem of error.problems) expect(error.message).toContain(`- ${problem}`)
      return error.problems
    }
    throw error
  }
  return []
}

describe('with no settings at all', () => {
  test('the product starts in local mode, on this machine only', () => {
    expect(loadConfig({})).toEqual({
      mode: 'local',
      host: '127.0.0.1',
      port: 3978,
      dataDir: './data',
      mongodbUri: null,
      logLevel: 'info',
      board: 'demo',
      playground: { port: 56150 },
    })
  })

  test('an empty setting counts as one that is not set', () => {
    expect(loadConfig({ HOST: ' ', PORT: '', BOT_APP_ID: '' })).toEqual(loadConfig({}))
  })
})

describe('in local mode', () => {
  test.each(['127.0.0.1', '127.3.2.1', '::1', 'localhost', 'LOCALHOST'])(
    'the server may listen on %s',
    (HOST) => {
      expect(loadConfig({ HOST }).host).toBe(HOST)
    },
  )

  test.each([
    '0.0.0.0',
    '::',
    '192.168.1.5',
    '127.0.0.1.example',
    'localhost.example',
    '1270.0.0.1',
  ])('the server does not start on %s, where others could reach it', (HOST) => {
    expect(problemsOf({ HOST })).toEqual([expect.stringMatching(/^`HOST` .*127\.0\.0\.1/)])
  })

  test('the Playground may be off, and any free port may be taken', () => {
    expect(loadConfig({ PLAYGROUND: 'off', PORT: '0' })).toMatchObject({
      port: 0,
      playground: null,
    })
  })

  test('server and Playground need a port each', () => {
    expect(problemsOf({ PORT: '5000', PLAYGROUND_PORT: '5000' })).toHaveLength(1)
    expect(problemsOf({ PORT: '5000', PLAYGROUND_PORT: '5000', PLAYGROUND: 'off' })).toEqual([])
  })
})

describe('in production', () => {
  test('everything that is needed gives a typed configuration', () => {
    expect(loadConfig(PRODUCTION)).toEqual({
      mode: 'production',
      host: '127.0.0.1',
      port: 3978,
      dataDir: './data',
      mongodbUri: null,
      logLevel: 'info',
      publicUrl: 'https://loop.board.example',
      teamsAppId: PRODUCTION.TEAMS_APP_ID,
      bot: {
        appType: 'SingleTenant',
        appId: PRODUCTION.BOT_APP_ID.toLowerCase(),
        tenantId: PRODUCTION.BOT_TENANT_ID,
        appPassword: 'a-secret-of-the-bot',
      },
      entra: {
        tabClientId: PRODUCTION.TAB_CLIENT_ID,
        allowedTenants: [
          '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69',
          '0d9c8b7a-6f5e-4d3c-8b2a-190817263544',
        ],
        allowGuests: false,
      },
      metricsToken: null,
      firstStart: null,
    })
  })

  test('what nobody set is named all at once, each with what to do', () => {
    const problems = problemsOf({ MODE: 'production' })
    expect(problems).toContain(
      "`BOT_APP_ID` is missing, and `MODE=production` needs it. Set it to the bot's client id.",
    )
    expect(problems.map((problem) => /`(\w+)`/.exec(problem)?.[1])).toEqual([
      'PUBLIC_URL',
      'TEAMS_APP_ID',
      'BOT_APP_ID',
      'BOT_APP_TYPE',
      'BOT_TENANT_ID',
      'ALLOWED_TENANTS',
      'TAB_CLIENT_ID',
    ])
  })

  test('what is wrong and what is missing are told together', () => {
    const problems = problemsOf({ ...PRODUCTION, PORT: 'x', BOT_APP_ID: 'y', TAB_CLIENT_ID: '' })
    expect(problems).toHaveLength(3)
  })

  test('the bot has a password or a managed identity, not both and not neither', () => {
    const { BOT_APP_PASSWORD: _, ...withoutPassword } = PRODUCTION
    const managed = { ...withoutPassword, BOT_APP_TYPE: 'UserAssignedMSI' }
    expect(problemsOf(withoutPassword)).toEqual([
      expect.stringContaining('`BOT_APP_PASSWORD` is missing'),
    ])
    expect(problemsOf({ ...PRODUCTION, BOT_APP_TYPE: 'UserAssignedMSI' })).toEqual([
      expect.stringContaining('Remove it.'),
    ])
    expect(loadConfig(managed)).toMatchObject({ bot: { appType: 'UserAssignedMSI' } })
    expect(JSON.stringify(loadConfig(managed))).not.toContain('appPassword')
  })

  test('the Playground is refused when somebody switches it on', () => {
    expect(problemsOf({ ...PRODUCTION, PLAYGROUND: 'on' })).toEqual([
      expect.stringContaining('`PLAYGROUND` is on'),
    ])
    expect(problemsOf({ ...PRODUCTION, PLAYGROUND: 'off' })).toEqual([])
  })

  test.each([
    ['PUBLIC_URL', 'http://loop.board.example'],
    ['PUBLIC_URL', 'https://loop.board.example/path'],
    ['PUBLIC_URL', 'https://user@loop.board.example'],
    ['PUBLIC_URL', 'loop.board.example'],
    ['TEAMS_APP_ID', 'learning-loop'],
    ['BOT_APP_ID', '1b9e6f0c53a14c8e9d427f60a1c2b3d4'],
    ['BOT_APP_TYPE', 'MultiTenant'],
    ['ALLOWED_TENANTS', 'common'],
    ['ALLOWED_TENANTS', '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69,'],
    ['ALLOWED_TENANTS', '*'],
    // Where all the world's personal accounts are.
    ['ALLOWED_TENANTS', '9188040d-6c67-4c5b-b112-36a304b66dad'],
    ['ALLOW_GUESTS', 'yes'],
    // As they stand in the example file, which everybody can read.
    ['METRICS_TOKEN', 'take-it-from-where-your-secrets-are-kept'],
    ['BOT_APP_PASSWORD', 'take-it-from-where-your-secrets-are-kept'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3978.5'],
    ['LOG_LEVEL', 'everything'],
    ['METRICS_TOKEN', 'short'],
    ['FIRST_BUSINESS_MANAGER', 'somebody@board.example'],
  ])('%s is refused with %s', (name, value) => {
    const problems = problemsOf({
      ...PRODUCTION,
      BOARD_NAME: 'A board',
      ...theManager,
      [name]: value,
    })
    expect(problems).toEqual([
      expect.stringMatching(new RegExp(`^\`${name}\` is not .*\\. Set it to`)),
    ])
  })

  test('the first start needs the board’s name and its business manager, of a listed tenant', () => {
    const config = loadConfig({ ...PRODUCTION, ...theManager, BOARD_NAME: 'A board' })
    expect(config).toMatchObject({
      firstStart: {
        boardName: 'A board',
        businessManager: {
          tenantId: '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69',
          objectId: '58b1f0c7-2d3e-4a69-9b84-7c6d5e4f3a21',
          name: 'Business manager 1',
        },
      },
    })
    expect(problemsOf({ ...PRODUCTION, BOARD_NAME: 'A board' })).toHaveLength(1)
    expect(problemsOf({ ...PRODUCTION, ...theManager })).toHaveLength(1)
    expect(
      problemsOf({
        ...PRODUCTION,
        ...theManager,
        BOARD_NAME: 'A board',
        ALLOWED_TENANTS: '0d9c8b7a-6f5e-4d3c-8b2a-190817263544',
      }),
    ).toEqual([expect.stringContaining('Add the tenant to the list.')])
  })
})

const theManager = {
  FIRST_BUSINESS_MANAGER:
    '6C0F2D8E-77b1-4f3a-9a55-1e2d3c4b5a69/58b1f0c7-2d3e-4a69-9b84-7c6d5e4f3a21/Business manager 1',
}

test('no problem ever holds a value that was set', () => {
  const values = Object.fromEntries(
    Object.keys(PRODUCTION).map((name) => [name, `zebra of ${name}`]),
  )
  const wrong = { ...values, METRICS_TOKEN: 'zebra', PORT: 'zebra', HOST: 'zebra!' }
  for (const env of [wrong, { ...wrong, MODE: 'local' }, { ...wrong, MODE: 'production' }]) {
    const problems = problemsOf(env)
    expect(problems.length).toBeGreaterThan(5)
    expect(problems.join()).not.toContain('zebra')
  }
})

test('an unknown mode is refused', () => {
  expect(problemsOf({ MODE: 'Production' })).toEqual([expect.stringMatching(/^`MODE` is not/)])
})

test('nobody can change the configuration afterwards', () => {
  const config = loadConfig(PRODUCTION)
  expect(() => Object.assign(config, { mode: 'local' })).toThrow(TypeError)
  expect(config.mode === 'production' && Object.isFrozen(config.entra.allowedTenants)).toBe(true)
})
