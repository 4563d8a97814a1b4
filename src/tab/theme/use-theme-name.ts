import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Host } from '../host/host.ts'
import type { ThemeName } from './theme-name.ts'
import { themeNameOf } from './theme-name.ts'

const CONTRAST = ['(forced-colors: active)', '(prefers-contrast: more)']
const DARK = '(prefers-color-scheme: dark)'

const matches = (query: string) => window.matchMedia(query).matches

function systemTheme(): ThemeName {
  if (CONTRAST.some(matches)) return 'contrast'
  return matches(DARK) ? 'dark' : 'default'
}

function onSystemChange(listener: () => void): () => void {
  const lists = [...CONTRAST, DARK].map((query) => window.matchMedia(query))
  for (const list of lists) list.addEventListener('change', listener)
  return () => {
    for (const list of lists) list.removeEventListener('change', listener)
  }
}

/** `?theme=` wins, then what Teams says, then what the system prefers. */
export function useThemeName(host: Host | null): ThemeName {
  const system = useSyncExternalStore(onSystemChange, systemTheme)
  const [changed, setChanged] = useState<ThemeName | null>(null)
  useEffect(() => host?.onThemeChange(setChanged), [host])
  const asked = new URLSearchParams(window.location.search).get('theme')
  return asked === null ? (changed ?? host?.theme ?? system) : themeNameOf(asked)
}
