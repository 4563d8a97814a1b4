import type { z } from 'zod'
import { RecordDetail, RecordPage } from '../../contract/any-record.ts'
import type { Operation } from '../../contract/operations.ts'
import { OPERATIONS } from '../../contract/operations.ts'
import type { DescribedName, RecordName } from '../../contract/records.ts'
import { RECORD_ROUTES } from '../../contract/records.ts'
import type { ApiClient } from './client-types.ts'
import { fetchAnswer } from './fetch-answer.ts'

type Asked = Readonly<Record<string, unknown>>

const IN_PATH = /\{(\w+)\}/g

/** Puts each value where it belongs: into the path, and the rest into the search or the body. */
function requestOf({ method, path }: Pick<Operation, 'method' | 'path'>, asked: Asked) {
  const address = path.replace(IN_PATH, (_, name: string) =>
    encodeURIComponent(String(asked[name])),
  )
  const inPath = new Set([...path.matchAll(IN_PATH)].map(([, name]) => name))
  const rest = Object.entries(asked).filter(([name]) => !inPath.has(name))
  if (method === 'POST') return { address, body: JSON.stringify(Object.fromEntries(rest)) }
  const search = new URLSearchParams()
  for (const [name, value] of rest)
    for (const item of [value ?? []].flat()) search.append(name, String(item))
  // The oldest browsers cannot count search parameters.
  const asks = search.toString()
  return { address: asks === '' ? address : `${address}?${asks}`, body: null }
}

/**
 * The API as the contract says it.
 * @param signedIn gives headers that prove who is asking, new ones for each call
 */
export function createApiClient(signedIn: () => Promise<Headers>): ApiClient {
  const call = <Content>(
    operation: Pick<Operation, 'method' | 'path'> & { readonly response: z.ZodType<Content> },
    asked: Asked,
    signal?: AbortSignal,
  ): Promise<Content> => {
    const { address, body } = requestOf(operation, asked)
    const init = async (): Promise<RequestInit> => {
      const headers = await signedIn()
      headers.set('accept', 'application/json')
      if (body !== null) headers.set('content-type', 'application/json')
      return { method: operation.method, headers, body }
    }
    return fetchAnswer(address, operation.response, init, signal)
  }

  const asking = Object.entries(OPERATIONS).map(([name, operation]) => [
    name,
    (asked: Asked, signal?: AbortSignal) => call<unknown>(operation, asked, signal),
  ])
  const change = (record: RecordName, action: string, from: object, content: object) => {
    const { path, response } = RECORD_ROUTES[record]
    const operation = { method: 'POST', path: `${path}/${action}`, response } as const
    return call<unknown>(operation, { ...from, ...content })
  }
  return {
    // One function for each operation. `call` returns only what the operation promises.
    ...Object.fromEntries(asking),
    listRecords: (
      kind: DescribedName,
      asked: Readonly<Record<string, string>>,
      signal?: AbortSignal,
    ) => {
      const path = RECORD_ROUTES[kind].path.replace('/{ref}', '')
      return call({ method: 'GET', path, response: RecordPage }, asked, signal)
    },
    getRecord: (kind: DescribedName, ref: string, signal?: AbortSignal) =>
      call(
        { method: 'GET', path: RECORD_ROUTES[kind].path, response: RecordDetail },
        { ref },
        signal,
      ),
    take: change,
    takeOffered: (
      record: RecordName,
      { action }: { action: string },
      from: object,
      content: object,
    ) => change(record, action, from, content),
    makeOffered: (
      record: RecordName,
      { action }: { action: string },
      submission: string,
      content: object,
    ) => {
      const { path, response } = RECORD_ROUTES[record]
      const operation = { method: 'POST', path: path.replace('{ref}', action), response } as const
      return call<unknown>(operation, { submission, ...content })
    },
  } as ApiClient
}
