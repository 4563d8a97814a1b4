import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/mongo-global.ts'],
    setupFiles: ['tests/support/loopback-only.ts'],
    reporters: ['default', './tests/faults/reliability-reporter.ts'],
    // Many tests wait for a server, a browser or another process: one file for each core leaves it idle.
    maxWorkers: 3,
    // Only ends what hangs. Tests that start programs take long where the machine is busy.
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
})
