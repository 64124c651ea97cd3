import { parentPort, workerData } from 'node:worker_threads'
import { carryOut, type ModelWork } from './model-work.ts'

parentPort?.postMessage(carryOut(workerData as ModelWork))
