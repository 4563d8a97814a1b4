import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/mongo-global.ts'],
    setupFiles: ['tests/support/loopback-only.ts'],
    reporters: ['default', './tests/faults/reliability-reporter.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
