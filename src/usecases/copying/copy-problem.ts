/** Why a store was not copied: the message is for whoever copies it. */
export class CopyProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CopyProblem'
  }
}
