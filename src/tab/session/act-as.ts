const KEY = 'learning-loop.act-as'

/** Whom the browser acts as in local mode, for as long as its window is open. */
export const actAs = {
  remembered: (): string | null => {
    try {
      return window.sessionStorage.getItem(KEY)
    } catch {
      // A frame may refuse storage; then the person chooses anew each time.
      return null
    }
  },
  remember: (person: string): void => {
    try {
      window.sessionStorage.setItem(KEY, person)
    } catch {
      // As above.
    }
  },
}
