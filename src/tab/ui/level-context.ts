import { createContext } from 'react'

export type HeadingLevel = 1 | 2 | 3 | 4

/** The level of the next heading. The same part may have its own page or stand beside a list. */
export const LevelContext = createContext<HeadingLevel>(1)

const DEEPER = { 1: 2, 2: 3, 3: 4, 4: 4 } as const satisfies Record<HeadingLevel, HeadingLevel>

export const oneDeeper = (level: HeadingLevel): HeadingLevel => DEEPER[level]
