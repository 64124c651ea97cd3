import { defineConfig } from 'vitest/config'

/** Suites against a whole running server. Each file has servers of its own, so that two can run side by side. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: 'lib/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
})
