const KEY = 'learning-loop.act-as'

/** The person a browser acts as in local mode, while its window is open. */
export const actAs = {
  remembered: (): string | null => {
    try {
      return window.sessionStorage.getItem(KEY)
    } catch {
      // A frame may refuse storage. Then the person chooses each time.
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
