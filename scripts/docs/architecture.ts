import { readFileSync } from 'node:fs'
import { folderTable } from './folder-table.ts'
import { saidTable } from './where-said.ts'

const page = new URL('../../ARCHITECTURE.md', import.meta.url)

const TABLES = { 'folder table': folderTable, 'where it is said': saidTable }

/** The architecture page as it is, with its tables written anew. */
export function architecturePage(): string {
  let text = readFileSync(page, 'utf8')
  for (const [name, table] of Object.entries(TABLES)) {
    const place = new RegExp(`(<!-- ${name}: begin [^\\n]*-->\\n)[\\s\\S]*?(<!-- ${name}: end -->)`)
    if (!place.test(text)) throw new Error(`ARCHITECTURE.md has lost the place of its ${name}`)
    text = text.replace(place, (_, begin: string, end: string) =>
      [begin, table(), '', end].join('\n'),
    )
  }
  return text
}
