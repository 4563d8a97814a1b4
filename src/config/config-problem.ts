/**
 * Settings the product cannot start with. Names every problem at once, each with its fix, no
 * values.
 */
export class ConfigProblem extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      ['These settings have to be put right first:', ...problems.map((say) => `- ${say}`)].join(
        '\n',
      ),
    )
    this.name = 'ConfigProblem'
    this.problems = problems
  }
}
