import { defineConfig } from 'vitest/config'

/** The quick part: rules, and operations against real databases. What needs a whole server is in test/. */
export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'apps/*/src/**/*.test.{ts,tsx}',
      'demo/**/*.test.ts',
      'tools/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    // Killing processes takes a while: `npm run test:long` does it here, the suite of faults does it for the whole.
    exclude: ['**/node_modules/**', '**/dist/**', ...(process.env.LONG ? [] : ['**/crash/**'])],
    pool: 'forks',
    // What is loaded stays for the next file: a fifth less time. A test leaves nothing behind in a module.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
