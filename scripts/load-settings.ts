// Loaded before a command, so that it finds its settings: those of the file, below what is set outside.
import { takeSettings } from '../src/config/take-settings.ts'
import { sayProblem } from '../src/start/say-problem.ts'

try {
  takeSettings()
} catch (error) {
  process.stderr.write(`${sayProblem(error)}\n`)
  process.exit(1)
}
