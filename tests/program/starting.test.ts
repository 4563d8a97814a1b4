import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { freePort, startProgram } from './program.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'learning-loop-start-'))
  return () => rm(folder, { recursive: true, force: true })
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
