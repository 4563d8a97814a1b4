/**
 * The code to send for a choice. Where nothing is chosen yet, that is a code no list holds: the
 * service answers it with a sentence for the field, together with all else that is missing. An
 * empty one would be a malformed request, about which it says nothing a person can use.
 */
export const chosen = (code: string): string => (code === '' ? 'notChosen' : code)
