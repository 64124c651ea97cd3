import { join } from 'node:path'
import { defineConfig } from 'vite'

/** The pages, rendered in the server process. React goes into the bundle in its production form. */
export default defineConfig({
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  publicDir: false,
  ssr: { noExternal: [/^@signalen\//, 'react', 'react-dom'], external: ['fastify'] },
  build: {
    ssr: join(import.meta.dirname, 'src', 'index.ts'),
    outDir: join(import.meta.dirname, 'dist', 'server'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'index.js' } },
  },
})
