import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { pruneCss } from '@signalen/ui/vite'
import { build, defineConfig, type Plugin } from 'vite'

const OUT = join(import.meta.dirname, 'dist', 'client')

/** What the browser gets: one style sheet, one small script, and the map apart from it. */
export default defineConfig({
  base: '/',
  publicDir: 'public',
  css: {
    postcss: {
      plugins: [
        pruneCss({
          content: ['src/**/*.{ts,tsx}', '../../packages/ui/src/**/*.{ts,tsx}'],
          keep: /^maplibregl/,
        }),
      ],
    },
  },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    target: ['es2020', 'chrome87', 'firefox78', 'safari14'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { site: join(import.meta.dirname, 'src', 'islands', 'site.ts') },
      // The rules and components do nothing by being loaded, so what an island does not use stays out.
      treeshake: {
        moduleSideEffects: (id) =>
          !/packages\/(domain|ui)|node_modules\/react/.test(id) || id.endsWith('.css'),
      },
    },
  },
  plugins: [serviceWorker(), compressed()],
})

/** The worker is one script by itself, as older browsers cannot import in it. */
function serviceWorker(): Plugin {
  return {
    name: 'signalen-service-worker',
    apply: 'build',
    async closeBundle() {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          outDir: OUT,
          emptyOutDir: false,
          target: ['es2020'],
          lib: {
            entry: join(import.meta.dirname, 'src', 'offline', 'service-worker.ts'),
            formats: ['iife'],
            name: 'worker',
            fileName: () => 'service-worker.js',
          },
        },
      })
    },
  }
}

/** Files are squeezed once, at the build, as small as it goes. */
function compressed(): Plugin {
  return {
    name: 'signalen-compressed',
    apply: 'build',
    writeBundle() {
      const folder = join(OUT, 'assets')
      for (const name of readdirSync(folder).filter((file) => /\.(css|js|svg)$/.test(file))) {
        const bytes = readFileSync(join(folder, name))
        // The last bit of squeezing takes seconds for what is large.
        const parameters = { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 200_000 ? 9 : 11 }
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: parameters }))
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
