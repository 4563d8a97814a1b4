/** Writes docs/configuration.md from the settings' own schema. */
import { writeFileSync } from 'node:fs'
import type { SettingFacts, SettingName } from '../../src/config/settings.ts'
import { factsOf, SETTING_NAMES, settings } from '../../src/config/settings.ts'

const GROUPS: Readonly<Record<SettingFacts['mode'], string>> = {
  both: 'In both modes',
  local: 'In local mode',
  production: 'In production',
}

const cell = (text: string) => text.replaceAll('|', '\\|')

function defaultOf(name: SettingName): string {
  const { data } = settings.shape[name].safeParse(undefined)
  if (data !== undefined) return `\`${String(data)}\``
  return factsOf(name).needed ? 'none: it has to be set' : 'not set'
}

function rowOf(name: SettingName): string {
  const { meaning, example, secret } = factsOf(name)
  const kept = secret ? ' Secret: keep it out of files that others can read.' : ''
  const shown = example.startsWith('(') ? example : `\`${example}\``
  return `| \`${name}\` | ${cell(meaning + kept)} | ${defaultOf(name)} | ${cell(shown)} |`
}

const tableOf = (mode: SettingFacts['mode']) =>
  [
    `## ${GROUPS[mode]}`,
    '',
    '| setting | what it is for | default | example |',
    '| --- | --- | --- | --- |',
    ...SETTING_NAMES.filter((name) => factsOf(name).mode === mode).map(rowOf),
  ].join('\n')

/** The configuration reference, as Markdown. */
export const configurationPage = (): string =>
  `${[
    '# Configuration',
    '<!-- Written by scripts/docs/configuration.ts from src/config/settings.ts. Change it there. -->',
    'Every setting is an environment variable. An empty one counts as not set, except `MODE`, which is refused empty. With none of them set the server starts in local mode. When something is wrong it does not start, and says everything that is wrong at once, each with what to do.',
    '`env/.env.example` has every setting with its explanation, `env/.env.local` what a developer needs; copy one to `.env` beside `package.json`, which is read at start and never committed. Secrets of a real installation belong in neither: they come from the place where your organisation keeps them.',
    'The file is UTF-8 text with one `NAME=value` a line; `export NAME=value`, quotation marks around the whole value, blank lines and lines that begin with `#` are fine, and so are Windows line ends. Anything else in it stops the start, and so does a name that nothing reads: a line that was passed over might be the one that says `MODE=production`. What is set in the environment counts before the file.',
    tableOf('both'),
    tableOf('local'),
    tableOf('production'),
    '## What has to fit together',
    [
      '- Local mode listens on a loopback address only: 127.0.0.0/8, ::1 or localhost.',
      '- Local mode refuses every setting of production; and where `NODE_ENV=production` is set it starts only if `MODE=local` is, too.',
      '- Local mode answers this machine alone: a request that a proxy or a tunnel passed on is refused.',
      '- Local mode needs two different ports for the server and the Playground.',
      '- Production does not start the Playground: `PLAYGROUND=on` is refused there.',
      '- `BOT_APP_TYPE=SingleTenant` needs `BOT_APP_PASSWORD`; `UserAssignedMSI` refuses it.',
      "- `BOARD_NAME` and `FIRST_BUSINESS_MANAGER` come together, and the business manager's tenant is one of `ALLOWED_TENANTS`.",
    ].join('\n'),
  ].join('\n\n')}\n`

if (import.meta.main)
  writeFileSync(new URL('../../docs/configuration.md', import.meta.url), configurationPage())
