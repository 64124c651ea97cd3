import { parentPort, workerData } from 'node:worker_threads'
import decode from 'heic-decode'
import { PDFDocument } from 'pdf-lib'

/**
 * Runs in a thread of its own: both decoders are plain code on the bytes of strangers, so they must not stand
 * in the way of other requests and can be stopped.
 */
export type DecodeOrder =
  | { readonly kind: 'heic'; readonly bytes: Uint8Array; readonly mostPixels: number }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }

export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

async function carryOut(order: DecodeOrder): Promise<Pixels | { pages: number }> {
  switch (order.kind) {
    case 'heic':
      return decodeHeic(order.bytes, order.mostPixels)
    case 'pdf': {
      const document = await PDFDocument.load(order.bytes, { ignoreEncryption: true, updateMetadata: false })
      return { pages: document.getPageCount() }
    }
  }
}

async function decodeHeic(bytes: Uint8Array, mostPixels: number): Promise<Pixels> {
  const images = await decode.all({ buffer: bytes })
  try {
    const [image] = images
    if (!image || image.width * image.height > mostPixels) throw new Error('too many pixels')
    const { width, height, data } = await image.decode()
    return { width, height, data: new Uint8Array(data) }
  } finally {
    images.dispose()
  }
}

parentPort?.postMessage(await carryOut(workerData as DecodeOrder))
