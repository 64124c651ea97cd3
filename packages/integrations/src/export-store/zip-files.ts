import { createReadStream } from 'node:fs'
import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export interface FileToZip {
  readonly path: string
  /** Its name in the zip. */
  readonly as: string
}

/** A zip as a stream: files are opened one after the other, each when its turn comes. */
export function zipFiles(files: readonly FileToZip[]): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  zip.on('error', (error) => out.destroy(error))
  for (const { path, as } of files) {
    zip.addReadStreamLazy(as, (done) => {
      const bytes = createReadStream(path)
      // Where a file comes from is not the library's business: without this, a missing one ends the process.
      bytes.once('error', (error) => out.destroy(error))
      done(null, bytes)
    })
  }
  zip.end()
  zip.outputStream.pipe(out)
  return out
}
