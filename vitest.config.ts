import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/mongo-global.ts'],
    setupFiles: ['tests/support/loopback-only.ts'],
    reporters: ['default', './tests/faults/reliability-reporter.ts'],
    // Many tests wait for a server, a browser or another process: one file for each core leaves it idle.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
