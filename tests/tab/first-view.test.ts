import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { builtTab } from './built-tab.ts'

const KILOBYTE = 1000

/** A script and every script it needs before it runs. */
function withImports(folder: string, file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const code = readFileSync(join(folder, 'assets', file), 'utf8')
  for (const [, needed] of code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g))
    if (needed) withImports(folder, needed, seen)
  return seen
}

test('the first view needs at most 250 kB of compressed script', () => {
  const folder = builtTab()
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="\/tab\/assets\/([\w.-]+\.js)"/g)]
    .map(([, file]) => file ?? '')
    .flatMap((file) => [...withImports(folder, file)])
  const size = [...new Set(scripts)]
    .map((file) => gzipSync(readFileSync(join(folder, 'assets', file))).length)
    .reduce((sum, bytes) => sum + bytes, 0)
  expect(scripts.length).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(250 * KILOBYTE)
})

test('the page brings no script or style of its own, so that its content policy can be strict', () => {
  const page = readFileSync(join(builtTab(), 'index.html'), 'utf8')
  expect(page).not.toMatch(/<script(?![^>]* src=)|<style|onload=|style=/)
})
