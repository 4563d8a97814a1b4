import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { HANDLERS } from '../../src/api/records/handlers.ts'
import { openApiDocument } from '../../src/api/server/openapi-document.ts'
import { STATUS } from '../../src/api/server/status.ts'
import { ALL_OPERATIONS } from '../../src/contract/all-operations.ts'
import type { Operation } from '../../src/contract/operations.ts'
import { DomainError } from '../../src/domain/words/errors.ts'
import { sayRefusal } from '../../src/usecases/say-refusal.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

test('every operation of the contract has a handler, and no handler is left over', () => {
  expect(Object.keys(HANDLERS).sort()).toEqual(Object.keys(ALL_OPERATIONS).sort())
})

test('every operation is routed: without signing in it answers 401, not 404', async () => {
  const api = await runningApi({ mode: 'production' })
  const operations: readonly Operation[] = Object.values(ALL_OPERATIONS)
  expect(operations.length).toBeGreaterThan(20)
  for (const { method, path, localOnly } of operations) {
    const answer = await api.ask(path.replace('{ref}', 'OBS-2026-0001'), { method })
    if (localOnly) expectRefused(answer, 404, 'not-found')
    else expectRefused(answer, 401, 'not-signed-in')
  }
})

test('no operation takes a field in its address that the contract does not name', async () => {
  const api = await runningApi()
  const operations: readonly Operation[] = Object.values(ALL_OPERATIONS)
  for (const { method, path } of operations.filter((operation) => operation.method === 'GET')) {
    const address = `${path.replace('{ref}', 'OBS-2026-0001')}?zebra=1&__proto__=2`
    const answer = await api.ask(address, { method, headers: { 'x-act-as': 'chair' } })
    expectRefused(answer, 400, 'malformed')
    expect(answer.text).not.toContain('zebra')
  }
})

test('every refusal has a status and a sentence that names no code', () => {
  const missing = [{ need: 'reason', say: 'Give a reason.' }]
  const said = [
    new DomainError('not-found', { what: 'observation' }),
    new DomainError('not-your-role', { action: 'decide', needs: ['triager', 'businessManager'] }),
    new DomainError('not-possible-now', { action: 'decide', stage: 'closed' }),
    new DomainError('not-possible-now', { action: 'raise', stage: 'none' }),
    new DomainError('incomplete', { missing }),
    new DomainError('conflict', { what: 'board' }),
    new DomainError('unavailable', { why: 'full' }),
  ].map((refusal) => sayRefusal(refusal as DomainError))
  for (const sentence of said) {
    expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(sentence).not.toMatch(/[a-z][A-Z]/)
  }
  expect(Object.values(STATUS).every((status) => status >= 400)).toBe(true)
})

describe.each(['local', 'production'] as const)('the OpenAPI document in %s mode', (mode) => {
  test('is valid OpenAPI 3.1 and lists exactly the operations that are answered', async () => {
    const api = await runningApi({ mode })
    const { body } = await api.ask('/api/openapi.json')
    const { valid, errors } = await new Validator().validate(structuredClone(body))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(body.openapi).toBe('3.1.0')
    const listed = Object.values<Record<string, { operationId: string }>>(body.paths)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId }) => operationId)
    const answered = Object.keys(ALL_OPERATIONS).filter(
      (name) => mode === 'local' || name !== 'personas',
    )
    expect(listed.sort()).toEqual(answered.sort())
  })

  test('has every part that it refers to, under the contract’s names', () => {
    const text = JSON.stringify(openApiDocument(mode))
    const { components } = JSON.parse(text)
    const referred = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(referred).toContain('ObservationDetail')
    for (const name of referred) expect(components.schemas).toHaveProperty(name ?? '')
    expect(text).not.toContain('$defs')
    expect(text).not.toContain('$schema')
  })

  test('says how to sign in', () => {
    const document = openApiDocument(mode)
    expect(document['security']).toEqual([mode === 'local' ? { actAs: [] } : { bearer: [] }])
    expect(JSON.stringify(document).includes('X-Act-As')).toBe(mode === 'local')
  })
})
