import type { Problem } from '../../src/contract/common.ts'

/** A refusal, as the service says it. */
export const aProblem = (
  code: Problem['code'],
  status: number,
  overrides: Partial<Problem> = {},
): Problem => ({
  type: `urn:learning-loop:${code}`,
  title: code,
  status,
  detail: 'This cannot be done as it stands.',
  code,
  ...overrides,
})
