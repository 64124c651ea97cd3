import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { encodeModel, loadModel } from '../src/model/format.ts'
import { predict } from '../src/model/predict.ts'
import type { Model } from '../src/model/types.ts'
import { SHIPPED_MODEL_PATH } from '../src/shipped/shipped-model.ts'

export interface Limits {
  readonly fileMegabytes: number
  readonly loadMilliseconds: number
  readonly memoryMegabytes: number
  readonly predictionMilliseconds: { readonly median: number; readonly p95: number }
}

const PASSES = 5

export function measureLimits(model: Model, texts: readonly string[]): Limits {
  const bytes = encodeModel(model)
  const loads = Array.from({ length: PASSES }, () => measure(() => loadModel(bytes)))
  return {
    fileMegabytes: bytes.length / 1e6,
    loadMilliseconds: Math.min(...loads),
    memoryMegabytes: measureMemory() / 1e6,
    predictionMilliseconds: measureSpeed(loadModel(bytes), texts),
  }
}

/** Milliseconds that this thread had the processor, so that other programs on the machine are not measured. */
function measure(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const used = process.threadCpuUsage(before)
  return (used.user + used.system) / 1000
}

/** The best of a few passes for each text. */
function measureSpeed(model: Model, texts: readonly string[]): Limits['predictionMilliseconds'] {
  for (const text of texts) predict(model, text)
  const best = texts.map((text) => {
    const passes = Array.from({ length: PASSES }, () => {
      const started = performance.now()
      predict(model, text)
      return performance.now() - started
    })
    return Math.min(...passes)
  })
  best.sort((one, other) => one - other)
  const at = (share: number): number => best[Math.floor(best.length * share)] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

/** In a process of its own, so that nothing else is counted. */
function measureMemory(): number {
  const format = join(import.meta.dirname, '..', 'src', 'model', 'format.ts')
  const script = `
    import { readFileSync } from 'node:fs'
    import { loadModel } from ${JSON.stringify(format)}
    globalThis.gc()
    const use = () => { const m = process.memoryUsage(); return m.heapUsed + m.external }
    const bytes = readFileSync(${JSON.stringify(SHIPPED_MODEL_PATH)})
    const before = use()
    globalThis.model = loadModel(bytes)
    globalThis.gc()
    process.stdout.write(String(use() - before))`
  const output = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  return Number(output)
}
