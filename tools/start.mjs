// `npm start`: installs, builds and runs, each only when it is needed.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './lib/build.mjs'
import { install, pinnedNode, requireNode } from './lib/install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
requireNode()
install(root)
build(root)

const main = join(root, 'apps', 'server', 'src', 'main.ts')
const server = spawn(pinnedNode(root), [main, 'start', ...process.argv.slice(2)], { stdio: 'inherit' })
// Ctrl-C reaches the server by itself; a signal sent to this process alone is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
process.on('SIGHUP', () => server.kill('SIGTERM'))
server.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGTERM' ? 0 : 1)
})
