/**
 * Sends `notChosen` when nothing is chosen: the service answers with a sentence for the field. An
 * empty code would be a malformed request without one.
 */
export const chosen = (code: string): string => (code === '' ? 'notChosen' : code)
