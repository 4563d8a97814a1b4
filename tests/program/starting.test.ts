import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { makeDemoStore } from '../../src/demo/demo-store.ts'
import { storePath } from '../../src/start/open-stores.ts'
import { freePort, startProgram } from './program.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'learning-loop-start-'))
  return () => rm(folder, { recursive: true, force: true })
})

describe('what is printed while it runs', () => {
  /** The program with a library inside that does something when it is told to. */
  async function withLibrary(name: string, does: string) {
    const library = path.join(folder, `${name}.mjs`)
    await writeFile(library, `process.on('SIGUSR2', () => { ${does} })`)
    // Its first start is not what this is about.
    await makeDemoStore(storePath({ dataDir: path.join(folder, name) }), 1)
    const settings = { DATA_DIR: path.join(folder, name), PORT: '0' }
    const program = startProgram(settings, ['--import', library, 'src/main.ts'])
    onTestFinished(async () => {
      await program.kill('SIGKILL')
    })
    await program.said('Stop with Ctrl+C')
    return program
  }
  const linesOf = (output: string) =>
    output
      .split('\n')
      .flatMap((line): Record<string, unknown>[] => (line[0] === '{' ? [JSON.parse(line)] : []))

  test('by a library goes through the log, with where it came from and without what it says', async () => {
    const program = await withLibrary(
      'library',
      `for (const again of [1, 2]) console.error('Bearer eyJ: words of a teacher', new RangeError('of a teacher'))
       console.log('words of a teacher')
       process.emitWarning('words of a teacher', { code: 'OLD', type: 'DeprecationWarning' })`,
    )
    void program.kill('SIGUSR2')
    await program.said('"code":"node"')
    expect(program.output).not.toMatch(/teacher|Bearer/)
    expect(linesOf(program.output)).toEqual([
      expect.objectContaining({ level: 'error', code: 'library', cause: 'RangeError' }),
      expect.objectContaining({ level: 'info', code: 'library' }),
      expect.objectContaining({ level: 'warn', code: 'node', cause: 'DeprecationWarning OLD' }),
    ])
    expect(linesOf(program.output)[0]?.['at']).toEqual([
      expect.stringContaining('library.mjs'),
      expect.any(String),
    ])
  })

  test('when it ends on a defect is where that was, without what it says', async () => {
    const program = await withLibrary(
      'defect',
      "void Promise.reject(new Error('words of a teacher'))",
    )
    void program.kill('SIGUSR2')
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(program.output).not.toContain('teacher')
    expect(linesOf(program.output)).toMatchObject([{ code: 'defect', cause: 'Error' }])
  })
})

describe('starting', () => {
  test('a newcomer sees where everything is and three things to try', async () => {
    const port = await freePort()
    const program = startProgram({ DATA_DIR: path.join(folder, 'new'), PORT: String(port) })
    onTestFinished(async () => {
      await program.kill('SIGKILL')
    })
    await program.said('Stop with Ctrl+C')
    expect(program.output).toContain(`http://127.0.0.1:${port}/tab/`)
    expect(program.output).toContain('Three things to try')
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    expect(await program.kill('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(program.output).toContain('finishing what has begun')
  })

  test('a board from nothing begins with its business manager, who is told what comes first', async () => {
    const port = await freePort()
    const program = startProgram({
      DATA_DIR: path.join(folder, 'empty'),
      PORT: String(port),
      LOCAL_BOARD: 'empty',
    })
    onTestFinished(async () => {
      await program.kill('SIGKILL')
    })
    await program.said('Stop with Ctrl+C')
    expect(program.output).toContain('Act as Business Manager and open Set-up')
    const personas = await fetch(`http://127.0.0.1:${port}/api/local/people`)
    expect(await personas.json()).toMatchObject({
      people: [{ name: 'Business Manager' }, { id: 'newcomer' }],
    })
  })

  test('a port in use is said with what to do about it', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const program = startProgram({ DATA_DIR: path.join(folder, 'port'), PORT: String(port) })
    expect(await program.ended).toMatchObject({ code: 1 })
    expect(program.output).toContain(String(port))
    expect(program.output).toMatch(/PORT/)
    expect(program.output).not.toMatch(/^\s+at /m)
  })

  test('a store that is no store of ours is said, and left as it is', async () => {
    await writeFile(path.join(folder, 'learning-loop.sqlite'), 'not a database '.repeat(100))
    const program = startProgram({ DATA_DIR: folder, PORT: '0' })
    expect(await program.ended).toMatchObject({ code: 1 })
    expect(program.output).toContain('Learning Loop did not start')
    expect(program.output).not.toMatch(/^\s+at /m)
  })

  test.each([
    ['a file where the folder should be', 'a-file', 'Choose another place for the store'],
    ['a file on the way to it', 'a-file/data', 'Choose another place for the store'],
    ['a folder where the store is made', 'in-the-way', 'Move it away'],
  ])('%s is said in a sentence with what to do', async (_, name, says) => {
    await writeFile(path.join(folder, 'a-file'), 'no folder')
    await mkdir(path.join(folder, 'in-the-way/learning-loop.sqlite.making'), { recursive: true })
    const program = startProgram({ DATA_DIR: path.join(folder, name), PORT: '0' })
    expect(await program.ended).toMatchObject({ code: 1 })
    expect(program.output).toContain('Learning Loop did not start')
    expect(program.output).toContain(says)
    expect(program.output).not.toMatch(/^\s+at /m)
  })

  test('every wrong setting is said at once', async () => {
    const program = startProgram({ DATA_DIR: folder, PORT: 'many', HOST: '0.0.0.0' })
    expect(await program.ended).toMatchObject({ code: 1 })
    expect(program.output).toContain('PORT')
    expect(program.output).toContain('HOST')
  })

  test('production does not start without the settings it needs, nor as somebody else', async () => {
    const program = startProgram({ MODE: 'production', DATA_DIR: folder, PLAYGROUND: 'on' })
    expect(await program.ended).toMatchObject({ code: 1 })
    for (const setting of ['BOT_APP_ID', 'ALLOWED_TENANTS', 'PUBLIC_URL', 'PLAYGROUND'])
      expect(program.output).toContain(setting)
  })
})
