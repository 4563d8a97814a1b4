import { loadConfig } from '../src/config/config.ts'
import { takeSettings } from '../src/config/take-settings.ts'
import { giveUp } from '../src/start/give-up.ts'
import { haveTab } from './have-tab.ts'

// What `npm start` runs once Node is new enough: settings first, because they say how to go on.

try {
  takeSettings()
  haveTab(loadConfig().mode)
} catch (error) {
  giveUp(error)
}

await import('../src/main.ts')
