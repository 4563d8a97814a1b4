import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startProgram } from './program.ts'

test('a program killed during its first start has a whole demo board at the next one', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'learning-loop-first-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const first = startProgram({ DATA_DIR: dataDir, PORT: '0' })
  await first.said('First start')
  await first.kill('SIGKILL')
  expect(existsSync(path.join(dataDir, 'learning-loop.sqlite'))).toBe(false)

  const second = startProgram({ DATA_DIR: dataDir, PORT: '0' })
  onTestFinished(async () => {
    await second.kill('SIGKILL')
  })
  await second.said('Stop with Ctrl+C')
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(second.output)?.[0]
  const home = await fetch(`${url}/api/home`, { headers: { 'X-Act-As': 'seniorNurse' } })
  expect(await home.json()).toMatchObject({ waiting: { total: expect.any(Number) } })
  const people = await (await fetch(`${url}/api/local/people`)).json()
  expect(people).toMatchObject({ people: expect.arrayContaining([expect.anything()]) })
  expect(readdirSync(dataDir).filter((name) => name.includes('making'))).toEqual([])
})
