import { existsSync, readFileSync } from 'node:fs'
import { tableOf, writtenBy } from './markdown.ts'

/** What one test showed: see `tests/faults/reliability.ts`. */
export interface ShownRow {
  readonly fault: string
  readonly seen: string
  readonly kept: string
  readonly store: string
  readonly file: string
}

/** The parts of the page, by the folder of the tests that show them. */
const PARTS: readonly (readonly [begins: string, heading: string])[] = [
  ['tests/faults/store-', 'The store goes away'],
  ['tests/instances/', 'Several instances'],
  ['tests/faults/connector-', 'Teams does not take a message'],
  ['tests/faults/clock-', 'Clocks'],
  ['tests/properties/', 'Anything, in any order'],
]

/** What the tests that passed have shown, as the page says it. */
export function reliabilityPage(rows: readonly ShownRow[]): string {
  const strays = rows.filter(({ file }) => !PARTS.some(([begins]) => file.startsWith(begins)))
  if (strays[0]) throw new Error(`no part of the page is for ${strays[0].file}`)
  const parts = PARTS.flatMap(([begins, heading]) => {
    const lines = new Set(
      rows
        .filter(({ file }) => file.startsWith(begins))
        .map(({ fault, seen, kept, store }) => JSON.stringify([fault, seen, kept, store])),
    )
    const cells = [...lines].map((line): readonly string[] => JSON.parse(line))
    return cells.length === 0
      ? []
      : [
          `## ${heading}\n\n${tableOf(['what goes wrong', 'what people see', 'what is kept', 'tried on'], cells)}\n`,
        ]
  })
  return [HEAD, ...parts].join('\n')
}

const HEAD = `${writtenBy('scripts/docs/reliability.ts')}

# Reliability

What happens when something goes wrong. Each line was shown by a test that passed, and is what that
test wrote down: \`npm test\` fails while this page says anything else. "MongoDB" is a server that
speaks its protocol; every run says which, by name and version. Teams and its connector are a stand-in
that answers over HTTP as they are documented to; nothing here has met the real ones.
`

const OUTPUT = new URL('../../tests/.output/reliability.json', import.meta.url)
const PAGE = new URL('../../docs/reliability.md', import.meta.url)

/** The page from the last run of the tests. Unchanged where no run has left anything. */
export const reliabilityPageNow = (): string =>
  existsSync(OUTPUT)
    ? reliabilityPage(JSON.parse(readFileSync(OUTPUT, 'utf8')))
    : readFileSync(PAGE, 'utf8')
