import type { z } from 'zod'
import { Problem } from '../../contract/common.ts'
import { ApiProblem } from './api-problem.ts'

/** A newer service may refuse with a code this page does not know. Its sentence counts. */
const AnyProblem = Problem.extend({ code: Problem.shape.code.catch('defect') })

const unreadable = (cause: unknown) =>
  new ApiProblem({
    code: 'unreadable',
    // An old page meets a new service, or something between them answered instead.
    detail:
      'The service gave an answer that this page cannot read. It may have been renewed: reload the page, or try later.',
    cause,
  })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unreadable(cause)
  }
}

/**
 * The body of an answer in the shape the contract promises.
 * @throws ApiProblem for a refusal, and for an answer of another shape
 */
export function readAnswer<Content>(
  { ok, text }: { readonly ok: boolean; readonly text: string },
  shape: z.ZodType<Content>,
): Content {
  const body = parsed(text)
  if (!ok) {
    const problem = AnyProblem.safeParse(body)
    throw problem.success ? new ApiProblem(problem.data) : unreadable(problem.error)
  }
  const read = shape.safeParse(body)
  if (!read.success) throw unreadable(read.error)
  return read.data
}
