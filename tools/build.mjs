import { fileURLToPath } from 'node:url'
import { build } from './lib/build.mjs'
import { install, requireNode } from './lib/install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
requireNode()
install(root)
build(root, { force: process.argv.includes('--force') })
