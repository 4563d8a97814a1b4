// Settings may stand in a file `.env` that is never committed; what is set outside it counts first.
import { existsSync } from 'node:fs'
import path from 'node:path'

const settings = path.join(import.meta.dirname ?? '.', '..', '.env')
if (existsSync(settings)) process.loadEnvFile?.(settings)
