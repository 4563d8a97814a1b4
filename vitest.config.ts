import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Searches anew, and says where, so that a failure can be had again with that seed.
if (process.env['PROPERTY_SEED'] === 'random') {
  process.env['PROPERTY_SEED'] = `${Math.trunc(Math.random() * 2 ** 31)}`
  process.stdout.write(`Properties begin at PROPERTY_SEED=${process.env['PROPERTY_SEED']}\n`)
}

// Every test file has a process of its own, and many start the program: what one of them has compiled
// the next ones take from here. It keeps to the content of each file.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('node_modules/.cache/compiled', import.meta.url),
)

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/mongo-global.ts'],
    setupFiles: ['tests/support/loopback-only.ts', 'tests/support/fixed-seed.ts'],
    reporters: ['default', './tests/faults/reliability-reporter.ts'],
    // Many tests wait for a server, a browser or another process: one file for each core leaves it idle.
    maxWorkers: 3,
    // Only to end what hangs: a busy machine takes many times as long as a quiet one.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
