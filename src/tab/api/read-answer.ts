import type { z } from 'zod'
import { Problem } from '../../contract/common.ts'
import { ApiProblem } from './api-problem.ts'

const unreadable = (cause: unknown) =>
  new ApiProblem({
    code: 'defect',
    detail: 'The service gave an answer that this page cannot read. Reload the page, or try later.',
    cause,
  })

/**
 * The body of an answer in the shape the contract promises.
 * @throws ApiProblem for a refusal, and for an answer that is not what was promised
 */
export async function readAnswer<Content>(
  answer: Response,
  shape: z.ZodType<Content>,
): Promise<Content> {
  const body: unknown = await answer.json().catch((cause: unknown) => {
    throw unreadable(cause)
  })
  if (!answer.ok) {
    const problem = Problem.safeParse(body)
    throw problem.success ? new ApiProblem(problem.data) : unreadable(problem.error)
  }
  const read = shape.safeParse(body)
  if (!read.success) throw unreadable(read.error)
  return read.data
}
