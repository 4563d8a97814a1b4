/** Writes every generated page anew: `npm run docs`. A test fails while one is behind. */
import { writeFileSync } from 'node:fs'
import { PAGES } from './pages.ts'
import { reliabilityPageNow } from './reliability.ts'

// Made of what the tests showed last, so it is not the same from the same sources alone: the run of
// the tests itself compares it.
const RELIABILITY = { path: 'docs/reliability.md', content: reliabilityPageNow }

for (const { path, content } of [...PAGES, RELIABILITY]) {
  writeFileSync(new URL(`../../${path}`, import.meta.url), content())
  console.log(path)
}
