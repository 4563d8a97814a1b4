/** The names Teams gives its themes, as far as the tab tells them apart. */
export const THEME_NAMES = ['default', 'dark', 'contrast'] as const
export type ThemeName = (typeof THEME_NAMES)[number]

/** Teams' own names. `glass` counts as dark, an unknown one as the default. */
export const themeNameOf = (given: string): ThemeName => {
  if (given === 'glass') return 'dark'
  return THEME_NAMES.find((name) => name === given) ?? 'default'
}
