import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { configurationPage } from '../../scripts/docs/configuration.ts'
import { loadConfig } from '../../src/config/config.ts'
import { factsOf, SETTING_NAMES } from '../../src/config/settings.ts'
import { parseSettings } from '../../src/config/settings-file.ts'

const textOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const settingsIn = (text: string) => parseSettings(Buffer.from(text), 'the file')

test('docs/configuration.md is what the settings say', () => {
  // When this fails: node_modules/.bin/node scripts/docs/configuration.ts
  expect(textOf('docs/configuration.md')).toBe(configurationPage())
})

test('the configuration page has every setting with its default', () => {
  for (const name of SETTING_NAMES) expect(configurationPage()).toContain(`| \`${name}\` |`)
  expect(configurationPage()).toContain('| `3978` |')
})

test('the example file names every setting and explains it', () => {
  const lines = textOf('env/.env.example').split('\n')
  for (const name of SETTING_NAMES) {
    const at = lines.findIndex(
      (line) => line.startsWith(`${name}=`) || line.startsWith(`#${name}=`),
    )
    expect(at, name).toBeGreaterThan(0)
    const above = lines
      .slice(0, at)
      .reverse()
      .find((line) => !/^#?[A-Z_]+=/.test(line))
    expect(above, name).toMatch(/^# .{10}/)
  }
})

test('the example file starts local mode as it stands', () => {
  expect(loadConfig(settingsIn(textOf('env/.env.example')))).toEqual(loadConfig({}))
})

test('the example file starts production with its last part switched on', () => {
  const [, last = ''] = textOf('env/.env.example').split(/# --- In production.*/)
  const filledIn = last
    .replaceAll(/^#(?=[A-Z_]+=)/gm, '')
    .replaceAll('take-it-from-where-your-secrets-are-kept', 'a-secret-of-the-board')
  const env = { ...settingsIn(filledIn), MODE: 'production' }
  expect(loadConfig(env).mode).toBe('production')
  for (const name of SETTING_NAMES)
    if (factsOf(name).mode === 'production') expect(env).toHaveProperty(name)
})

test('a developer’s file starts local mode', () => {
  expect(loadConfig(settingsIn(textOf('env/.env.local'))).mode).toBe('local')
})
