import { expect, test } from 'vitest'
import { ALL_OPERATIONS } from '../../src/contract/all-operations.ts'
import type { Operation } from '../../src/contract/operations.ts'
import { businessManager, healthVisitor, seniorNurse } from './support/a-small-board.ts'
import { raised } from './support/requests.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

// One of these names ended the program once, when a table was asked for it.

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']

/** Every address that is read, with such a name in each of its parts in turn. */
const addresses = (ref: string, name: string): readonly string[] =>
  Object.values<Operation>(ALL_OPERATIONS)
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path, query }) => {
      const parts = Object.keys(query?.shape ?? {})
      const inQuery = parts.map((part) => `${path.replace('{ref}', ref)}?${part}=${name}`)
      return path.includes('{ref}') ? [path.replace('{ref}', name), ...inQuery] : inQuery
    })

test('the form of an action that has such a name is not found', async () => {
  const api = await runningApi()
  for (const name of NAMES)
    for (const who of [healthVisitor, businessManager])
      expectRefused(await api.get(who, `/api/board/form?action=${name}`), 404, 'not-found')
})

test.each(NAMES)('“%s” in any part of any address or change is answered', async (name) => {
  const api = await runningApi()
  const ref = await raised(api)
  const asked = addresses(ref, name)
  expect(asked.length).toBeGreaterThan(20)
  for (const address of asked) {
    const { status } = await api.get(businessManager, address)
    expect([address, status < 500]).toEqual([address, true])
  }
  for (const [kind, operation] of Object.entries<Operation>(ALL_OPERATIONS)) {
    if (operation.method !== 'POST' || !operation.body) continue
    const content = Object.fromEntries(
      Object.keys(operation.body.shape).map((part) => [part, name]),
    )
    const path = operation.path.replace('{ref}', ref)
    const sent = { ...content, version: 1, submission: `${kind}-${name}` }
    const { status } = await api.post(seniorNurse, path, sent)
    expect([path, status < 500]).toEqual([path, true])
  }
})
