import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { storeConfig } from '../config/config.ts'
import { openStores } from '../start/open-stores.ts'
import { applyBoardFile } from './board-file.ts'

// `npm run board -- --file board.json`: enters agencies, people and roles from a file, as the board's
// business manager, through the same commands as everywhere. See docs/operating.md for the form.

async function main() {
  const { values } = parseArgs({ options: { file: { type: 'string' } } })
  if (!values.file) throw new Error('Say which file: npm run board -- --file board.json')
  const changes: unknown = JSON.parse(readFileSync(values.file, 'utf8'))
  const clock = { now: () => new Date().toISOString() }
  const stores = await openStores(storeConfig(), clock)
  try {
    const deps = { ...stores, clock, newId: () => crypto.randomUUID() }
    const { made, refused } = await applyBoardFile(deps, changes, (line) => console.log(line))
    console.log(`${made} changes made, ${refused} refused.`)
    if (refused > 0) process.exitCode = 1
  } finally {
    await stores.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
