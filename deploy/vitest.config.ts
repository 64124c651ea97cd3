import { defineConfig } from 'vitest/config'

/** The chart, by helm and the programs that judge manifests. */
export default defineConfig({
  test: { root: import.meta.dirname, include: ['**/*.test.ts'], testTimeout: 20_000 },
})
