import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aCopy } from './a-copy.ts'
import { startProgram } from './program.ts'

const ID = '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69'
const PRODUCTION = {
  MODE: 'production',
  PUBLIC_URL: 'https://loop.board.example',
  TEAMS_APP_ID: ID,
  BOT_APP_ID: ID,
  BOT_APP_TYPE: 'UserAssignedMSI',
  BOT_TENANT_ID: ID,
  ALLOWED_TENANTS: ID,
  TAB_CLIENT_ID: ID,
}

type Copy = ReturnType<typeof aCopy>

/** Starts a copy with what stands in its own `.env`, unless the settings say otherwise. */
function started(
  { folder, compiled }: Copy,
  settings: Readonly<Record<string, string>>,
  way?: string,
) {
  const data = path.join(folder, 'data')
  const program = startProgram(
    { SETTINGS_FILE: '', DATA_DIR: data, PORT: '0', NODE_COMPILE_CACHE: compiled, ...settings },
    [way ?? 'scripts/start.mjs'],
    'ignore',
    folder,
  )
  onTestFinished(async () => {
    await program.kill('SIGKILL')
  })
  return program
}

async function expectRefused(program: ReturnType<typeof started>, ...says: readonly string[]) {
  expect(await program.ended).toMatchObject({ code: 1 })
  expect(program.output).toContain('Learning Loop did not start')
  for (const words of says) expect(program.output).toContain(words)
  expect(program.output).not.toMatch(/^\s+at /m)
}

describe('the tab', () => {
  test('is never built in production, which says how to have it', async () => {
    const program = started(aCopy({ canBuild: true }), PRODUCTION)
    await expectRefused(program, 'npm ci --include=dev')
    expect(program.output).not.toContain('Building')
  })

  test('is served in production as it was built, whatever the times of files say', async () => {
    const copy = aCopy({ canBuild: true })
    copy.withOldTab()
    const program = started(copy, PRODUCTION)
    await expectRefused(program, 'BOARD_NAME and FIRST_BUSINESS_MANAGER')
    expect(program.output).not.toContain('Building')
    expect(program.output).not.toContain('older')
  })

  test('that cannot be built for want of tools is said with the command that brings them', async () => {
    const copy = aCopy({ canBuild: false })
    await expectRefused(started(copy, {}), 'run `npm ci`')
    const left = started(copy, { NODE_ENV: 'production', MODE: 'local' })
    await expectRefused(left, 'run `npm ci --include=dev`')
  })

  test('that is there is served in local mode where it cannot be built anew', async () => {
    const copy = aCopy({ canBuild: false })
    copy.withOldTab()
    const program = started(copy, { PLAYGROUND: 'off' })
    await program.said('Stop with Ctrl+C')
    expect(program.output).toContain('older than its sources')
    expect(await (await fetch(`${program.url}/tab/`)).text()).toBe('the old tab')
  })

  test('that has no place to be built in is said with what to do', async () => {
    const copy = aCopy({ canBuild: true })
    copy.write('dist', 'no folder')
    await expectRefused(started(copy, {}), copy.folder, 'Move it away')
  })
})

describe('the file .env', () => {
  test.each(['scripts/start.mjs', 'src/main.ts'])(
    'is read whichever way the program is started (%s)',
    async (way) => {
      const copy = aCopy({ canBuild: true })
      copy.withOldTab()
      copy.write('.env', '\ufeffMODE=production\r\n')
      await expectRefused(started(copy, {}, way), '`ALLOWED_TENANTS` is missing')
    },
  )

  test('with a line that is no setting starts nothing', async () => {
    const copy = aCopy({ canBuild: true })
    copy.withOldTab()
    copy.write('.env', '# The board’s\nMODE: production\n')
    for (const way of ['scripts/start.mjs', 'src/main.ts'])
      await expectRefused(started(copy, {}, way), 'Line 2 of `.env` is no setting')
  })

  test('with a line that is no setting starts no command either', async () => {
    const copy = aCopy({ canBuild: true })
    copy.write('.env', 'DATA_DIR: /srv/loop\n')
    const command = startProgram(
      { SETTINGS_FILE: '', NODE_COMPILE_CACHE: copy.compiled },
      ['--import', './scripts/load-settings.ts', 'src/commands/audit.ts'],
      'ignore',
      copy.folder,
    )
    expect(await command.ended).toMatchObject({ code: 1 })
    expect(command.output).toContain('Line 1 of `.env` is no setting')
    expect(command.output).not.toMatch(/^\s+at /m)
  })
})
