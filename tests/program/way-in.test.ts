import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeDemoStore } from '../../src/demo/demo-store.ts'
import { storePath } from '../../src/start/open-stores.ts'
import { freePort, startProgram } from './program.ts'

// `scripts/start.mjs`, which is what `npm start` runs: the way in, with the Playground.

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'learning-loop-way-in-'))
  return () => rm(folder, { recursive: true, force: true })
})

test('a newcomer gets a chat, a tab that is built, and an API, all on this machine', async () => {
  const [port, chatPort] = [await freePort(), await freePort()]
  const settings = { DATA_DIR: path.join(folder, 'all'), PORT: `${port}`, PLAYGROUND: 'on' }
  const program = startProgram({ ...settings, PLAYGROUND_PORT: `${chatPort}` }, [
    'scripts/start.mjs',
  ])
  onTestFinished(async () => {
    await program.kill('SIGTERM')
  })
  await program.said('Stop with Ctrl+C')
  const statusOf = async (url: string) => (await fetch(url)).status
  expect(program.output).toContain(`http://127.0.0.1:${chatPort}`)
  expect(await statusOf(`http://127.0.0.1:${chatPort}/`)).toBe(200)
  expect(await statusOf(`http://127.0.0.1:${port}/tab/`)).toBe(200)
  expect(await statusOf(`http://127.0.0.1:${port}/api/openapi.json`)).toBe(200)
  // The Playground itself would listen everywhere, in front of a bot that checks nobody.
  await expect(fetch(`http://[::1]:${chatPort}/`)).rejects.toThrow()
}, 90_000)

test('a program that was killed starts again at once with its chat', async () => {
  const [port, chatPort] = [await freePort(), await freePort()]
  const dataDir = path.join(folder, 'again')
  await makeDemoStore(storePath({ dataDir }), 1)
  const settings = {
    DATA_DIR: dataDir,
    PORT: `${port}`,
    PLAYGROUND: 'on',
    PLAYGROUND_PORT: `${chatPort}`,
  }
  const first = startProgram(settings)
  await first.said('Stop with Ctrl+C')
  await first.kill('SIGKILL')
  const second = startProgram(settings)
  onTestFinished(async () => {
    await second.kill('SIGTERM')
  })
  await second.said('Stop with Ctrl+C')
  expect((await fetch(`http://127.0.0.1:${chatPort}/`)).status).toBe(200)
}, 90_000)

test('a port of the Playground that is in use is said with what to do about it', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  onTestFinished(() => void other.close())
  const taken = `${(other.address() as { port: number }).port}`
  const settings = { DATA_DIR: path.join(folder, 'taken'), PORT: '0', PLAYGROUND: 'on' }
  const program = startProgram({ ...settings, PLAYGROUND_PORT: taken })
  expect(await program.ended).toMatchObject({ code: 1 })
  expect(program.output).toContain(`Port ${taken} is in use`)
  expect(program.output).toContain('PLAYGROUND=off')
})

test('an old Node is told what it takes, before anything it cannot read', async () => {
  const older = "Object.defineProperty(process, 'versions', { value: { node: '20.11.0' } })"
  const pretend = `data:text/javascript,${encodeURIComponent(older)}`
  const program = startProgram({ DATA_DIR: folder }, ['--import', pretend, 'scripts/start.mjs'])
  expect(await program.ended).toMatchObject({ code: 1 })
  expect(program.output).toContain('It needs Node 24 and this is 20.11.0')
})
