import type { z } from 'zod'
import type { TrailQuery } from '../../contract/audit.ts'
import { ObservationDetail, type ObservationQuery } from '../../contract/observations.ts'
import type { Operation } from '../../contract/operations.ts'
import { OPERATIONS } from '../../contract/operations.ts'
import { ApiProblem } from './api-problem.ts'
import { readAnswer } from './read-answer.ts'

type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>

interface Request {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Query
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

const PATIENCE_MS = 30_000

const pathOf = (path: string, params: Readonly<Record<string, string>>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

function searchOf(query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const item of [value ?? []].flat()) search.append(name, String(item))
  return search.size > 0 ? `?${search}` : ''
}

/**
 * One function for each operation that the tab uses.
 * @param signedIn gives the headers that prove who is asking, anew for each call
 */
export function createApiClient(signedIn: () => Promise<Headers>) {
  const ask = async ({ method, path }: Operation, request: Request): Promise<Response> => {
    const { params = {}, query = {}, body, signal } = request
    const headers = await signedIn()
    headers.set('accept', 'application/json')
    if (body !== undefined) headers.set('content-type', 'application/json')
    const patience = AbortSignal.timeout(PATIENCE_MS)
    try {
      return await fetch(pathOf(path, params) + searchOf(query), {
        method,
        headers,
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch (cause) {
      throw new ApiProblem({
        code: 'offline',
        detail: 'We cannot reach the service. Check your connection, then try again.',
        cause,
      })
    }
  }
  const call = async <Content>(
    operation: Operation & { readonly response: z.ZodType<Content> },
    request: Request = {},
  ): Promise<Content> => readAnswer(await ask(operation, request), operation.response)

  return {
    me: (signal?: AbortSignal) => call(OPERATIONS.me, { signal }),
    introduceMyself: (body: { agency: string; submission: string }) =>
      call(OPERATIONS.introduceMyself, { body }),
    personas: (signal?: AbortSignal) => call(OPERATIONS.personas, { signal }),
    home: (signal?: AbortSignal) => call(OPERATIONS.home, { signal }),
    listObservations: (query: Partial<ObservationQuery>, signal?: AbortSignal) =>
      call(OPERATIONS.listObservations, { query, signal }),
    getObservation: (ref: string, signal?: AbortSignal) =>
      call(OPERATIONS.getObservation, { params: { ref }, signal }),
    figures: (query: { from: string; to: string }, signal?: AbortSignal) =>
      call(OPERATIONS.figures, { query, signal }),
    board: (signal?: AbortSignal) => call(OPERATIONS.getBoard, { signal }),
    listTrail: (query: Partial<TrailQuery>, signal?: AbortSignal) =>
      call(OPERATIONS.listTrail, { query, signal }),
    checkChain: (record: string, signal?: AbortSignal) =>
      call(OPERATIONS.checkChain, { query: { record }, signal }),
    listNotDelivered: (signal?: AbortSignal) => call(OPERATIONS.listNotDelivered, { signal }),
    changeObservation: (
      action: string,
      ref: string,
      base: { readonly version: number; readonly submission: string },
      content: object,
    ) =>
      call(
        {
          method: 'POST',
          path: '/api/observations/{ref}/{action}',
          summary: '',
          status: 200,
          response: ObservationDetail,
        },
        { params: { ref, action }, body: { ...base, ...content } },
      ),
  }
}

export type ApiClient = ReturnType<typeof createApiClient>
