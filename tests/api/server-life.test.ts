import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { ApiOptions } from '../../src/api/server/create-api.ts'
import { createApi } from '../../src/api/server/create-api.ts'
import { listenProblem } from '../../src/api/server/listen-problem.ts'
import { seniorNurse } from './support/a-small-board.ts'
import { CONFIG, runningApi } from './support/running-api.ts'

const apiOn = (config: Partial<ApiOptions['config']>, deps: ApiOptions['deps']) =>
  createApi({
    config: { ...CONFIG.local, ...config } as ApiOptions['config'], // of the same mode
    deps,
    stores: { check: async () => {} },
    bot: { handle: async () => {} },
    nudge: () => {},
    log: () => {},
    tabFolder: '/nowhere',
  })

describe('starting', () => {
  test('takes any free port when asked to, and says which', async () => {
    const { url } = await runningApi()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/)
  })

  test('on a port in use says what to do', async () => {
    const { url, deps } = await runningApi()
    const port = Number(new URL(url).port)
    await expect(apiOn({ port }, deps).start()).rejects.toMatchObject({
      name: 'ListenProblem',
      message: `Another program is already using port ${port}. Stop it, or set \`PORT\` to another one; \`PORT=0\` takes any that is free.`,
    })
  })

  test('on an address of another machine says what to do', async () => {
    const { deps } = await runningApi()
    await expect(apiOn({ host: '192.0.2.1' }, deps).start()).rejects.toThrow(
      /Set it to 127\.0\.0\.1/,
    )
  })

  test.each(['EACCES', 'ENOTFOUND', 'SOMETHING'])('refused with %s names a setting', (code) => {
    const { message } = listenProblem(Object.assign(new Error('x'), { code }), 80)
    expect(message).toMatch(/`(PORT|HOST)`/)
  })
})

describe('stopping', () => {
  test('finishes what is under way, takes nothing new, and lets go of idle connections', async () => {
    let goOn = () => {}
    const begun = Promise.withResolvers<void>()
    const api = await runningApi({
      bot: {
        handle: async (_req, res) => {
          begun.resolve()
          await new Promise<void>((resolve) => {
            goOn = resolve
          })
          res.send(200, { done: true })
        },
      },
    })
    await api.get(seniorNurse, '/api/me') // leaves a connection that is idle
    const underWay = api.post(null, '/api/messages', { type: 'message' })
    await begun.promise
    const stopped = api.stop()
    const refused = await new Promise((resolve) => {
      connect(Number(new URL(api.url).port), '127.0.0.1')
        .on('connect', () => resolve(undefined))
        .on('error', resolve)
    })
    expect(refused).toMatchObject({ code: 'ECONNREFUSED' })
    goOn()
    expect((await underWay).body).toEqual({ done: true })
    await stopped
  })

  test('before it has started is over at once', async () => {
    const { deps } = await runningApi()
    await expect(apiOn({}, deps).stop()).resolves.toBeUndefined()
  })
})
