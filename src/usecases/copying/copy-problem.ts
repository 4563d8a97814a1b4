/** Why a store was not copied. The message is for the person who copies it. */
export class CopyProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CopyProblem'
  }
}
