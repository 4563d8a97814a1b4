import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { FOLDERS, folderOf } from '../scripts/docs/folder-table.ts'
import { KINDS } from '../src/domain/records.ts'

interface Source {
  /** Below `src`, with `/` on every system. */
  readonly path: string
  readonly text: string
}

const src = path.join(import.meta.dirname, '..', 'src')
const sources: readonly Source[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.[cm]?tsx?$/.test(file))
  .map((file) => ({
    path: file.replaceAll(path.sep, '/'),
    text: readFileSync(path.join(src, file), 'utf8'),
  }))

const COMMENT_OR_TEXT = /\/\/.*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g
const IMPORT =
  /\b(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"]+)['"]|\b(?:import|require)\s*\(\s*(?:['"]([^'"]+)['"])?/g

const withoutComments = (text: string) =>
  text.replace(COMMENT_OR_TEXT, (found) => (found.startsWith('/') ? ' ' : found))

/** Everything a file imports or exports from; `undefined` for a path that is put together. */
const importsOf = (text: string): readonly (string | undefined)[] =>
  [...withoutComments(text).matchAll(IMPORT)].map(([, named, called]) => named ?? called)

const fits = (name: string, pattern: string) =>
  pattern.endsWith('*')
    ? name.startsWith(pattern.slice(0, -1))
    : name === pattern || name.startsWith(`${pattern}/`)

/** What is wrong with one import, or nothing. */
function breach(file: string, imported: string | undefined): string | undefined {
  const own = folderOf(file)
  if (!own) return file.includes('/') ? 'is in a folder that the table does not have' : undefined
  if (imported === undefined) return 'imports a path that is put together at run time'
  if (!imported.startsWith('.'))
    return own.packages.some((pattern) => fits(imported, pattern))
      ? undefined
      : `imports ${imported}`
  const target = path.posix.join(path.posix.dirname(file), imported)
  const its = folderOf(target)
  return its && (its === own || own.from.includes(its.folder)) ? undefined : `imports ${target}`
}

const READS_ENVIRONMENT =
  /\bprocess\s*\??\.\s*env\b|\benv\b[^'"]*\bfrom\s*['"](?:node:)?process['"]/
const READS_CLOCK_OR_CHANCE = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\brandomUUID\(/

const breachesIn = (files: readonly Source[]): readonly string[] =>
  files.flatMap(({ path: file, text }) => {
    const code = withoutComments(text)
    const inside = file.startsWith('domain/') || file.startsWith('usecases/')
    return [
      ...new Set(importsOf(text).map((imported) => breach(file, imported))),
      READS_ENVIRONMENT.test(code) && !file.startsWith('config/')
        ? 'reads the environment'
        : undefined,
      READS_CLOCK_OR_CHANCE.test(code) && inside ? 'takes time or chance from nowhere' : undefined,
    ].flatMap((problem) => (problem === undefined ? [] : [`src/${file} ${problem}`]))
  })

/** Files over 250 lines, and why they may be. */
const LONG: Readonly<Record<string, string>> = {}

describe('who imports whom', () => {
  test('every import keeps to the table of folders', () => {
    expect(breachesIn(sources)).toEqual([])
  })

  test('the sources were read, every folder of the table among them, with their imports', () => {
    const read = new Set(sources.map((source) => folderOf(source.path)))
    expect(FOLDERS.filter((folder) => !read.has(folder))).toEqual([])
    const imports = sources.flatMap(({ text }) => importsOf(text))
    expect(imports.length).toBeGreaterThan(sources.length)
    expect(imports).toContain('botbuilder')
  })

  test.each([
    ['domain/a.ts', "import { x } from '../ports/clock.ts'", 'imports ports/clock.ts'],
    ['domain/a.ts', "import type { X } from 'zod'", 'imports zod'],
    ['domain/a.ts', "import 'node:fs'", 'imports node:fs'],
    ['domain/a.ts', "export * from '../usecases/deps.ts'", 'imports usecases/deps.ts'],
    ['usecases/a.ts', "const x = await import('../bot/turn.ts')", 'imports bot/turn.ts'],
    ['usecases/a.ts', 'import {\n  x, // why\n} from "../api/log.ts"', 'imports api/log.ts'],
    ['usecases/a.ts', "import x from '../../package.json'", 'imports ../package.json'],
    ['usecases/b/a.ts', "import { y } from '../../compose.ts'", 'imports compose.ts'],
    ['adapters/sqlite/a.ts', "import { c } from '../local/a.ts'", 'imports adapters/local/a.ts'],
    ['api/a.ts', "type X = import('botbuilder').Activity", 'imports botbuilder'],
    ['api/a.ts', "import { a } from '../bot/turn.ts'", 'imports bot/turn.ts'],
    ['bot/a.ts', "import restify from 'restify'", 'imports restify'],
    [
      'tab/a.tsx',
      "import type { A } from '../domain/shared/actor.ts'",
      'imports domain/shared/actor.ts',
    ],
    ['jobs/a.ts', 'await import(name)', 'imports a path that is put together at run time'],
    ['other/a.ts', "import 'react'", 'is in a folder that the table does not have'],
    ['api/a.ts', "const port = process.env['PORT']", 'reads the environment'],
    ['main.ts', 'const { PORT } = process.env', 'reads the environment'],
    ['domain/a.ts', 'const now = new Date()', 'takes time or chance from nowhere'],
  ])('is noticed when planted: %s with %j', (file, text, problem) => {
    expect(breachesIn([{ path: file, text }])).toEqual([`src/${file} ${problem}`])
  })

  test.each([
    ['a comment', "// import 'zod'\n/* export * from 'node:fs' */"],
    ['a sentence', "const says = 'They come from the office; import nothing'"],
    ['its own folder', "import { x } from '../shared/text.ts'"],
    ['a date that was given', 'new Date(at)'],
  ])('is not mistaken: %s', (_, text) => {
    expect(breachesIn([{ path: 'domain/board/a.ts', text }])).toEqual([])
  })
})

test('nothing in the adapters is named after a kind of record, but steps that never change', () => {
  const named = sources
    .filter(({ path }) => path.startsWith('adapters/') && !/\/migration-?\w*\.ts$/.test(path))
    // A transaction of a store is no action.
    .map(({ path, text }) => ({ path, text: text.toLowerCase().replaceAll('transaction', '') }))
    .filter(({ text }) => KINDS.some((kind) => text.includes(kind)))
  expect(named.map(({ path }) => path)).toEqual([])
})

test('what is done with every kind of record names none', () => {
  const over = ['audit', 'copying', 'reacting', 'records', 'telling'].map((of) => `usecases/${of}/`)
  // An action of a workflow is called as the kind is, so that one is looked for among the records only.
  const others = KINDS.filter((kind) => kind !== 'action')
  const NAMED = new RegExp(`['".](?:${others.join('|')})\\b|records\\.action\\b`, 'i')
  const named = sources
    .filter(({ path }) => over.some((folder) => path.startsWith(folder)))
    .filter(({ text }) => NAMED.test(withoutComments(text)))
  expect(named.map(({ path }) => path)).toEqual([])
  expect(NAMED.test("deps.records.observation.find('x')")).toBe(true)
})

test('no source file is over 250 lines without a reason', () => {
  const lines = ({ text }: Source) => text.trimEnd().split('\n').length
  const long = sources.filter((source) => lines(source) > 250).map((source) => source.path)
  expect(long).toEqual(Object.keys(LONG))
})
