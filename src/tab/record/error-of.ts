import type { ApiProblem } from '../api/api-problem.ts'

/** The props with which a field shows what is missing in it. */
export function errorOf(problem: ApiProblem | null, ...needs: readonly string[]) {
  const says = problem?.missing.filter(({ need }) => needs.includes(need)).map(({ say }) => say)
  return says && says.length > 0
    ? ({ validationState: 'error', validationMessage: says.join(' ') } as const)
    : {}
}
