/** What can stand in the way of opening, copying or replacing a store. */
export type StoreProblemReason =
  | 'newer'
  | 'foreign'
  | 'version'
  | 'damaged'
  | 'readOnly'
  | 'folder'
  | 'full'
  | 'disk'
  | 'inUse'
  | 'missing'
  | 'taken'
  | 'copying'
  | 'notWhole'

/**
 * A store that cannot be opened, copied or replaced. The message is for the person who runs the
 * program: what is wrong, what was left unchanged, and what to do.
 */
export class StoreProblem extends Error {
  readonly reason: StoreProblemReason

  constructor(reason: StoreProblemReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreProblem'
    this.reason = reason
  }
}
