import type { Host } from './host.ts'

/** A browser outside Teams: no theme, no link and no sign-in of its own. */
export const browserHost: Host = {
  theme: null,
  place: null,
  onThemeChange: () => () => {},
  token: () => Promise.resolve(null),
}
