import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { namedTestsIn } from '../scripts/docs/obligations.ts'
import { PAGES } from '../scripts/docs/pages.ts'

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

describe('recipes', () => {
  const [, recipes = ''] = textOf('CONTRIBUTING.md').split('\n## Recipes\n')
  const named = [...recipes.matchAll(/`((?:src|tests|scripts|env|docs)\/[^`\s]+)`/g)].map(
    ([, file = '']) => file,
  )

  test('the files a recipe names are there', () => {
    // Of `<name>.template.json` any one will do: the recipe is about making another.
    const gone = named.filter(
      (file) => globSync(file.replace(/<\w+>/, '*'), { cwd: root }).length === 0,
    )
    expect(gone).toEqual([])
    expect(named.length).toBeGreaterThan(30)
  })

  test('there is one for each thing that is often added', () => {
    expect([...recipes.matchAll(/^### (.+)$/gm)].map(([, title]) => title)).toEqual([
      'An action of the workflow',
      'A kind of field',
      'A kind of record',
      'A card',
      'A question',
      'A setting',
      'A method of a store',
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
