// Loaded before a command to read the settings file. What is set in the environment wins.
import { takeSettings } from '../src/config/take-settings.ts'
import { sayProblem } from '../src/start/say-problem.ts'

try {
  takeSettings()
} catch (error) {
  process.stderr.write(`${sayProblem(error)}\n`)
  process.exit(1)
}
