import { traceOf } from '../src/api/log-defect.ts'
import { isRefusal } from '../src/domain/shared/errors.ts'

/** Errors whose message is written for whoever runs a command. By name: MongoDB's would be loaded. */
const FOR_PEOPLE = ['ConfigProblem', 'StoreProblem', 'MongoProblem', 'CopyProblem', 'HeadsProblem']

/** What to say about what stopped a command. Never what nobody foresaw: it may quote what people wrote. */
export function sayProblem(error: unknown): string {
  if (error instanceof Error && FOR_PEOPLE.includes(error.name)) return error.message
  if (isRefusal(error, 'unavailable')) return error.details.say
  const { cause = 'something that is no error', at = [] } = traceOf(error)
  return [`This is a defect of the program: ${cause}.`, ...at].join('\n  ')
}
