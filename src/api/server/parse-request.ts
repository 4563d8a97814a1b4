import type { z } from 'zod'
import { ApiProblem } from './api-problem.ts'

/**
 * Reads what was sent, in the shape the contract asks for.
 * @throws ApiProblem `malformed`, which names each wrong field and repeats no value
 */
export function parseRequest<Shape extends z.ZodType>(
  shape: Shape,
  given: unknown,
): z.output<Shape> {
  // A field with a message of its own says it. For all others there is a sentence below.
  const { success, data, error } = shape.safeParse(given, { error: ({ code }) => sayIssue(code) })
  if (success) return data
  const missing = error.issues.map((issue) => ({
    // Names from the contract and places in its lists. Names made up by the sender do not get here.
    need: issue.path.join('.') || 'request',
    say: issue.message,
  }))
  throw new ApiProblem(
    400,
    'malformed',
    'Some of this cannot be taken as it is. What to do about it is listed.',
    missing.slice(0, 20),
  )
}

function sayIssue(code: z.core.$ZodRawIssue['code']): string {
  switch (code) {
    case 'unrecognized_keys':
      return 'There is something here that is not asked for. Leave it out.'
    case 'too_big':
      return 'This is too long or too large.'
    case 'too_small':
      return 'This is too short or too small.'
    default:
      return 'This is missing, or is something else than what is asked for here.'
  }
}
