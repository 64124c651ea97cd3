import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export interface PrintOrder {
  readonly fontPaths: readonly string[]
  /** What the template shows, as JSON. */
  readonly report: string
  /** By the paths under which the report names them. */
  readonly images: Readonly<Record<string, Uint8Array>>
  readonly madeAt: number
}

/** A folder that is nowhere: the template reads only what is put beside it here. */
const NOWHERE = '/nowhere'
const TEMPLATE = new URL('./report.typ', import.meta.url)

function print({ fontPaths, report, images, madeAt }: PrintOrder): Buffer {
  const fontBlobs = fontPaths.map((path) => readFileSync(path))
  const compiler = NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs }] })
  compiler.addSource(`${NOWHERE}/main.typ`, readFileSync(TEMPLATE, 'utf8'))
  compiler.mapShadow(`${NOWHERE}/report.json`, Buffer.from(report))
  for (const [path, bytes] of Object.entries(images))
    compiler.mapShadow(`${NOWHERE}${path}`, Buffer.from(bytes))
  const compiled = compiler.compile({ mainFilePath: `${NOWHERE}/main.typ` })
  if (!compiled.result) throw new Error('the template of the report cannot be used')
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: madeAt })
  // What the compiler remembers it keeps for the whole process, not for this thread: some 2 MB for each report.
  compiler.evictCache(0)
  return pdf
}

parentPort?.postMessage(new Uint8Array(print(workerData as PrintOrder)))
