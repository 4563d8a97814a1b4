import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { namedTestsIn } from '../scripts/docs/obligations.ts'
import { PAGES } from '../scripts/docs/pages.ts'
import { SAID } from '../scripts/docs/where-said.ts'

const root = path.join(import.meta.dirname, '..')
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8')

describe('generated pages', () => {
  test.each(PAGES)('$path is current: `npm run docs` would change nothing', ({ path, content }) => {
    expect(textOf(path)).toBe(content())
  })

  test('a test that begins with numbers is found under each of them', () => {
    const text = `test('S12, I5: it’s so', () => {})\ntest.each([1])(\n  "S8: with %s",\n  () => {})`
    expect(namedTestsIn('a.test.ts', text)).toEqual([
      { file: 'a.test.ts', numbers: ['S12', 'I5'], name: 'it’s so' },
      { file: 'a.test.ts', numbers: ['S8'], name: 'with …' },
    ])
  })
})

const pages = globSync('**/*.md', {
  cwd: root,
  exclude: (name) => ['node_modules', 'dist', 'data', '.git'].includes(name),
})

/** Code is shown, not followed. */
const withoutCode = (text: string) => text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')

const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (file: string) =>
  [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

function brokenLinksOf(page: string): readonly string[] {
  const links = [...withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)]
  return links
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? page : path.join(path.dirname(page), file)
      if (!existsSync(path.join(root, target))) return true
      return anchor !== undefined && !anchorsOf(target).includes(anchor)
    })
}

describe('links', () => {
  test('the pages were found', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', path.join('docs', 'adr', 'README.md')]),
    )
  })

  test.each(pages)('every relative link in %s leads somewhere', (page) => {
    expect(brokenLinksOf(page)).toEqual([])
  })
})

/** Paths that a page names, also without a link; `{a, b}` stands for several. */
const NAMED =
  /(?<![\w./-])(?:src|tests|scripts|env|docs|bench|appPackage)\/(?:[\w.<>*/-]|\{[^}\n]*\})*/g

const pathsIn = (text: string) =>
  [...text.matchAll(NAMED)].map(([path]) => path.replace(/[.]$/, '').replaceAll(', ', ','))

// Of `<name>.template.json` any one will do: the page is about making another.
const isThere = (named: string) =>
  globSync(named.replace(/<\w+>/g, '*').replace(/\/$/, ''), { cwd: root }).length > 0

describe('paths', () => {
  const written = pages.filter((page) => /^(?:docs\/)?[^/]+\.md$/.test(page.replaceAll('\\', '/')))

  test.each(written)('every path that %s names is there', (page) => {
    expect(pathsIn(textOf(page)).filter((named) => !isThere(named))).toEqual([])
  })

  test('one that is gone is noticed, and one with several names looked for as such', () => {
    expect(written).toEqual(expect.arrayContaining(['CONTRIBUTING.md', 'ARCHITECTURE.md']))
    const text = 'See `src/{ports, gone}/x.ts`, [it](docs/adr/README.md) and src/nowhere/a.ts.'
    const named = pathsIn(text)
    expect(named).toEqual(['src/{ports,gone}/x.ts', 'docs/adr/README.md', 'src/nowhere/a.ts'])
    expect(named.filter(isThere)).toEqual(['docs/adr/README.md'])
    expect(pathsIn(textOf('CONTRIBUTING.md')).length).toBeGreaterThan(30)
  })
})

describe('what is said once', () => {
  const sources = globSync('src/**/*.{ts,tsx,json,html}', { cwd: root }).map((file) => ({
    file: file.replaceAll(path.sep, '/'),
    text: textOf(file),
  }))

  test.each(SAID.flatMap(({ asks, places }) => places.map((place) => ({ asks, ...place }))))(
    '$asks: $marker is in $file, and nowhere else',
    ({ file, marker }) => {
      const found = sources.filter(({ text }) => text.includes(marker)).map((one) => one.file)
      expect(found).toEqual([`src/${file}`])
    },
  )
})

describe('recipes', () => {
  const [, recipes = ''] = textOf('CONTRIBUTING.md').split('\n## Recipes\n')

  test('there is one for each thing that is often added', () => {
    expect([...recipes.matchAll(/^### (.+)$/gm)].map(([, title]) => title)).toEqual([
      'An action of the workflow',
      'A kind of field',
      'A kind of record',
      'A card',
      'A question',
      'A setting',
      'A method of a store',
      'A column or filter of a list',
      'A duty',
      'A notification',
    ])
  })
})

test('every decision record is in the list of decisions, with its title', () => {
  const list = textOf('docs/adr/README.md')
  const records = globSync('docs/adr/0*.md', { cwd: root }).map((file) => path.basename(file))
  const missing = records.filter((file) => {
    const title = /^# \d+\. (.+)$/m.exec(textOf(`docs/adr/${file}`))?.[1]
    return !list.includes(`[${file.slice(0, 4)}](${file}) | ${title} |`)
  })
  expect(records.length).toBeGreaterThan(10)
  expect(missing).toEqual([])
})
