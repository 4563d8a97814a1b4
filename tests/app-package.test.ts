import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import {
  fillManifest,
  iconProblems,
  MADE_UP_SETTINGS,
  manifestProblems,
  readSettings,
  zipOf,
} from '../scripts/app-package.ts'
import { colourIcon, outlineIcon } from '../scripts/draw-icons.ts'

const fileOf = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url))
const textOf = (path: string) => fileOf(path).toString('utf8')

const template = textOf('appPackage/manifest.json')
const filled = fillManifest(template, MADE_UP_SETTINGS)
const icons = { color: fileOf('appPackage/color.png'), outline: fileOf('appPackage/outline.png') }

/** The filled manifest with one value changed, or taken out. */
const spoilt = (path: string, value?: unknown) => {
  const manifest: unknown = JSON.parse(filled)
  const keys = path.split('/').slice(1)
  const last = keys.pop() ?? ''
  // every path below leads to an object or array of the manifest, or the test fails here
  const parent = keys.reduce((at, key) => (at as Record<string, unknown>)[key], manifest)
  Object.assign(parent as object, { [last]: value })
  return JSON.stringify(manifest)
}

const unfilled = '${{VERSION}}'

const aPng = (size: number, pixel: readonly number[]) => {
  const png = new PNG({ width: size, height: size })
  for (let at = 0; at < png.data.length; at += 4) png.data.set(pixel, at)
  return PNG.sync.write(png)
}

describe('the manifest', () => {
  test('is one that Teams takes', () => {
    expect(manifestProblems(filled)).toEqual([])
  })

  test('has no placeholder left once it is filled', () => {
    expect(template).toMatch(/\$\{\{/)
    expect(filled).not.toMatch(/\$\{/)
  })

  test('carries the version of the product and of the newest entry in the changelog', () => {
    const { version } = JSON.parse(filled)
    const newest = /^## \[?(\d+\.\d+\.\d+)/m.exec(textOf('CHANGELOG.md'))?.[1]
    expect(version).toBe(JSON.parse(textOf('package.json')).version)
    expect(version).toBe(newest)
  })

  test('offers the words people start with, each with what it does', () => {
    const commands: { title: string; description: string }[] =
      JSON.parse(filled).bots[0].commandLists[0].commands
    const titles = commands.map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['raise', 'my reports', 'help']))
    for (const { description } of commands) expect(description).not.toBe('')
  })

  test('lets a person raise an observation from a message', () => {
    const [command] = JSON.parse(filled).composeExtensions[0].commands
    expect(command).toMatchObject({ id: 'raiseFromMessage', fetchTask: true })
    expect(command.context).toContain('message')
  })

  test('says before anything else what to do when a child is in danger', () => {
    const [first] = JSON.parse(filled).description.full.split('\n')
    expect(first).toContain('999')
  })

  test('is for one person at a time, never for a channel', () => {
    const { bots, staticTabs, configurableTabs } = JSON.parse(filled)
    expect(bots[0].scopes).toEqual(['personal'])
    expect(staticTabs.map(({ scopes }: { scopes: string[] }) => scopes)).toEqual([['personal']])
    expect(configurableTabs).toBeUndefined()
  })
})

describe('a fault in the manifest is named, with its place', () => {
  test.each([
    [
      'a name that is too long',
      spoilt('/name/short', 'Learning Loop for the whole of the county'),
      '/name/short: 41 characters, and at most 30 are allowed.',
    ],
    [
      'a property Teams does not know',
      spoilt('/bots/0/colour', 'teal'),
      '/bots/0: "colour" is not a property of a Teams manifest 1.25.',
    ],
    [
      'a property that is missing',
      spoilt('/developer/privacyUrl'),
      '/developer: "privacyUrl" is missing.',
    ],
    [
      'a scope that is misspelt',
      spoilt('/bots/0/scopes/1', 'groupchat'),
      '/bots/0/scopes/1: "groupchat" is not one of the allowed values.',
    ],
    [
      'an id that is no GUID',
      spoilt('/id', 'learning-loop'),
      expect.stringMatching(/^\/id: .*"learning-loop"/),
    ],
    [
      'an address on a host the app may not show',
      spoilt('/staticTabs/0/contentUrl', 'https://elsewhere.example/tab/'),
      'The manifest leads to elsewhere.example, which is not in /validDomains.',
    ],
    [
      'an address without encryption',
      spoilt('/developer/websiteUrl', 'http://learning-loop.example/site/'),
      'An address begins with http://.',
    ],
    [
      'a message extension of another bot',
      spoilt('/composeExtensions/0/botId', MADE_UP_SETTINGS.TAB_CLIENT_ID),
      '/composeExtensions/0/botId is not the bot of this app.',
    ],
    [
      'a sign-in address for another app',
      spoilt('/webApplicationInfo/id', MADE_UP_SETTINGS.BOT_APP_ID),
      '/webApplicationInfo/resource does not end with its id.',
    ],
    [
      'a picture that is not in the package',
      spoilt('/icons/color', 'logo.png'),
      '/icons/color is not color.png, and the package holds no other picture.',
    ],
    ['a placeholder nobody fills', filled.replace('0.1.0', unfilled), `${unfilled} has no value.`],
    ['a comma too many', filled.replace(/\}\s*$/, ',}'), expect.stringContaining('is not JSON')],
  ])('%s', (_fault, manifest, what) => {
    expect(manifestProblems(manifest)).toEqual([{ what, fix: expect.stringMatching(/\w.*\.$/) }])
  })

  test('two faults are told together', () => {
    const manifest = spoilt('/name', { short: 'x'.repeat(31), full: 'x'.repeat(101) })
    expect(manifestProblems(manifest)).toHaveLength(2)
  })
})

describe('the icons', () => {
  test('are ones that Teams takes', () => {
    expect(iconProblems(icons)).toEqual([])
  })

  test('are the ones the script draws', () => {
    expect(PNG.sync.read(icons.color).data.equals(colourIcon().data)).toBe(true)
    expect(PNG.sync.read(icons.outline).data.equals(outlineIcon().data)).toBe(true)
  })

  test.each([
    [
      'color',
      'of the wrong size',
      aPng(191, [59, 58, 158, 255]),
      ['color.png is 191 × 191, and must be 192 × 192.'],
    ],
    ['color', 'that is no picture', Buffer.from('teal'), ['color.png is not a PNG picture.']],
    [
      'outline',
      'of the wrong size and in colour',
      aPng(64, [0, 0, 0, 128]),
      [
        'outline.png is 64 × 64, and must be 32 × 32.',
        'outline.png has 4096 pixels that are neither white nor transparent.',
        'outline.png has no transparent pixel.',
      ],
    ],
    ['outline', 'with nothing on it', aPng(32, [0, 0, 0, 0]), ['outline.png is empty.']],
  ])('%s %s is refused', (name, _fault, bytes, what) => {
    const problems = iconProblems({ ...icons, [name]: bytes })
    expect(problems.map((problem) => problem.what)).toEqual(what)
  })
})

describe('the package', () => {
  test('holds exactly the manifest and the two icons, byte for byte', () => {
    const files = unzipSync(zipOf(filled, icons))
    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png'])
    expect(Buffer.from(files['manifest.json'] ?? []).toString('utf8')).toBe(filled)
    expect(Buffer.from(files['color.png'] ?? []).equals(icons.color)).toBe(true)
    expect(Buffer.from(files['outline.png'] ?? []).equals(icons.outline)).toBe(true)
  })

  test('has the same bytes whatever the day', () => {
    const zip = Buffer.from(zipOf(filled, icons))
    expect(zip.readUInt32LE(10)).toBe((((2026 - 1980) << 25) | (1 << 21) | (1 << 16)) >>> 0)
    expect(zip.equals(zipOf(filled, icons))).toBe(true)
  })
})

describe('the settings of a package', () => {
  const real = {
    TEAMS_APP_ID: '5e0c7a3d-1f42-4b86-9a57-c2d9e8f60b14',
    BOT_APP_ID: '8a41d2f6-7c3b-4e09-b5d8-0f6e3a9c7d21',
    TAB_CLIENT_ID: 'c97b5e10-4d68-4fa2-8e31-b6a0d5f2c948',
    PUBLIC_HOST: 'loop.board.example',
  }

  test('are made up when none is given, and it says so', () => {
    expect(readSettings({})).toEqual({ settings: MADE_UP_SETTINGS, madeUp: true, problems: [] })
  })

  test('are taken as they are given', () => {
    expect(readSettings(real)).toEqual({ settings: real, madeUp: false, problems: [] })
    expect(fillManifest(template, real)).toContain(
      `api://${real.PUBLIC_HOST}/${real.TAB_CLIENT_ID}`,
    )
  })

  test('are never half real and half made up', () => {
    const { problems } = readSettings({ ...real, BOT_APP_ID: undefined, TAB_CLIENT_ID: ' ' })
    expect(problems.map(({ what }) => what.split(' ')[0])).toEqual(['BOT_APP_ID', 'TAB_CLIENT_ID'])
  })

  test.each([
    ['PUBLIC_HOST', 'https://loop.board.example'],
    ['PUBLIC_HOST', 'loop.board.example/tab'],
    ['BOT_APP_ID', 'the bot'],
  ])('%s cannot be "%s"', (name, value) => {
    const { problems } = readSettings({ ...real, [name]: value })
    expect(problems).toEqual([
      { what: expect.stringContaining(name), fix: expect.stringContaining('Set it to') },
    ])
  })
})
