import { constants, deflateSync, inflateSync } from 'node:zlib'
import { readLexicon } from '../features/lexicon.ts'
import { createTable } from '../features/table.ts'
import type { Calibration } from './calibrate.ts'
import type { Model, ModelInformation } from './types.ts'

const MAGIC = 'SGNC'
/** Raised when an older program could no longer read the file rightly. */
export const FORMAT_VERSION = 1

interface Header {
  readonly labels: readonly string[]
  readonly mains: readonly string[]
  readonly calibration: Calibration
  readonly information: ModelInformation
  readonly lexiconSource: string
  readonly vocabulary: string
  readonly rows: number
  readonly weights: number
}

export class ModelFormatError extends Error {}

/**
 * The file: magic, version, then deflated: length of the header, header as JSON, and the arrays one after the
 * other, the widest numbers first so that each starts where its size allows.
 */
export function encodeModel(model: Model): Uint8Array {
  const header: Header = {
    labels: model.labels,
    mains: model.mains,
    calibration: model.calibration,
    information: model.information,
    lexiconSource: model.lexiconSource,
    vocabulary: [...model.reading.vocabulary].join(' '),
    rows: model.rarity.length,
    weights: model.weights.values.length,
  }
  const json = Buffer.from(JSON.stringify(header), 'utf8')
  const padding = (4 - ((json.length + 4) % 4)) % 4
  const size = Buffer.alloc(4)
  size.writeUInt32LE(json.length + padding)
  const arrays = [
    model.table.hashes,
    model.rarity,
    model.weights.scales,
    model.bias,
    model.weights.starts,
    model.weights.labels,
    model.mainOfLabel,
    model.weights.values,
  ]
  const body = Buffer.concat([size, json, Buffer.alloc(padding, ' '), ...arrays.map(viewBytes)])
  const packed = deflateSync(body, { level: constants.Z_BEST_COMPRESSION })
  const start = Buffer.alloc(8)
  start.write(MAGIC, 'latin1')
  start.writeUInt32LE(FORMAT_VERSION, 4)
  return Buffer.concat([start, packed])
}

function viewBytes(array: ArrayBufferView): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength)
}

/** Reads a model from its file; throws a ModelFormatError with a sentence when it is not one. */
export function loadModel(bytes: Uint8Array): Model {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 8 || file.toString('latin1', 0, 4) !== MAGIC) {
    throw new ModelFormatError('This file is not a classification model.')
  }
  const version = file.readUInt32LE(4)
  if (version !== FORMAT_VERSION) {
    throw new ModelFormatError(`This model has format ${version}; this program reads ${FORMAT_VERSION}.`)
  }
  try {
    return readBody(inflateSync(file.subarray(8)))
  } catch (error) {
    throw new ModelFormatError('The classification model is damaged.', { cause: error })
  }
}

function readBody(body: Buffer): Model {
  const start = 4 + body.readUInt32LE(0)
  const header = JSON.parse(body.toString('utf8', 4, start)) as Header
  const { labels, rows } = header
  const memory = body.buffer.slice(body.byteOffset + start, body.byteOffset + body.length)
  let at = 0
  const take = <T>(create: new (buffer: ArrayBuffer, from: number, length: number) => T, of: number): T => {
    const width = (create as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT
    const array = new create(memory as ArrayBuffer, at, of)
    at += of * width
    return array
  }
  const hashes = take(Uint32Array, rows)
  const rarity = take(Float32Array, rows)
  const scales = take(Float32Array, rows)
  const bias = take(Float32Array, labels.length)
  const starts = take(Uint32Array, rows + 1)
  const weightLabels = take(Uint16Array, header.weights)
  const mainOfLabel = take(Uint16Array, labels.length)
  const values = take(Int8Array, header.weights)
  return {
    labels,
    mains: header.mains,
    mainOfLabel,
    reading: {
      lexicon: readLexicon(header.lexiconSource),
      vocabulary: new Set(header.vocabulary.split(' ')),
    },
    lexiconSource: header.lexiconSource,
    table: createTable(hashes),
    rarity,
    weights: { starts, labels: weightLabels, values, scales },
    bias,
    calibration: header.calibration,
    information: header.information,
  }
}
