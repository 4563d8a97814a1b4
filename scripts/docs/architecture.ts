import { readFileSync } from 'node:fs'
import { folderTable } from './folder-table.ts'

const page = new URL('../../ARCHITECTURE.md', import.meta.url)
const TABLE = /(<!-- folder table: begin [^\n]*-->\n)[\s\S]*?(<!-- folder table: end -->)/

/** The architecture page as it is, with the folder table as it should be. */
export function architecturePage(): string {
  const written = readFileSync(page, 'utf8')
  if (!TABLE.test(written)) throw new Error('ARCHITECTURE.md has lost the place of its table')
  return written.replace(TABLE, (_, begin: string, end: string) =>
    [begin, folderTable(), '', end].join('\n'),
  )
}
