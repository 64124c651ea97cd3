import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { pruneCss } from '@signalen/ui/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const OUT = join(import.meta.dirname, 'dist')
/** While working on the app: everything but the app itself comes from a server that runs beside it. */
const SERVER = process.env.SIGNALEN_URL ?? 'http://127.0.0.1:8000'

/** One page and hashed files. What few people need, such as the map and the settings, is loaded when asked for. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/manage/',
  publicDir: false,
  plugins: [react(), compressed()],
  server: { proxy: { '^/(?!manage/)': { target: SERVER, changeOrigin: false } } },
  css: {
    postcss: {
      plugins: [
        pruneCss({
          content: ['src/**/*.{ts,tsx}', '../../packages/ui/src/**/*.{ts,tsx}', 'index.html', 'src/**/*.css'],
          keep: /^maplibregl/,
        }),
      ],
    },
  },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: ['es2022', 'chrome107', 'firefox104', 'safari16'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      input: {
        app: join(import.meta.dirname, 'index.html'),
        'service-worker': join(import.meta.dirname, 'src', 'field', 'service-worker.ts'),
      },
      output: {
        // A browser looks for a newer one at the same address.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})

/** Files are squeezed once, at the build. */
function compressed(): Plugin {
  return {
    name: 'signalen-compressed',
    apply: 'build',
    writeBundle() {
      const folder = join(OUT, 'assets')
      for (const name of readdirSync(folder).filter((file) => /\.(css|m?js|svg)$/.test(file))) {
        const bytes = readFileSync(join(folder, name))
        const parameters = { [constants.BROTLI_PARAM_QUALITY]: 10 }
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: parameters }))
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
