/** Writes every generated page anew: `npm run docs`. A test fails while one is behind. */
import { writeFileSync } from 'node:fs'
import { PAGES } from './pages.ts'

for (const { path, content } of PAGES) {
  writeFileSync(new URL(`../../${path}`, import.meta.url), content())
  console.log(path)
}
