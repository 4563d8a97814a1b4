import { useSyncExternalStore } from 'react'

// From this width on, a list and what it opens stand side by side.
const WIDE = '(min-width: 1000px)'

function onChange(listener: () => void): () => void {
  const list = window.matchMedia(WIDE)
  list.addEventListener('change', listener)
  return () => list.removeEventListener('change', listener)
}

export const useWide = (): boolean =>
  useSyncExternalStore(onChange, () => window.matchMedia(WIDE).matches)
