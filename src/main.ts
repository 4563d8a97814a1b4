import { existsSync } from 'node:fs'
import path from 'node:path'
import { logLines } from './api/server/log-lines.ts'
import { takeOutput } from './api/server/take-output.ts'
import type { App } from './compose.ts'
import { compose } from './compose.ts'
import { childEnvironment } from './config/child-environment.ts'
import { loadConfig } from './config/config.ts'
import { takeSettings } from './config/take-settings.ts'
import { DEMO_OBSERVATIONS, fillWithDemo, makeDemoStore } from './demo/demo-store.ts'
import type { Playground } from './playground/start-playground.ts'
import { EMPTY_BOARD, firstStart } from './start/first-start.ts'
import { giveUp } from './start/give-up.ts'
import { openStores, storePath } from './start/open-stores.ts'

const MAKING_DEMO = 'First start: making a demo board …'

const say = (line: string) => process.stdout.write(`${line}\n`)

function stopOn(signals: readonly NodeJS.Signals[], stop: () => Promise<void>) {
  let isStopping = false
  for (const signal of signals)
    process.on(signal, () => {
      if (isStopping) process.exit(1) // asked twice: do not make them wait
      isStopping = true
      say('Stopping: finishing what has begun …')
      stop().then(
        () => process.exit(0),
        (error: unknown) => giveUp(error),
      )
    })
}

async function main() {
  takeSettings()
  const config = loadConfig()
  const clock = { now: () => new Date().toISOString() }
  const log = logLines(config.logLevel, clock, (line) => process.stderr.write(line))
  takeOutput(log, clock)
  const tabFolder = path.join(import.meta.dirname, '..', 'dist', 'tab')
  const isEmbedded = config.mongodbUri === null
  const isDemo = config.mode === 'local' && config.board === 'demo'
  if (isDemo && isEmbedded && !existsSync(storePath(config))) {
    say(MAKING_DEMO)
    await makeDemoStore(storePath(config), DEMO_OBSERVATIONS)
  }
  const stores = await openStores(config, clock)
  const app: App = await compose(config, {
    clock,
    log,
    tabFolder,
    openStores: async () => stores,
  })
  let playground: Playground | undefined
  stopOn(['SIGINT', 'SIGTERM'], async () => {
    await playground?.stop()
    await app.stop()
  })
  if (config.mode === 'production') await firstStart(config, app.deps)
  else if (!isDemo) await firstStart({ firstStart: EMPTY_BOARD }, app.deps)
  else if (!(await stores.board.current())) {
    say(MAKING_DEMO)
    await fillWithDemo({ ...app.deps, leases: stores.leases }, DEMO_OBSERVATIONS)
  }
  const { url } = await app.start()
  if (config.mode === 'production') return say(`Learning Loop listens on ${url}`)
  if (config.playground) {
    const { startPlayground } = await import('./playground/start-playground.ts')
    playground = await startPlayground({
      port: config.playground.port,
      botUrl: url,
      environment: childEnvironment(),
    })
  }
  const isAlone = (await stores.board.current())?.state.people.length === 1
  say(welcome(url, playground?.url, isAlone ? FROM_NOTHING : THREE_THINGS))
}

const THREE_THINGS = `Three things to try:
  1. In the chat, type:  near miss: two babies were nearly given the same vaccine
     and answer three short questions.
  2. Type  act as Senior Nurse.  On the card that waits for you press Read it, then Decide.
  3. Type  act as Health Visitor One,  then  my reports,  and read what was decided and why.
     See both sides in the tab, too.`

const FROM_NOTHING = `This board has nobody but ${EMPTY_BOARD.businessManager.name} yet. Setting it up, in the tab:
  1. Act as ${EMPTY_BOARD.businessManager.name} and open Set-up.
  2. Add an agency, somebody who works there, and the role they hold.
  3. Act as them, and see what waits.`

const welcome = (url: string, chat: string | undefined, next: string) => `
Learning Loop is running in local mode, on this machine only.

  Chat      ${chat ?? 'off (PLAYGROUND=off)'}
  Tab       ${url}/tab/
  API       ${url}/api/openapi.json

${next}

Stop with Ctrl+C. Everything is kept; start again and it is there.
`

main().catch(giveUp)
