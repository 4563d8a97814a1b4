import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/loopback-only.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
