import type { z } from 'zod'
import { ApiProblem } from './api-problem.ts'
import { readAnswer } from './read-answer.ts'

const PATIENCE_MS = 30_000

const SAYS = {
  offline: 'We cannot reach the service. Check your connection, then try again.',
  late: 'The service did not answer in time. Try again in a minute.',
} as const

/** Ends with the signal, even if the work, such as a sign-in, knows nothing of it. */
const orStopped = <Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  Promise.race([
    result,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    }),
  ])

/**
 * Asks the service, and reads the answer in the shape it was promised.
 * @param init makes the request; counts towards the time limit
 * @throws ApiProblem for every failure
 */
export async function fetchAnswer<Content>(
  address: string,
  shape: z.ZodType<Content>,
  init: () => Promise<RequestInit>,
  signal?: AbortSignal,
): Promise<Content> {
  const stop = new AbortController()
  let code: keyof typeof SAYS = 'offline'
  const patience = setTimeout(() => {
    code = 'late'
    stop.abort()
  }, PATIENCE_MS)
  signal?.addEventListener('abort', () => stop.abort(), { once: true })
  try {
    const request = await orStopped(init(), stop.signal)
    const answer = await fetch(address, { ...request, signal: stop.signal })
    return readAnswer({ ok: answer.ok, text: await answer.text() }, shape)
  } catch (cause) {
    throw cause instanceof ApiProblem ? cause : new ApiProblem({ code, detail: SAYS[code], cause })
  } finally {
    clearTimeout(patience)
  }
}
