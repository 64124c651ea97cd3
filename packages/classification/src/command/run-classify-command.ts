import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compareOnRecent, splitRecent } from '../learning/compare-on-recent.ts'
import {
  type CategoryKnowledge,
  type HandledReport,
  trainForMunicipality,
} from '../learning/train-for-municipality.ts'
import { encodeModel, loadModel } from '../model/format.ts'
import { readShippedModelBytes, trainShippedModel } from '../shipped/shipped-model.ts'
import { readShippedTexts } from '../shipped/texts.ts'
import { evaluateFile } from './evaluate-file.ts'

/** What a municipality keeps; offered by the server, which knows the database. */
export interface MunicipalityModels {
  /** The model in use, undefined while the shipped one is. */
  findModelBytes(municipality: string): Promise<Uint8Array | undefined>
  listReports(municipality: string): Promise<readonly HandledReport[]>
  listCategories(municipality: string): Promise<readonly CategoryKnowledge[]>
  saveModel(municipality: string, trained: TrainedModel): Promise<void>
}

export interface TrainedModel {
  readonly bytes: Uint8Array
  readonly comparison: ReturnType<typeof compareOnRecent>
  /** Whether it is to be used from now on; otherwise it is only kept as a version. */
  readonly isBetter: boolean
}

export interface ClassifyIo {
  print(text: string): unknown
  printError(text: string): unknown
  readonly municipalities?: MunicipalityModels
}

const USAGE = [
  'signalen classify evaluate FILE.jsonl [--json] [--municipality NAME]   how often the suggestion is right',
  'signalen classify train --municipality NAME                            learn from own handled reports',
  'signalen classify train --output FILE.bin                              train the shipped model anew',
].join('\n')

/** `signalen classify …`; answers the exit code. */
export async function runClassifyCommand(args: readonly string[], io: ClassifyIo): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, municipality: { type: 'string' }, output: { type: 'string' } },
    })
    const [action, file] = positionals
    switch (action) {
      case 'evaluate':
        return await evaluateCommand(
          { file, json: values.json === true, municipality: values.municipality },
          io,
        )
      case 'train':
        return await trainCommand({ municipality: values.municipality, output: values.output }, io)
      default:
        io.printError(USAGE)
        return 2
    }
  } catch (error) {
    io.printError(error instanceof Error ? error.message : String(error))
    return 1
  }
}

interface EvaluateArguments {
  readonly file: string | undefined
  readonly json: boolean
  readonly municipality: string | undefined
}

async function evaluateCommand(given: EvaluateArguments, io: ClassifyIo): Promise<number> {
  if (given.file === undefined) {
    io.printError(USAGE)
    return 2
  }
  const modelBytes = await findModelBytes(given.municipality, io)
  io.print(evaluateFile(given.file, { json: given.json, modelBytes }))
  return 0
}

async function findModelBytes(municipality: string | undefined, io: ClassifyIo): Promise<Uint8Array> {
  if (municipality === undefined) return readShippedModelBytes()
  const bytes = await requireMunicipalities(io).findModelBytes(municipality)
  return bytes ?? readShippedModelBytes()
}

interface TrainArguments {
  readonly municipality: string | undefined
  readonly output: string | undefined
}

async function trainCommand({ municipality, output }: TrainArguments, io: ClassifyIo): Promise<number> {
  if (municipality !== undefined) return trainMunicipality(municipality, io)
  if (output === undefined) {
    io.printError(USAGE)
    return 2
  }
  const bytes = encodeModel(trainShippedModel())
  writeFileSync(output, bytes)
  io.print(`Trained a model of ${(bytes.length / 1e6).toFixed(1)} MB.`)
  return 0
}

async function trainMunicipality(municipality: string, io: ClassifyIo): Promise<number> {
  const store = requireMunicipalities(io)
  const [bytes, reports, categories] = [
    await store.findModelBytes(municipality),
    await store.listReports(municipality),
    await store.listCategories(municipality),
  ]
  const { learn, heldBack } = splitRecent(reports)
  const model = trainForMunicipality({
    shipped: readShippedTexts(),
    reports: learn,
    categories,
    createdAt: new Date().toISOString(),
  })
  const comparison = compareOnRecent(loadModel(bytes ?? readShippedModelBytes()), model, heldBack)
  await store.saveModel(municipality, {
    bytes: encodeModel(model),
    comparison,
    isBetter: comparison.isBetter,
  })
  io.print(JSON.stringify({ municipality, reports: reports.length, ...comparison }))
  return 0
}

function requireMunicipalities(io: ClassifyIo): MunicipalityModels {
  if (io.municipalities === undefined) {
    throw new Error('The models of municipalities are not available in this way of starting.')
  }
  return io.municipalities
}
