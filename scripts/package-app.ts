/**
 * Makes appPackage/build/learning-loop.zip, the app a Teams administrator uploads.
 *
 * Reads TEAMS_APP_ID, BOT_APP_ID, TAB_CLIENT_ID and PUBLIC_HOST from the environment. With none of
 * them set it makes a package with made-up ids: good for looking at, and for the tests.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fillManifest, iconProblems, manifestProblems, readSettings, zipOf } from './app-package.ts'

const folder = new URL('../appPackage/', import.meta.url)
const { settings, madeUp, problems: settingProblems } = readSettings(process.env)
const manifest = fillManifest(readFileSync(new URL('manifest.json', folder), 'utf8'), settings)
const icons = {
  color: readFileSync(new URL('color.png', folder)),
  outline: readFileSync(new URL('outline.png', folder)),
}
const problems = [...settingProblems, ...manifestProblems(manifest), ...iconProblems(icons)]

if (problems.length > 0) {
  console.error('The app package was not made:')
  for (const { what, fix } of problems) console.error(`- ${what} ${fix}`)
  process.exitCode = 1
} else {
  mkdirSync(new URL('build/', folder), { recursive: true })
  writeFileSync(new URL('build/learning-loop.zip', folder), zipOf(manifest, icons))
  console.log(`Made appPackage/build/learning-loop.zip for ${settings.PUBLIC_HOST}.`)
  if (madeUp) {
    console.log('Its ids are made up: Teams takes it for a look, but nothing answers behind it.')
    console.log(`For a real one set ${Object.keys(settings).join(', ')}.`)
  }
}
