import { tableOf } from './markdown.ts'

export interface Folder {
  /** Under `src`. The longest folder that fits a file is its own. */
  readonly folder: string
  /** What lives there, for people who look for the place of a line. */
  readonly holds: string
  /** Other folders it may import from. Its own is always allowed. */
  readonly from: readonly string[]
  /** Packages and parts of Node it may import, types included. A name may end in `*`. */
  readonly packages: readonly string[]
}

/** Who may import whom. The architecture test holds every import to it. */
export const FOLDERS: readonly Folder[] = [
  {
    folder: 'domain',
    holds:
      'plain types and pure functions. `machinery` makes everything from rows, `words` are texts, times and ids, `taxonomies` the lists; a folder for each record: what it is, its workflow table, what each action needs, what it leads to, who sees it',
    from: [],
    packages: [],
  },
  {
    folder: 'ports',
    holds: 'what the inside needs from outside, as types with promises',
    from: ['domain'],
    packages: [],
  },
  {
    folder: 'usecases',
    holds:
      'one verb a file: `records` for every kind, a folder for what one kind needs besides; `telling`, `reminding` and `reacting`; `audit`, `copying`',
    from: ['domain', 'ports'],
    packages: [],
  },
  {
    folder: 'contract',
    holds: 'requests and responses of the API: all that server and browser share',
    from: ['domain'],
    packages: ['zod'],
  },
  {
    folder: 'adapters/shared',
    holds: 'what both stores do alike: pages, hashes, what an attempt leaves behind',
    from: ['domain', 'ports'],
    packages: ['node:*'],
  },
  {
    folder: 'adapters/mongo',
    holds: 'the same stores on MongoDB',
    from: ['domain', 'ports', 'adapters/shared'],
    packages: ['node:*', 'mongoose'],
  },
  {
    folder: 'adapters/sqlite',
    holds: 'the stores on `node:sqlite`, backup and restore',
    from: ['domain', 'ports', 'adapters/shared'],
    packages: ['node:*'],
  },
  {
    folder: 'adapters/local',
    holds: 'the calendar of working days',
    from: ['domain', 'ports'],
    packages: ['node:*', 'date-holidays'],
  },
  {
    folder: 'bot',
    holds:
      'from an activity to a command and from an answer to a card: `teams` is the channel, `talk` what people type, `records` what they press, `cards` what they see',
    from: ['domain', 'ports', 'usecases'],
    packages: ['botbuilder*', 'adaptivecards*', 'adaptive-expressions', 'htmlparser2'],
  },
  {
    folder: 'api',
    holds:
      'the HTTP server: `server` for who is calling, errors and files, `records` for what is asked, `present` for what leaves',
    from: ['domain', 'ports', 'usecases', 'contract'],
    packages: ['node:*', 'restify', 'jose', 'prom-client', 'zod', 'csv-parse'],
  },
  {
    folder: 'jobs',
    holds: 'what runs by the clock',
    from: ['domain', 'ports', 'usecases'],
    packages: ['croner'],
  },
  {
    folder: 'tab',
    holds:
      'the pages in Teams, in React: a folder for each of `pages`, and what they share (`record` for forms of actions, `ui`, `session`, `shell`)',
    from: ['contract'],
    packages: ['react', 'react-dom', '@fluentui/*', '@microsoft/teams-js', 'zod'],
  },
  {
    folder: 'demo',
    holds: 'the demo board and a believable year behind it',
    from: [
      'domain',
      'ports',
      'usecases',
      'jobs',
      'adapters/local',
      'adapters/shared',
      'adapters/sqlite',
    ],
    packages: ['node:*'],
  },
  {
    folder: 'commands',
    holds: 'what runs from the command line besides the program itself',
    from: [
      'domain',
      'ports',
      'usecases',
      'contract',
      'adapters/local',
      'adapters/mongo',
      'adapters/shared',
      'adapters/sqlite',
      'config',
      'demo',
      'start',
    ],
    packages: ['node:*', 'cli-progress'],
  },
  {
    folder: 'start',
    holds:
      'what the program and its commands begin with: the store, the first board, what to say when it fails',
    from: ['domain', 'ports', 'usecases', 'adapters/mongo', 'adapters/sqlite', 'api', 'config'],
    packages: ['node:*'],
  },
  {
    folder: 'config',
    holds: 'the settings, and the only reader of the environment',
    from: [],
    packages: ['node:*', 'zod'],
  },
  {
    folder: 'playground',
    holds: 'starts the Agents Playground beside the server in local mode',
    from: [],
    packages: ['node:*'],
  },
]

/** The folder a file under `src` belongs to; files beside the folders belong to none. */
export const folderOf = (path: string): Folder | undefined =>
  FOLDERS.filter(({ folder }) => path.startsWith(`${folder}/`)).toSorted(
    (a, b) => b.folder.length - a.folder.length,
  )[0]

const listed = (names: readonly string[]) =>
  names.length === 0 ? 'nothing' : names.map((name) => `\`${name}\``).join(', ')

/** The table as Markdown. */
export const folderTable = (): string =>
  tableOf(
    ['folder of `src`', 'what lives there', 'may import from', 'and these packages'],
    FOLDERS.map(({ folder, holds, from, packages }) => [
      `\`${folder}/\``,
      holds,
      listed(from),
      listed(packages),
    ]),
  )
