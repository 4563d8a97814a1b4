/** Writes every generated page anew: `npm run docs`. A test fails while one is behind. */
import { writeFileSync } from 'node:fs'
import { PAGES } from './pages.ts'
import { reliabilityPageNow } from './reliability.ts'

// Made from what the tests showed last, so the same sources do not always make the same page. The
// run of the tests compares it.
const RELIABILITY = { path: 'docs/reliability.md', content: reliabilityPageNow }

for (const { path, content } of [...PAGES, RELIABILITY]) {
  writeFileSync(new URL(`../../${path}`, import.meta.url), content())
  console.log(path)
}
