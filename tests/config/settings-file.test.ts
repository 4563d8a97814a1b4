import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { ConfigProblem } from '../../src/config/config-problem.ts'
import { takeSettings } from '../../src/config/take-settings.ts'

type Environment = Record<string, string | undefined>

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'learning-loop-settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** The environment after the file was taken. */
function taken(content: string | Buffer, env: Environment = {}): Environment {
  const folder = aFolder()
  writeFileSync(path.join(folder, '.env'), content)
  takeSettings(env, folder)
  return env
}

function problemsOf(attempt: () => unknown): readonly string[] {
  try {
    attempt()
  } catch (error) {
    if (error instanceof ConfigProblem) return error.problems
    throw error
  }
  return []
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('a file of settings', () => {
  test.each([
    ['plain', 'MODE=production'],
    ['with a byte-order mark', '\ufeffMODE=production'],
    ['with Windows line ends', '# production\r\nMODE=production\r\n'],
    ['with the line ends of an old Mac', '# production\rMODE=production\r'],
    ['in quotation marks', 'MODE="production"\n'],
    ['in single ones, with a comment behind', "MODE='production' # the board's"],
    ['with a comment behind', 'MODE=production # the board’s'],
    ['with spaces around', '  MODE = production  '],
    ['exported', 'export MODE=production'],
    ['below a setting that is left empty', 'METRICS_TOKEN= \n  MODE=production'],
  ])('says production where it says so (%s)', (_, content) => {
    expect(taken(content)['MODE']).toBe('production')
  })

  test('gives a value whole, whatever stands in it', () => {
    const env = taken('BOT_APP_PASSWORD=a#b="c"\'\nBOARD_NAME="A board # of two"\n')
    expect(env).toEqual({ BOT_APP_PASSWORD: 'a#b="c"\'', BOARD_NAME: 'A board # of two' })
  })

  test('counts after the environment, except where that is empty', () => {
    const env = taken('PORT=4000\nMODE=production', { PORT: '5000', MODE: ' ' })
    expect(env).toEqual({ PORT: '5000', MODE: 'production' })
  })

  test('may set what is for Node or the system', () => {
    expect(taken('NODE_EXTRA_CA_CERTS=/etc/ca.pem\nhttps_proxy=http://proxy.example')).toEqual({
      NODE_EXTRA_CA_CERTS: '/etc/ca.pem',
      https_proxy: 'http://proxy.example',
    })
  })

  test.each([
    'MODE: production',
    'MODE production',
    'set MODE=production',
    '$env:MODE = "production"',
    '<MODE>production</MODE>',
    '{ "MODE": "production" }',
    '[production]',
    'MODE',
    '=production',
    'MODE\u00a0production',
    'BOT_APP_PASSWORD="begins here\nand ends here"',
    'MODE="production',
    'MODE="production" or local',
    'MODE=local\nMODE=production',
    'SETTINGS_FILE=/etc/other.env',
    'mode=production',
    'Mode=production',
    'ALLOWED_TENANT=x',
    'ALOWED_TENANTS=x',
    'METRIC_TOKEN=x',
    'ALLOWED-TENANTS=x',
    'MONGODB_URL=mongodb://elsewhere',
  ])('with a line that is no setting is refused by the line’s number (%j)', (content) => {
    const line = content.startsWith('MODE=local') ? 3 : 2
    const problems = problemsOf(() => taken(`DATA_DIR=./data\n${content}`))
    expect(problems[0]).toMatch(new RegExp(`^Line ${line} of \`\\.env\` `))
    expect(problems.join()).not.toMatch(/\bproduction\b.*production|elsewhere|begins here/)
  })

  test('tells every line that is wrong at once, and the name that was meant', () => {
    expect(problemsOf(() => taken('MODE: local\n\nALLOWED_TENANT=x'))).toEqual([
      expect.stringContaining('Line 1'),
      'Line 3 of `.env` sets something that is no setting. Did you mean `ALLOWED_TENANTS`?',
    ])
  })

  test.each(['MOED=production', 'RUN_MODE=production', 'NODE=24', 'MICROSOFT_APP_ID=x'])(
    'with a name that nothing reads is refused, however short (%s)',
    (line) => {
      expect(problemsOf(() => taken(`DATA_DIR=./data\n${line}`))).toEqual([
        expect.stringContaining('Line 2 of `.env` sets something that is no setting.'),
      ])
    },
  )

  test.each([
    ['UTF-16', utf16('MODE=production')],
    ['UTF-16 the other way round', utf16('MODE=production').swap16()],
    ['UTF-16 without a mark', Buffer.from('MODE=production', 'utf16le')],
    ['Latin-1', Buffer.from('BOARD_NAME=Caf\xe9', 'latin1')],
  ])('in %s is refused with how to save it', (_, content) => {
    expect(problemsOf(() => taken(content))).toEqual([expect.stringContaining('Save it as UTF-8')])
  })

  test.each(['', '\n\n', '# nothing yet\n'])('without a setting is refused (%j)', (content) => {
    expect(problemsOf(() => taken(content))).toEqual([expect.stringContaining('no setting in it')])
  })
})

describe('where settings are looked for', () => {
  test('nothing is fine', () => {
    const env = {}
    takeSettings(env, aFolder())
    expect(env).toEqual({})
  })

  test('another file may be named, and has to be there', () => {
    const file = path.join(aFolder(), 'loop.conf')
    const env: Environment = { SETTINGS_FILE: file }
    expect(problemsOf(() => takeSettings(env, aFolder()))).toEqual([
      expect.stringContaining('`SETTINGS_FILE`'),
    ])
    writeFileSync(file, 'PORT=4000')
    takeSettings(env, aFolder())
    expect(env['PORT']).toBe('4000')
  })

  test('a folder, and a link that leads nowhere, are refused and not passed over', () => {
    const [folder, other] = [aFolder(), aFolder()]
    mkdirSync(path.join(folder, '.env'))
    symlinkSync('/nowhere/at/all', path.join(other, '.env'))
    for (const place of [folder, other])
      expect(problemsOf(() => takeSettings({}, place))).toEqual([
        expect.stringContaining('cannot be read'),
      ])
  })

  test.each(['.env.txt', '.env.production', '.ENV', 'env/.env', 'env/.env.production'])(
    'a file that would be left unread is named (%s)',
    (name) => {
      const folder = aFolder()
      mkdirSync(path.join(folder, 'env'))
      writeFileSync(path.join(folder, name), 'MODE=production')
      writeFileSync(path.join(folder, 'env/.env.example'), 'MODE=local')
      expect(problemsOf(() => takeSettings({}, folder))).toEqual([
        expect.stringContaining(`\`${name}\` would be left unread`),
      ])
      takeSettings({ MODE: 'local' }, folder)
    },
  )
})

describe('local mode by accident', () => {
  const TENANT = '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69'

  test.each([
    { ALLOWED_TENANTS: TENANT },
    { METRICS_TOKEN: 'x' },
    { MODE: 'local', PUBLIC_URL: 'https://loop.board.example' },
    { ALLOW_GUESTS: 'off' },
  ])('is refused where a setting of production is there (%j)', (env) => {
    const [name = ''] = Object.keys(env).filter((key) => key !== 'MODE')
    expect(problemsOf(() => loadConfig(env)).join()).toMatch(
      new RegExp(`\`${name}\`: only production reads this.*Set \`MODE=production\``),
    )
  })

  test.each([{ MODE: '' }, { MODE: ' ', PORT: '4000' }])('is refused with %j', (env) => {
    expect(problemsOf(() => loadConfig(env))).toEqual([expect.stringMatching(/^`MODE` is there/)])
  })

  test('is refused where NODE_ENV says production and MODE says nothing', () => {
    const env = { NODE_ENV: 'production' }
    expect(problemsOf(() => loadConfig(env))).toEqual([expect.stringMatching(/^`MODE` is not set/)])
    expect(loadConfig({ ...env, MODE: 'local' }).mode).toBe('local')
  })

  test.each(['mode', 'Mode', 'public_url', 'ALLOWED_TENANT', 'MONGODB_URL'])(
    'is refused where a setting is misspelt in the environment (%s)',
    (name) => {
      expect(problemsOf(() => loadConfig({ [name]: 'x' }))).toEqual([
        expect.stringContaining('under another spelling'),
      ])
    },
  )

  test('does not mind the names of other programs', () => {
    const others = ['NODE', 'HOME', 'POST', 'host', 'port', 'LOGLEVEL', 'http_proxy', 'DATADIR']
    const env = Object.fromEntries(others.map((name) => [name, 'x']))
    expect(loadConfig(env)).toEqual(loadConfig({}))
  })
})
