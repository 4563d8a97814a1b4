import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createContext, Script } from 'node:vm'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { readIntent } from '../src/bot/talk/read-intent.ts'
import { readMention } from '../src/bot/talk/read-mention.ts'
import { readMore } from '../src/bot/talk/read-more.ts'
import { readReference } from '../src/bot/talk/read-reference.ts'
import { readWork } from '../src/bot/talk/read-work.ts'
import { soundsUrgent } from '../src/domain/observation/danger.ts'
import { soundsDesperate } from '../src/domain/observation/distress.ts'

// One message must not hold up everybody else's. The writer of an expression rarely sees that it
// searches a long text once for each of its characters. So every expression of the product is found
// in its sources and tried on texts made against it.

interface Found {
  readonly file: string
  readonly expression: RegExp
}

const src = path.join(import.meta.dirname, '..', 'src')

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function* expressionsIn(value: unknown): Generator<RegExp> {
  if (!isNode(value)) return
  const { regex } = value
  if (isNode(regex)) yield new RegExp(String(regex['pattern']), String(regex['flags']))
  for (const inner of Object.values(value)) yield* expressionsIn(inner)
}

const found = (file: string, text: string): readonly Found[] =>
  [...expressionsIn(parseSync(file, text).program)].map((expression) => ({ file, expression }))

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.replaceAll(path.sep, '/'))
const all = files.flatMap((file) => found(file, readFileSync(path.join(src, file), 'utf8')))

/** Characters and words that this expression itself speaks of, and some that all know. */
function partsFor({ source }: RegExp): readonly string[] {
  const read = source
    .replace(/\\u\{([0-9a-f]+)\}|\\u([0-9a-f]{4})/gi, (_, long, short) =>
      String.fromCodePoint(Number.parseInt(long ?? short, 16)),
    )
    .replace(/\\[sb]/g, ' ')
    .replace(/\\[wd]/g, '1')
    .replace(/\\p\{\w+\}/g, '\u0301')
    .replace(/\\n/g, '\n')
    .replace(/\(\?[:=!<]*|[)^$*+?|]|\{[\d,]+\}/g, '\u0000')
  const words = read
    .replace(/\[(?:\\.|[^\\\]])*\]/g, '\u0000')
    .split(/\0|[(.]/)
    .map((word) => word.replace(/\\(.)/g, '$1'))
    .filter((word) => word.length > 1)
  const characters = [...read].filter((one) => one !== '\u0000')
  return [...new Set([...characters, ...words, ...'a1 !-./<&{\n\t\u0301\u200d\u{1f600}'])]
}

/** How a text begins that this expression fits for a while: every length of it. */
function beginningsFor({ source }: RegExp): readonly string[] {
  const sample = source
    .replace(/\\[ux]\{?[0-9a-f]+\}?/gi, 'a')
    .replace(/\\s/g, ' ')
    .replace(/\\[wdpb](?:\{\w+\})?/gi, '1')
    .replace(/\[(\\?.)(?:\\.|[^\\\]])*\]/g, '$1')
    .replace(/\(\?[:=!<]*|\\?[)^$*+?|(]|\{[\d,]+\}/g, '')
    .replace(/\\(.)/g, '$1')
  return Array.from({ length: Math.min(sample.length, 16) }, (_, at) => sample.slice(0, at + 1))
}

const run = (part: string, characters: number) =>
  part.repeat(Math.ceil(characters / part.length)).slice(0, characters)
/** Put at the end: it matches nothing, so the search so far was in vain. */
const NOTHING = '\u{10fffd}'

const longRuns = (parts: readonly string[], characters: number): readonly string[] =>
  parts.flatMap((part) => [run(part, characters), run(part, characters) + NOTHING])

/** Runs after each beginning there may be, and beginnings over and over. */
const begunRuns = (
  beginnings: readonly string[],
  parts: readonly string[],
  characters: number,
): readonly string[] =>
  parts.flatMap((part) => [
    run(part + NOTHING, characters),
    ...beginnings.flatMap((beginning) => [
      beginning + run(part, characters) + NOTHING,
      run(beginning + part, characters),
    ]),
  ])

/**
 * Tries them all as the product does: over the whole text, once or for all that is found. In a
 * context of its own, because nothing else ends an expression that takes for ever.
 */
const TRY = new Script(`
  for (const text of texts)
    if (expression.global) text.replace(expression, '')
    else expression.test(text)`)

const CHARACTERS = 200_000
/** Enough for what takes the square of it. */
const FEWER = 40_000

/**
 * What takes as long as the text is long needs some milliseconds for each, and less than a second
 * for all; what takes the square of it needs ten seconds and more for a single one. So the bound lies
 * far from both, and only the fastest of three counts, on a machine that is busy with something else.
 */
const AT_MOST_MS = [4_000, 4_000, 4_000]

const TIMED_OUT = 'ERR_SCRIPT_EXECUTION_TIMEOUT'

function isSlow(expression: RegExp, texts: readonly string[], tries: readonly number[]): boolean {
  const context = createContext({ expression, texts })
  return tries.every((timeout) => {
    try {
      TRY.runInContext(context, { timeout })
      return false
    } catch (error) {
      if (isNode(error) && error['code'] === TIMED_OUT) return true
      throw error
    }
  })
}

function isQuadratic(expression: RegExp, tries: readonly number[] = AT_MOST_MS): boolean {
  const parts = partsFor(expression)
  return (
    isSlow(expression, longRuns(parts, CHARACTERS), tries) ||
    isSlow(expression, begunRuns(beginningsFor(expression), parts, FEWER), tries)
  )
}

describe('no expression of the product', () => {
  test('takes long for any text', { timeout: 300_000 }, () => {
    const slow = all.filter(({ expression }) => isQuadratic(expression))
    expect(slow.map(({ file, expression }) => `${file} ${expression}`)).toEqual([])
  })

  test('is missed', () => {
    expect(all.length).toBeGreaterThan(50)
    expect(all.map(({ expression }) => expression.source)).toContain('^[+-]')
    expect(files.length).toBeGreaterThan(300)
  })
})

describe('an expression that takes long', () => {
  test.each([
    String.raw`said.replace(/[.!?\s]+$/, '')`,
    String.raw`text.replace(/\s*\n\s*/g, ' ')`,
    String.raw`/^assets\/.+-[\w-]{8,}\.\w+$/.test(path)`,
    String.raw`text.match(/<at>.*<\/at>/g)`,
    String.raw`/^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(text)`,
    '/(?:a|b|ab)*c/.test(text)',
  ])('is noticed when planted: %s', (code) => {
    const [one] = found('planted.ts', `export const x = (said, text, path) => ${code}`)
    expect(one && isQuadratic(one.expression, [1_000])).toBe(true)
  })
})

/** Files whose expressions are put together from lists of words, and what reads with them. */
const READERS: Readonly<Record<string, (said: string) => unknown>> = {
  'bot/talk/read-intent.ts': readIntent,
  'bot/talk/read-mention.ts': readMention,
  'bot/talk/read-more.ts': readMore,
  'bot/talk/read-reference.ts': readReference,
  'bot/talk/read-work.ts': readWork,
  'domain/observation/danger-ordinary.ts': soundsUrgent,
  'domain/observation/danger.ts': soundsUrgent,
  'domain/observation/distress.ts': soundsDesperate,
}

describe('expressions that are put together', () => {
  test('are in no other files than these, where they are tried as well', () => {
    const built = files.filter((file) =>
      /\bRegExp\(/.test(readFileSync(path.join(src, file), 'utf8')),
    )
    expect(built.toSorted()).toEqual(Object.keys(READERS).toSorted())
  })

  test.each(Object.entries(READERS))(
    'of %s take long for no text of their words',
    (file, read) => {
      const words = [...new Set(readFileSync(path.join(src, file), 'utf8').match(/[a-z]{2,}|\d/g))]
      const texts = words.flatMap((word, at) => {
        const other = words[(at * 7 + 3) % words.length] ?? ''
        return [60, 200, 4_000].flatMap((characters) => [
          run(`${word} `, characters),
          run(`${word} ${other} `, characters),
          `${run(`${word} ${other} `, characters - 2)}zz`,
        ])
      })
      const longest = ['a ', '. ', 'not ', `${words.slice(0, 50).join(' ')} `].map((part) =>
        run(part, CHARACTERS),
      )
      const context = createContext({ read, texts: [...texts, ...longest] })
      const all = new Script('for (const text of texts) read(text)')
      expect(() => all.runInContext(context, { timeout: 20_000 })).not.toThrow()
    },
    60_000,
  )
})
