import type { ThemeName } from '../theme/theme-name.ts'

/** What the tab runs in: Teams, or a browser of its own. */
export interface Host {
  /** `null` outside Teams, where the system's theme counts. */
  readonly theme: ThemeName | null
  /** Where a deep link leads, such as `triage/OBS-2026-0042`. */
  readonly place: string | null
  /** Calls back on each change. Returns a function that ends it. */
  onThemeChange(listener: (theme: ThemeName) => void): () => void
  /** The signed-in person's token; `null` where there is none. */
  token(): Promise<string | null>
}
