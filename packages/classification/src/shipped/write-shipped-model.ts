import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { encodeModel } from '../model/format.ts'
import { SHIPPED_MODEL_PATH, trainShippedModel } from './shipped-model.ts'

const bytes = encodeModel(trainShippedModel())
mkdirSync(dirname(SHIPPED_MODEL_PATH), { recursive: true })
writeFileSync(SHIPPED_MODEL_PATH, bytes)
process.stdout.write(`The shipped model is ${(bytes.length / 1e6).toFixed(1)} MB.\n`)
