import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { tableOf, writtenBy } from './markdown.ts'
import obligations from './obligations-data.json' with { type: 'json' }

interface Obligation {
  readonly number: string
  /** The framework's own words; absent where it implies the obligation without saying it. */
  readonly words?: string
  readonly must: string
}

const root = path.join(import.meta.dirname, '..', '..')

/** A first argument that begins with one number or several. */
const TEST_NAME = /\(\s*(['"`])([SI]\d+(?:, [SI]\d+)*: [^\n]*?)\1,/g

/** Where a test is run on several cases, each puts its own words here. */
const CASE = /%[sdjo]|\$[a-z]\w*/g

interface NamedTest {
  readonly file: string
  readonly numbers: readonly string[]
  readonly name: string
}

/** Tests whose name begins with the numbers of obligations: `S12: …`, `S12, I5: …`. */
export const namedTestsIn = (file: string, text: string): readonly NamedTest[] =>
  [...text.matchAll(TEST_NAME)].map(([, , said = '']) => {
    const [numbers = '', ...name] = said.split(': ')
    const written = name.join(': ').replaceAll("\\'", "'").replaceAll(CASE, '…')
    return { file, numbers: numbers.split(', '), name: written }
  })

function testsByNumber(): ReadonlyMap<string, readonly NamedTest[]> {
  const files = globSync('tests/**/*.test.ts', { cwd: root }).map((file) =>
    file.replaceAll(path.sep, '/'),
  )
  const tests = files
    .toSorted()
    .flatMap((file) => namedTestsIn(file, readFileSync(path.join(root, file), 'utf8')))
  const numbers = new Set(tests.flatMap((one) => one.numbers))
  return new Map(
    [...numbers].map((number) => [number, tests.filter((one) => one.numbers.includes(number))]),
  )
}

const linked = (file: string) => `[${file.replace('tests/', '')}](../${file})`

function testsOf(number: string, tests: readonly NamedTest[]): string {
  const files = [...new Set(tests.map(({ file }) => file))]
  return [
    `### ${number}`,
    ...files.map((file) =>
      [
        `In ${linked(file)}:`,
        '',
        ...tests.filter((one) => one.file === file).map(({ name }) => `- ${name}`),
      ].join('\n'),
    ),
  ].join('\n\n')
}

/** What the framework obliges the product to do, and the tests that show where it is met. */
export function obligationsPage(): string {
  const tests = testsByNumber()
  const unknown = [...tests.keys()].filter((n) => !obligations.some(({ number }) => number === n))
  if (unknown.length > 0) throw new Error(`tests name obligations nobody knows: ${unknown}`)
  const rows = obligations.map(({ number, words, must }: Obligation) => {
    const count = tests.get(number)?.length ?? 0
    const shown = count === 1 ? '1 test' : `${count} tests`
    return [
      number,
      words === undefined ? 'implied' : `“${words}”`,
      must,
      count === 0 ? 'not yet' : `[${shown}](#${number.toLowerCase()})`,
    ]
  })
  const begun = obligations.filter(({ number }) => tests.has(number))
  return `${[
    '# What the framework obliges the product to do',
    writtenBy('scripts/docs/obligations.ts'),
    'A safeguarding board’s Learning and Improvement Framework, taken apart into 47 obligations (S) and seven that it implies (I). The last column leads to the tests that begin with the number. A test shows the part it names, no more: an obligation is met when a person in the right role can do all of it in the product, from end to end.',
    `${begun.length} of ${obligations.length} have begun.`,
    tableOf(['', 'the framework says', 'the product must', 'shown by'], rows),
    '## The tests',
    ...begun.map(({ number }) => testsOf(number, tests.get(number) ?? [])),
  ].join('\n\n')}\n`
}
