import type { Host } from './host.ts'

/** A browser outside Teams. It has no theme, link or sign-in of its own. */
export const browserHost: Host = {
  theme: null,
  place: null,
  onThemeChange: () => () => {},
  token: () => Promise.resolve(null),
}
