import { createContext } from 'react'

/** How often the person has gone to another place; 0 where they came in. */
export const VisitContext = createContext(0)
