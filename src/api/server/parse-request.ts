import type { z } from 'zod'
import { ApiProblem } from './api-problem.ts'

/**
 * What was sent, in the shape the contract asks for.
 * @throws ApiProblem `malformed`, which names each field that is wrong and repeats no value
 */
export function parseRequest<Shape extends z.ZodType>(
  shape: Shape,
  given: unknown,
): z.output<Shape> {
  const { success, data, error } = shape.safeParse(given)
  if (success) return data
  const missing = error.issues.map((issue) => ({
    // Names from the contract and places in its lists; a name the sender made up is not among them.
    need: issue.path.join('.') || 'request',
    say: sayIssue(issue.code),
  }))
  throw new ApiProblem(
    400,
    'malformed',
    'Some of what was sent is not as this address takes it. The fields are listed.',
    missing.slice(0, 20),
  )
}

function sayIssue(code: z.core.$ZodIssue['code']): string {
  switch (code) {
    case 'unrecognized_keys':
      return 'There is a field here that is not taken. Leave it out.'
    case 'too_big':
      return 'This is too long or too large.'
    case 'too_small':
      return 'This is too short or too small.'
    default:
      return 'This is missing, or not of the kind that is taken here.'
  }
}
