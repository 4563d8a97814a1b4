import { cardsPage } from '../cards/cards-page.ts'
import { architecturePage } from './architecture.ts'
import { configurationPage } from './configuration.ts'
import { obligationsPage } from './obligations.ts'
import { workflowPage } from './workflow.ts'

/** A page that is written from the code, from the root of the repository. */
export interface Page {
  readonly path: string
  content(): string
}

export const PAGES: readonly Page[] = [
  { path: 'ARCHITECTURE.md', content: architecturePage },
  { path: 'docs/cards.md', content: cardsPage },
  { path: 'docs/configuration.md', content: configurationPage },
  { path: 'docs/obligations.md', content: obligationsPage },
  { path: 'docs/workflow.md', content: workflowPage },
]
